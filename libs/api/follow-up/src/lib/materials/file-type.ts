import { strFromU8, unzipSync } from 'fflate';
import type { MaterialFileType } from '@reihe/shared-registration';

/** Brands of MP4 that players everywhere know; others (pictures, QuickTime) have the same beginning. */
const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|dash|M4V |M4VP|MSNV)$/;

const OPEN_DOCUMENTS: Record<string, MaterialFileType> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
};

const OFFICE_PARTS: readonly (readonly [string, MaterialFileType])[] = [
  ['ppt/presentation.xml', 'pptx'],
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
];

/** What a file is by what is in it, whatever it is called. null: nothing that is handed out, e.g. a page, a drawing, or macros. */
export function materialTypeOf(bytes: Uint8Array): MaterialFileType | null {
  if (textAt(bytes, 0, 5) === '%PDF-') return 'pdf';
  if (textAt(bytes, 4, 4) === 'ftyp') return MP4_BRANDS.test(textAt(bytes, 8, 4)) ? 'mp4' : null;
  return textAt(bytes, 0, 4) === 'PK\u0003\u0004' ? archiveType(bytes) : null;
}

function archiveType(bytes: Uint8Array): MaterialFileType | null {
  const names = new Set<string>();
  let parts: Record<string, Uint8Array>;
  try {
    // Only the line that names the type is unpacked: nothing swells here.
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        return name === 'mimetype' && originalSize < 200;
      },
    });
  } catch {
    return null;
  }
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) return null;
  // Whatever type it declares, an office program would find them. In a plain archive a folder of that name is a folder.
  const isOpenDocument = names.has('mimetype') || names.has('META-INF/manifest.xml');
  if (isOpenDocument && [...names].some((name) => /^(Basic|Scripts)\//i.test(name))) return null;
  const declared = parts['mimetype'];
  if (declared) return OPEN_DOCUMENTS[strFromU8(declared).trim()] ?? 'zip';
  if (!names.has('[Content_Types].xml')) return names.size > 0 ? 'zip' : null;
  return OFFICE_PARTS.find(([part]) => names.has(part))?.[1] ?? 'zip';
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
