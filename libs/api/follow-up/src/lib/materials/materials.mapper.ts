import type { MaterialRow } from '@reihe/api-persistence';
import type { Material, MaterialFileType } from '@reihe/shared-registration';

export function toMaterial(row: MaterialRow): Material {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    audience: row.audience,
    titles: row.titles,
    url: row.url,
    file:
      row.fileName === null
        ? null
        : {
            name: row.fileName,
            type: row.fileName.slice(row.fileName.lastIndexOf('.') + 1) as MaterialFileType,
            byteSize: row.byteSize ?? 0,
          },
  };
}
