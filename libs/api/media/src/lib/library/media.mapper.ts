import type { Media } from '@reihe/shared-contracts';
import { IMAGE_FORMATS } from '../images/derive-image';
import type { MediaRecord } from './media.repository';

export function toMedia(record: MediaRecord): Media {
  return {
    id: record.id,
    version: record.version,
    fileName: record.fileName,
    mimeType: record.mimeType,
    width: record.width,
    height: record.height,
    byteSize: record.byteSize,
    credit: { photographer: record.photographer, agency: record.agency, licence: record.licence },
    translations: record.translations,
    image: {
      width: record.width,
      height: record.height,
      template: `/media/${record.id}/{width}.{format}`,
      widths: record.widths,
      formats: [...IMAGE_FORMATS],
    },
    uploadedAt: record.uploadedAt.toISOString(),
    usedIn: record.usedIn,
  };
}
