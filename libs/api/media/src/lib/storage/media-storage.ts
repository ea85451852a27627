import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Config } from '@reihe/api-platform';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where uploaded files lie: a folder by default, an S3-compatible bucket where `REIHE_STORAGE_URL` names one. */
@Injectable()
export class MediaStorage {
  private disk: Promise<Disk> | undefined;

  constructor(private readonly config: Config) {}

  async put(key: string, contents: Uint8Array, contentType: string): Promise<void> {
    const disk = await this.open();
    await disk.put(key, contents, { contentType });
  }

  /** null: no such file. */
  async get(key: string): Promise<Uint8Array | null> {
    const disk = await this.open();
    return (await disk.exists(key)) ? disk.getBytes(key) : null;
  }

  /** For what is too large to be held whole for everybody who asks; null: no such file. */
  async stream(key: string): Promise<Readable | null> {
    const disk = await this.open();
    return (await disk.exists(key)) ? disk.getStream(key) : null;
  }

  async removeFolder(prefix: string): Promise<void> {
    const disk = await this.open();
    await disk.deleteAll(prefix);
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
      bucket: url.pathname.slice(1),
      forcePathStyle: true,
      supportsACL: false,
      visibility: 'private',
    }),
  );
}
