import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The earliest that a zip can say, in local time, as the format has it: the same bytes in every zone. */
const NO_TIME = new Date(1980, 0, 1);
const DATED = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
/** Of links: drawn by lot, each time anew. */
const RELATIONSHIP = /<Relationship [^>]*Id="([^"]+)"[^>]*hyperlink"[^>]*>/g;

/** Takes what chance and the clock put into the file out of it: the same report gives the same bytes. */
export function sealDocx(file: Uint8Array, asOf: Date): Uint8Array {
  const parts = unzipSync(file);
  const renamed = linkNames(parts['word/_rels/document.xml.rels']);
  const sealed: Zippable = {};
  for (const name of Object.keys(parts).sort()) {
    const bytes = parts[name] ?? new Uint8Array();
    sealed[name] = [textsSealed(name, bytes, renamed, asOf), { mtime: NO_TIME, level: 9, os: 0 }];
  }
  return zipSync(sealed);
}

function textsSealed(
  name: string,
  bytes: Uint8Array,
  renamed: ReadonlyMap<string, string>,
  asOf: Date,
): Uint8Array {
  if (name === 'docProps/core.xml')
    return strToU8(strFromU8(bytes).replace(DATED, `$1${asOf.toISOString().replace(/\.\d+Z/, 'Z')}`));
  if (name === 'word/document.xml') return withNames(bytes, /(r:id=")([^"]+)/g, renamed);
  if (name === 'word/_rels/document.xml.rels') return withNames(bytes, /(Id=")([^"]+)/g, renamed);
  return bytes;
}

function linkNames(relationships: Uint8Array | undefined): Map<string, string> {
  const names = [...strFromU8(relationships ?? new Uint8Array()).matchAll(RELATIONSHIP)];
  return new Map(names.map(([, id = ''], at) => [id, `link${at + 1}`]));
}

function withNames(bytes: Uint8Array, naming: RegExp, renamed: ReadonlyMap<string, string>): Uint8Array {
  return strToU8(
    strFromU8(bytes).replace(naming, (_, before: string, id: string) => before + (renamed.get(id) ?? id)),
  );
}
