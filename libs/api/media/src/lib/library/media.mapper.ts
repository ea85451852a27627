import type { Media } from '@reihe/shared-contracts';
import type { LookAlike } from '@reihe/shared-editorial';
import type { MediaRecord } from './media.repository';

export type LookAlikeRecord = MediaRecord & Pick<LookAlike, 'distance'>;

export function toMedia(record: MediaRecord): Media {
  return {
    id: record.id,
    version: record.version,
    fileName: record.fileName,
    mimeType: record.mimeType,
    width: record.width,
    height: record.height,
    byteSize: record.byteSize,
    state: record.state,
    failure: record.failure,
    credit: creditOf(record),
    rights: rightsOf(record),
    translations: record.translations,
    suggestions: record.suggestions,
    image: imageOf(record),
    focus: { x: record.focusX, y: record.focusY },
    lookAlikes: record.lookAlikes,
    uploadedAt: record.uploadedAt.toISOString(),
    usedIn: record.usedIn,
  };
}

export function toLookAlike(record: LookAlikeRecord): LookAlike {
  return {
    id: record.id,
    fileName: record.fileName,
    uploadedAt: record.uploadedAt.toISOString(),
    usedIn: record.usedIn.length,
    image: imageOf(record),
    distance: record.distance,
  };
}

export const creditOf = ({ photographer, agency, licence }: MediaRecord): Media['credit'] => ({
  photographer,
  agency,
  licence,
});

export const rightsOf = ({ licenceUrl, consent, consentNote }: MediaRecord): Media['rights'] => ({
  licenceUrl,
  consent,
  consentNote,
});

function imageOf(record: MediaRecord): Media['image'] {
  return {
    width: record.width,
    height: record.height,
    template: `/media/${record.id}/{width}.{format}`,
    widths: record.widths,
    formats: record.formats,
    ...(record.placeholder && { placeholder: record.placeholder }),
    ...(record.crops && { crops: record.crops }),
  };
}
