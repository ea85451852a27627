import { Injectable } from '@nestjs/common';
import { MediaStorage } from '@reihe/api-media';

const folderOf = (id: string) => `imports/${id}`;

/** The file of an import, in the parts in which it came; never served to anybody. */
@Injectable()
export class ImportFiles {
  constructor(private readonly storage: MediaStorage) {}

  put(id: string, offset: number, bytes: Uint8Array): Promise<void> {
    return this.storage.put(`${folderOf(id)}/${offset}`, bytes, 'application/octet-stream');
  }

  /** null: it is gone. */
  async get({ id, chunks }: { id: string; chunks: readonly number[] }): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    for (const offset of chunks) {
      const part = await this.storage.get(`${folderOf(id)}/${offset}`);
      if (!part) return null;
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  forget(id: string): Promise<void> {
    return this.storage.removeFolder(folderOf(id));
  }
}
