import { Injectable } from '@nestjs/common';
import { Clock } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { strToU8, zipSync } from 'fflate';
import { PersonRecords } from './person-records.repository';
import { readablePage } from './readable-page';

/** Everything stored about a person as one file: for machines (JSON) and to be read (HTML). */
@Injectable()
export class PersonDownload {
  constructor(
    private readonly records: PersonRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * A ZIP file; null: there is nobody of this id, or they are erased.
   * @param language null: the person's own
   */
  async of(participantId: string, language: Language | null): Promise<Buffer | null> {
    const everything = await this.records.everything(participantId);
    if (!everything) return null;
    const { language: own } = everything['person'] as { language: Language };
    const writtenAt = this.clock.now();
    const told = { writtenAt: writtenAt.toISOString(), ...everything };
    return Buffer.from(
      zipSync(
        {
          'my-data.json': strToU8(`${JSON.stringify(told, null, 2)}\n`),
          'my-data.html': strToU8(readablePage(told, language ?? own)),
        },
        { mtime: writtenAt },
      ),
    );
  }
}
