import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { Clock, DomainError, Jobs } from '@reihe/api-platform';
import type { MediaUploadRow } from '@reihe/api-persistence';
import { MEDIA_LIMITS } from '@reihe/shared-contracts';
import type { BeginUpload, MediaUpload } from '@reihe/shared-editorial';
import { MediaLibrary } from '../library/media-library';
import { MediaStorage } from '../storage/media-storage';
import { tooLarge, uploadNotFound, wrongOffset } from './upload.errors';
import { UploadsRepository } from './uploads.repository';

export const FORGET_UPLOADS_JOB = 'media.forget-uploads';
/** How long a file that stopped on its way is waited for. */
const KEPT_MS = 24 * 60 * 60 * 1000;

const folderOf = (id: string) => `uploads/${id}`;
const chunkKey = (id: string, offset: number) => `${folderOf(id)}/${offset}`;

/**
 * Files that come in parts (ADR 27). Each part is stored under the place where it begins before the row says that it is there: sent
 * twice it is the same file, and after any interruption the row says from where to go on, on whatever node.
 */
@Injectable()
export class MediaUploads implements OnModuleInit {
  constructor(
    private readonly uploads: UploadsRepository,
    private readonly library: MediaLibrary,
    private readonly storage: MediaStorage,
    private readonly clock: Clock,
    @Optional() private readonly jobs?: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs?.every(FORGET_UPLOADS_JOB, '23 * * * *', () => this.forgetLeft());
  }

  /** @throws DomainError request.too-large before a byte of it is sent */
  async begin({ fileName, byteSize }: BeginUpload, staffId: string): Promise<MediaUpload> {
    if (byteSize > MEDIA_LIMITS.bytes) throw tooLarge();
    const row = {
      id: randomUUID(),
      staffId,
      fileName: basename(fileName),
      byteSize,
      touchedAt: this.clock.now(),
    };
    await this.uploads.begin(row);
    return { id: row.id, fileName: row.fileName, byteSize, offset: 0, media: null };
  }

  async get(id: string, staffId: string): Promise<MediaUpload> {
    return this.answer(await this.found(id, staffId));
  }

  /**
   * Takes the next bytes; with the last of them the file becomes an image. Bytes that are there already are answered with from where
   * it goes on.
   * @throws DomainError upload.not-found, upload.wrong-offset, request.too-large; and what the library refuses: then the upload is gone
   */
  async receive(id: string, offset: number, bytes: Uint8Array, staffId: string): Promise<MediaUpload> {
    const upload = await this.found(id, staffId);
    if (upload.mediaId !== null) return this.answer(upload);
    if (offset !== upload.received) throw wrongOffset(upload.received);
    if (offset + bytes.byteLength > upload.byteSize) throw tooLarge();
    if (bytes.byteLength > 0) {
      await this.storage.put(chunkKey(id, offset), bytes, 'application/octet-stream');
      if (!(await this.uploads.take(id, offset, bytes.byteLength, this.clock.now())))
        throw wrongOffset((await this.found(id, staffId)).received);
    }
    const after = await this.found(id, staffId);
    return after.received < after.byteSize ? this.answer(after) : this.finish(after);
  }

  async drop(id: string, staffId: string): Promise<void> {
    await this.found(id, staffId);
    await this.forget(id);
  }

  async forgetLeft(): Promise<void> {
    const left = await this.uploads.leftSince(new Date(this.clock.now().getTime() - KEPT_MS));
    for (const id of left) await this.forget(id);
  }

  /** Done again after an interruption it finds the image that is there: the same file is one image. */
  private async finish(upload: MediaUploadRow): Promise<MediaUpload> {
    const { id, staffId, fileName } = upload;
    const contents = await this.assembled(upload);
    try {
      const media = await this.library.receiveImage({ fileName, contents }, { kind: 'staff', id: staffId });
      await this.uploads.finish(id, media.id);
      await this.storage.removeFolder(folderOf(id));
      return this.answer({ ...upload, mediaId: media.id });
    } catch (error) {
      if (isRefusal(error)) await this.forget(id);
      throw error;
    }
  }

  private async assembled({ id, chunks }: MediaUploadRow): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (const offset of chunks) {
      const part = await this.storage.get(chunkKey(id, offset));
      if (!part) throw uploadNotFound();
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  private async forget(id: string): Promise<void> {
    await this.storage.removeFolder(folderOf(id));
    await this.uploads.forget(id);
  }

  private async found(id: string, staffId: string): Promise<MediaUploadRow> {
    const row = await this.uploads.find(id, staffId);
    if (!row) throw uploadNotFound();
    return row;
  }

  private async answer({ id, fileName, byteSize, received, mediaId }: MediaUploadRow): Promise<MediaUpload> {
    const media = mediaId === null ? null : await this.library.get(mediaId);
    return { id, fileName, byteSize, offset: received, media };
  }
}

/** What another try would not change. */
function isRefusal(error: unknown): boolean {
  return error instanceof DomainError && error.code !== 'storage.unavailable';
}
