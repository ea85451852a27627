import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Config, DomainError } from '@reihe/api-platform';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where uploaded files lie: a folder by default, an S3-compatible bucket where `REIHE_STORAGE_URL` names one. */
@Injectable()
export class MediaStorage {
  private readonly logger = new Logger(MediaStorage.name);
  private disk: Promise<Disk> | undefined;

  constructor(private readonly config: Config) {}

  /** @throws DomainError storage.unavailable, as all of these */
  put(key: string, contents: Uint8Array, contentType: string): Promise<void> {
    return this.reached((disk) => disk.put(key, contents, { contentType }));
  }

  /** null: no such file. */
  get(key: string): Promise<Uint8Array | null> {
    return this.reached(async (disk) => ((await disk.exists(key)) ? disk.getBytes(key) : null));
  }

  /** For what is too large to be held whole for everybody who asks; null: no such file. */
  stream(key: string): Promise<Readable | null> {
    return this.reached(async (disk) => ((await disk.exists(key)) ? disk.getStream(key) : null));
  }

  remove(key: string): Promise<void> {
    return this.reached((disk) => disk.delete(key));
  }

  removeFolder(prefix: string): Promise<void> {
    return this.reached((disk) => disk.deleteAll(prefix));
  }

  /** Whoever asked is told that it is the storage; why stands in the log, for whoever runs the installation. */
  private async reached<T>(work: (disk: Disk) => Promise<T>): Promise<T> {
    try {
      return await work(await this.open());
    } catch (error) {
      // Another try opens it anew: what was wrong may be mended.
      this.disk = undefined;
      const { storageUrl, storageDir } = this.config;
      const where = storageUrl ? new URL(storageUrl).host : storageDir;
      this.logger.error({ err: error, where }, 'The storage of uploaded files cannot be reached');
      throw new DomainError('storage.unavailable', 503);
    }
  }

  private open(): Promise<Disk> {
    this.disk ??= this.config.storageUrl
      ? bucket(this.config.storageUrl)
      : Promise.resolve(folder(this.config.storageDir));
    return this.disk;
  }
}

function folder(location: string): Disk {
  return new Disk(new FSDriver({ location, visibility: 'private' }));
}

/** `https://KEY:SECRET@host/bucket?region=…`; the driver is only loaded where it is used. */
async function bucket(address: string): Promise<Disk> {
  const url = new URL(address);
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new Disk(
    new S3Driver({
      credentials: {
        accessKeyId: decodeURIComponent(url.username),
        secretAccessKey: decodeURIComponent(url.password),
      },
      endpoint: url.origin,
      region: url.searchParams.get('region') ?? 'auto',
      bucket: url.pathname.replaceAll('/', ''),
      forcePathStyle: true,
      supportsACL: false,
      visibility: 'private',
    }),
  );
}
