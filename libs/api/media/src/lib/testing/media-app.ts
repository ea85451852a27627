import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, type Config, FeatureApp, startFeature } from '@reihe/api-platform';
import { apiPaths, type Media } from '@reihe/shared-contracts';
import { UPLOAD_CHUNK_BYTES, type BeginUpload, type MediaUpload } from '@reihe/shared-editorial';
import { MediaModule, mediaRootRoutes } from '../media.module';
import { PrepareImages } from '../preparing/prepare-images';

/** The media library over HTTP with a folder of its own, an editor signed in, and no worker but the one the spec is. */
export class MediaApp extends FeatureApp {
  folder = '';

  static async openAt(clock: Clock, beside?: MediaApp, config: Partial<Config> = {}): Promise<MediaApp> {
    const folder = beside?.folder ?? mkdtempSync(join(tmpdir(), 'reihe-media-'));
    const app = await startFeature(
      {
        clock,
        modules: [MediaModule],
        rootRoutes: mediaRootRoutes,
        role: 'editor',
        config: { storageDir: folder, ...config },
        ...(beside && { beside }),
      },
      (parts) => new MediaApp(parts),
    );
    app.folder = folder;
    return app;
  }

  override async close(): Promise<void> {
    await super.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  begin(contents: Uint8Array, fileName = 'picture.jpg'): Promise<MediaUpload> {
    const body: BeginUpload = { fileName, byteSize: contents.byteLength };
    return this.answer('post', apiPaths.mediaUploads, body);
  }

  /** One request with bytes as they are; pages add their language. */
  chunk(id: string, offset: number, bytes: Uint8Array) {
    return this.call('put', `${apiPaths.mediaUpload(id)}?offset=${offset}&lang=en`)
      .set('Content-Type', 'application/octet-stream')
      .send(Buffer.from(bytes));
  }

  /** As a browser sends it; what the last part is answered with. */
  async upload(contents: Uint8Array, fileName?: string): Promise<MediaUpload> {
    let upload = await this.begin(contents, fileName);
    while (upload.offset < contents.byteLength) {
      const { id, offset } = upload;
      const sent = await this.chunk(
        id,
        offset,
        contents.subarray(offset, offset + UPLOAD_CHUNK_BYTES),
      ).expect(200);
      upload = sent.body as MediaUpload;
    }
    return upload;
  }

  /** Uploaded and prepared. */
  async ready(contents: Uint8Array, fileName?: string): Promise<Media> {
    const { media } = await this.upload(contents, fileName);
    await this.get(PrepareImages).prepareDue();
    return this.one(media?.id ?? '');
  }

  one(id: string): Promise<Media> {
    return this.answer('get', apiPaths.oneMedia(id));
  }

  filesOf(id: string): string[] {
    const folder = join(this.folder, 'images', id);
    return existsSync(folder) ? readdirSync(folder).sort() : [];
  }
}
