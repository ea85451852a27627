import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, outdatedVersion, pageOf, type Actor } from '@reihe/api-platform';
import type {
  ImageFormat,
  Media,
  MediaCredit,
  MediaText,
  Page,
  SaveMedia,
  Translations,
} from '@reihe/shared-contracts';
import { deriveImage } from '../images/derive-image';
import { MediaStorage } from '../storage/media-storage';
import type { MediaQuery } from './media.bodies';
import { mediaInUse, mediaNotFound } from './media.errors';
import { toMedia } from './media.mapper';
import { MediaRepository } from './media.repository';

export interface ImageUpload {
  fileName: string;
  contents: Uint8Array;
  credit?: MediaCredit;
  translations?: Translations<MediaText>;
}

const keyOf = (id: string, width: number, format: ImageFormat) => `images/${id}/${width}.${format}`;

@Injectable()
export class MediaLibrary {
  constructor(
    private readonly media: MediaRepository,
    private readonly storage: MediaStorage,
    private readonly trail: AuditTrail,
  ) {}

  async list(query: MediaQuery): Promise<Page<Media>> {
    const records = await this.media.list(query);
    return pageOf(records.map(toMedia), records[0]?.total ?? 0, query);
  }

  async get(id: string): Promise<Media> {
    const record = await this.media.byId(id);
    if (!record) throw mediaNotFound();
    return toMedia(record);
  }

  /** The same file again answers the image that is there. Files are stored before the row: a row never lacks its files. */
  async importImage(upload: ImageUpload, actor: Actor): Promise<Media> {
    const { files, ...image } = await deriveImage(upload.contents);
    const known = await this.media.idOfContent(image.sha256);
    if (known) return this.get(known);
    const id = randomUUID();
    await Promise.all(
      files.map(({ width, format, contents }) =>
        this.storage.put(keyOf(id, width, format), contents, `image/${format}`),
      ),
    );
    await this.keep(id, image, upload, actor);
    return this.get(id);
  }

  @Transactional()
  private async keep(
    id: string,
    image: Omit<Awaited<ReturnType<typeof deriveImage>>, 'files'>,
    { fileName, contents, credit, translations }: ImageUpload,
    actor: Actor,
  ): Promise<void> {
    const { photographer = '', agency = '', licence = '' } = credit ?? {};
    await this.media.insert({
      id,
      ...image,
      fileName: basename(fileName).slice(0, 200),
      byteSize: contents.byteLength,
      photographer,
      agency,
      licence,
    });
    if (translations) await this.media.saveTexts(id, translations);
    await this.trail.record({
      actor,
      action: 'media.upload',
      subject: 'media',
      subjectId: id,
      after: { sha256: image.sha256 },
    });
  }

  @Transactional()
  async save(id: string, { version, credit, translations }: SaveMedia, actor: Actor): Promise<Media> {
    const before = await this.media.byId(id);
    if (!before) throw mediaNotFound();
    if (!(await this.media.claimVersion(id, version))) throw outdatedVersion(before.version);
    await this.media.saveCredit(id, credit);
    await this.media.saveTexts(id, translations);
    const { photographer, agency, licence } = before;
    await this.trail.record({
      actor,
      action: 'media.save',
      subject: 'media',
      subjectId: id,
      before: { credit: { photographer, agency, licence }, translations: before.translations },
      after: { credit, translations },
    });
    return this.get(id);
  }

  async remove(id: string, actor: Actor): Promise<void> {
    await this.forget(id, actor);
    // After the commit: a file without row costs space, a row without file would cost a reader the picture.
    await this.storage.removeFolder(`images/${id}`);
  }

  @Transactional()
  private async forget(id: string, actor: Actor): Promise<void> {
    const record = await this.media.byId(id);
    if (!record) throw mediaNotFound();
    if (record.usedIn.length > 0) throw mediaInUse(record.usedIn.length);
    await this.media.remove(id);
    await this.trail.record({
      actor,
      action: 'media.delete',
      subject: 'media',
      subjectId: id,
      before: { fileName: record.fileName },
    });
  }

  /** One stored file; null: no such image, width or format. */
  readFile(id: string, width: number, format: ImageFormat): Promise<Uint8Array | null> {
    return this.storage.get(keyOf(id, width, format));
  }
}
