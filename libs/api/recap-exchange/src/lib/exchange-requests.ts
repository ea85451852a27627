import { StreamableFile } from '@nestjs/common';
import { invalidFields } from '@reihe/api-platform';
import { FORMAT_PATTERNS } from '@reihe/shared-contracts';
import { EXCHANGE_LIMITS } from '@reihe/shared-editorial';
import type { OfferedFile, ReceivedTranslation } from './exchange.service';

export interface UploadedTranslation {
  originalname: string;
  buffer: Uint8Array;
}

/** Browsers send names in UTF-8; the parser takes them for Latin 1, as the standard once had it. */
export function receivedTranslation(file: UploadedTranslation | undefined): ReceivedTranslation {
  if (!file) throw invalidFields({ path: 'file', code: 'required' });
  const fileName = Buffer.from(file.originalname, 'latin1').toString('utf8').slice(0, 200);
  return { fileName, contents: file.buffer };
}

export function idsOf(list: string): string[] {
  const ids = list.split(',');
  if (ids.length > EXCHANGE_LIMITS.recaps || ids.some((id) => !FORMAT_PATTERNS.uuid.test(id)))
    throw invalidFields({ path: 'recaps', code: 'not-allowed' });
  return ids;
}

export function offered({ name, type, contents }: OfferedFile): StreamableFile {
  return new StreamableFile(contents, {
    type,
    // Names are made of addresses: letters, digits and hyphens.
    disposition: `attachment; filename="${name}"`,
    length: contents.length,
  });
}
