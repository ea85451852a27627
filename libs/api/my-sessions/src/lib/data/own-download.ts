import { Injectable } from '@nestjs/common';
import { linkUnknown, PersonalLinks } from '@reihe/api-platform';
import { PersonDownload } from '@reihe/api-privacy';
import type { Language } from '@reihe/shared-contracts';

/** Everything stored about a person, behind a link of theirs. */
@Injectable()
export class OwnDownload {
  constructor(
    private readonly links: PersonalLinks,
    private readonly download: PersonDownload,
  ) {}

  /** A ZIP file. @throws registration.link-unknown */
  async of(token: string, language: Language): Promise<Buffer> {
    const file = await this.download.of(await this.links.participantOf(token), language);
    if (!file) throw linkUnknown();
    return file;
  }
}
