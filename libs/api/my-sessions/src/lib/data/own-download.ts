import { Injectable } from '@nestjs/common';
import { Clock, linkUnknown, PersonalLinks } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { strToU8, zipSync } from 'fflate';
import { MySessionsRepository } from '../my-sessions.repository';
import { readablePage } from './readable-page';

/** Everything stored about a person as one file: for machines (JSON) and to be read (HTML). */
@Injectable()
export class OwnDownload {
  constructor(
    private readonly links: PersonalLinks,
    private readonly rows: MySessionsRepository,
    private readonly clock: Clock,
  ) {}

  /** A ZIP file. @throws registration.link-unknown */
  async of(token: string, language: Language): Promise<Buffer> {
    const everything = await this.rows.everythingAbout(await this.links.participantOf(token));
    if (!everything) throw linkUnknown();
    const writtenAt = this.clock.now();
    const told = { writtenAt: writtenAt.toISOString(), ...everything };
    return Buffer.from(
      zipSync(
        {
          'my-data.json': strToU8(`${JSON.stringify(told, null, 2)}\n`),
          'my-data.html': strToU8(readablePage(told, language)),
        },
        { mtime: writtenAt },
      ),
    );
  }
}
