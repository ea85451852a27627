import { Injectable, StreamableFile } from '@nestjs/common';
import { MediaStorage } from '@reihe/api-media';
import type { MaterialRow } from '@reihe/api-persistence';
import { AfterRepository } from '../after/after.repository';
import { canHaveMaterials } from '@reihe/shared-policies';
import { Certificates } from '../certificates/certificates.service';
import { materialNotFound } from '../follow-up.errors';
import { attachment } from './file-name';
import { MaterialsRepository } from './materials.repository';
import { materialKey } from './materials.service';
import { CERTIFICATE, OwnPass } from './own-pass';

/** Files on their way out: always to be kept, never to be shown in the page. */
@Injectable()
export class HandedFiles {
  constructor(
    private readonly materials: MaterialsRepository,
    private readonly after: AfterRepository,
    private readonly certificates: Certificates,
    private readonly passes: OwnPass,
    private readonly storage: MediaStorage,
  ) {}

  /** @throws material.not-found, also for what only registered people may have */
  async publicFile(id: string): Promise<StreamableFile> {
    return this.sent(await this.materials.publicFile(id));
  }

  /** @throws material.not-found where the pass is over, the place was given up, or the file is gone */
  async ownFile(pass: string): Promise<StreamableFile> {
    const own = this.passes.open(pass);
    if (!own) throw materialNotFound();
    if (own.thing === CERTIFICATE) {
      const { contents, fileName } = await this.certificates.document(own.registrationId);
      return new StreamableFile(contents, {
        type: 'application/pdf',
        disposition: attachment(fileName),
        length: contents.byteLength,
      });
    }
    const seat = await this.after.seat(own.registrationId);
    const material = await this.materials.find(own.thing);
    const isTheirs =
      seat && material?.sessionId === seat.sessionId && canHaveMaterials(seat.state, seat.session);
    return this.sent(isTheirs ? material : null);
  }

  private async sent(material: MaterialRow | null): Promise<StreamableFile> {
    const contents = material?.fileName ? await this.storage.stream(materialKey(material.id)) : null;
    if (!material?.fileName || !contents) throw materialNotFound();
    return new StreamableFile(contents, {
      type: material.mimeType ?? 'application/octet-stream',
      disposition: attachment(material.fileName),
      length: material.byteSize ?? 0,
    });
  }
}
