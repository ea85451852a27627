import { IMPORT_LIMITS } from '@reihe/shared-editorial';
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { ImportRefused } from './refusal';

const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
/** Below it nothing is blown up worth speaking of. */
const SMALL = 1024 * 1024;
const SIDE_FILES = /(^|\/)(__MACOSX|\.[^/]*)(\/|$)|(^|\/)(Thumbs\.db|desktop\.ini)$/i;

export function isArchive(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * A zip of which one file at a time is unpacked, into memory: its names are looked up and never become paths. What leads out of it is
 * left away.
 */
export class Archive {
  private readonly entries = new Map<string, string>();

  /** @throws ImportRefused broken-zip, zip-bomb */
  constructor(private readonly bytes: Uint8Array) {
    let count = 0;
    let unpacked = 0;
    this.unzip((entry) => {
      count += 1;
      unpacked += entry.originalSize;
      if (count > IMPORT_LIMITS.entries) throw new ImportRefused('zip-bomb', String(IMPORT_LIMITS.entries));
      const grows = entry.originalSize / Math.max(1, entry.size);
      if (
        unpacked > IMPORT_LIMITS.unpackedBytes ||
        (entry.originalSize > SMALL && grows > IMPORT_LIMITS.ratio)
      )
        throw new ImportRefused('zip-bomb', entry.name);
      const name = safeName(entry.name);
      if (name !== null) this.entries.set(name, entry.name);
      return false;
    });
  }

  /** Paths with slashes, as they lie in there. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** null: there is none of this name, or it is larger than `most` bytes. @throws ImportRefused broken-zip */
  read(name: string, most: number): Uint8Array | null {
    const written = this.entries.get(name);
    if (written === undefined) return null;
    const found = this.unzip((entry) => entry.name === written && entry.originalSize <= most);
    return found[written] ?? null;
  }

  private unzip(filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
    try {
      return unzipSync(this.bytes, { filter });
    } catch (error) {
      if (error instanceof ImportRefused) throw error;
      throw new ImportRefused('broken-zip');
    }
  }
}

/** null: a folder, something that belongs to a system, or a path that leads elsewhere. */
function safeName(written: string): string | null {
  const name = written.replaceAll('\\', '/');
  const leadsAway = name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
  if (leadsAway || name.endsWith('/') || SIDE_FILES.test(name) || /\p{Cc}/u.test(name)) return null;
  return name.replace(/^(\.\/)+/, '');
}
