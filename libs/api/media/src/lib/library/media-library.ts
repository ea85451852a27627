import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, outdatedVersion, pageOf, type Actor } from '@reihe/api-platform';
import type {
  FocalPoint,
  Media,
  MediaCredit,
  MediaRights,
  MediaText,
  Page,
  SaveMedia,
  Translations,
} from '@reihe/shared-contracts';
import type { LookAlike } from '@reihe/shared-editorial';
import { readHeader, type ImageHeader } from '../images/image-header';
import { PrepareImages } from '../preparing/prepare-images';
import { imageFolder, imageKey, ORIGINAL } from '../storage/image-key';
import { MediaStorage } from '../storage/media-storage';
import type { MediaQuery } from './media.bodies';
import { mediaInUse, mediaNotFound } from './media.errors';
import { toLookAlike, toMedia } from './media.mapper';
import { MediaRepository, type NewMedia } from './media.repository';

export interface ImageUpload {
  fileName: string;
  contents: Uint8Array;
  credit?: MediaCredit;
  rights?: MediaRights;
  translations?: Translations<MediaText>;
}

@Injectable()
export class MediaLibrary {
  constructor(
    private readonly media: MediaRepository,
    private readonly storage: MediaStorage,
    private readonly preparing: PrepareImages,
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

  async lookAlikes(id: string): Promise<LookAlike[]> {
    return (await this.media.lookAlikes(id)).map(toLookAlike);
  }

  /**
   * For whoever needs the image at once: answers when readers can see it; smaller formats and crops follow. The same file again
   * answers the image that is there. Files are stored before the row: a row never lacks its files.
   * @throws DomainError media.unsupported, media.broken, request.too-large, storage.unavailable
   */
  async importImage(upload: ImageUpload, actor: Actor): Promise<Media> {
    const header = await readHeader(upload.contents);
    const id = randomUUID();
    const known = await this.known(header.sha256);
    if (known !== null) return this.get(known);
    const first = await this.preparing.prepareFirst(id, upload.contents);
    return this.keepOrForget(id, header, upload, actor, { ...first, look: first.look?.toString() ?? null });
  }

  /**
   * The same for a file that nobody waits for: answers as soon as it is stored, and a worker makes everything of it.
   * @throws DomainError media.unsupported, request.too-large, storage.unavailable
   */
  async receiveImage(upload: ImageUpload, actor: Actor): Promise<Media> {
    const header = await readHeader(upload.contents);
    const id = randomUUID();
    const known = await this.known(header.sha256);
    if (known !== null) return this.get(known);
    await this.storage.put(imageKey(id, ORIGINAL), upload.contents, header.mimeType);
    return this.keepOrForget(id, header, upload, actor, { state: 'preparing', widths: [], formats: [] });
  }

  @Transactional()
  async save(
    id: string,
    { version, credit, rights, focus, translations }: SaveMedia,
    actor: Actor,
  ): Promise<Media> {
    const before = await this.claim(id, version);
    await this.media.saveFacts(id, { ...credit, ...rights });
    await this.media.saveTexts(id, translations);
    if (focus) await this.media.saveFocus(id, focus);
    await this.trail.record({
      actor,
      action: 'media.save',
      subject: 'media',
      subjectId: id,
      before: { ...told(toMedia(before)), translations: before.translations },
      after: { ...told({ credit, rights, focus }), translations },
    });
    if (focus) this.preparing.ask();
    return this.get(id);
  }

  async remove(id: string, actor: Actor): Promise<void> {
    await this.forget(id, actor);
    // After the commit: a file without row costs space, a row without file would cost a reader the picture.
    await this.storage.removeFolder(imageFolder(id));
  }

  /** One stored file; null: no such image or file. */
  readFile(id: string, file: string): Promise<Uint8Array | null> {
    return this.storage.get(imageKey(id, file));
  }

  @Transactional()
  protected async known(sha256: string): Promise<string | null> {
    return this.media.idOfContent(sha256);
  }

  private async keepOrForget(
    id: string,
    header: ImageHeader,
    upload: ImageUpload,
    actor: Actor,
    made: Partial<NewMedia> & Pick<NewMedia, 'widths'>,
  ): Promise<Media> {
    const kept = await this.keep(id, header, upload, actor, made);
    // Somebody else sent the same file meanwhile: theirs stands, and what was stored for this one goes.
    if (kept !== id) await this.storage.removeFolder(imageFolder(id));
    else this.preparing.ask();
    return this.get(kept);
  }

  /** @returns its id, or that of the same file if it came meanwhile */
  @Transactional()
  protected async keep(
    id: string,
    header: ImageHeader,
    { fileName, contents, credit, rights, translations }: ImageUpload,
    actor: Actor,
    made: Partial<NewMedia> & Pick<NewMedia, 'widths'>,
  ): Promise<string> {
    const known = await this.media.idOfContent(header.sha256);
    if (known !== null) return known;
    await this.media.insert({
      id,
      ...header,
      ...made,
      ...credit,
      ...rights,
      isDue: true,
      fileName: basename(fileName).slice(0, 200),
      byteSize: contents.byteLength,
    });
    if (translations) await this.media.saveTexts(id, translations);
    await this.trail.record({
      actor,
      action: 'media.upload',
      subject: 'media',
      subjectId: id,
      after: { sha256: header.sha256 },
    });
    return id;
  }

  private async claim(id: string, version: number) {
    const before = await this.media.byId(id);
    if (!before) throw mediaNotFound();
    if (!(await this.media.claimVersion(id, version))) throw outdatedVersion(before.version);
    return before;
  }

  @Transactional()
  protected async forget(id: string, actor: Actor): Promise<void> {
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
}

/** The note about a consent names people: the log says only whether there is one. */
export function told({ credit, rights, focus }: ToldFacts): object {
  const { licenceUrl, consent, consentNote } = rights ?? {};
  return {
    credit,
    ...(rights && { rights: { licenceUrl, consent, hasNote: consentNote !== '' } }),
    ...(focus && { focus }),
  };
}

interface ToldFacts {
  credit: MediaCredit;
  rights?: MediaRights | undefined;
  focus?: FocalPoint | undefined;
}
