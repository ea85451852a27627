import { IMPORT_LIMITS, type ImportKind } from '@reihe/shared-editorial';
import { Archive, isArchive } from '../files/archive';
import { readText } from '../files/read-text';
import { ImportRefused } from '../files/refusal';
import { readAtom, readRss } from './feeds';
import { readJsonFeed } from './json-feed';
import { readPage } from './page';
import type { Source } from './source-article';
import { readWordpress } from './wordpress';

/** Nothing to be read in them, whatever they hold. */
const NO_TEXT =
  /\.(jpe?g|png|gif|webp|avif|heic|svg|ico|bmp|tiff?|mp[34]|m4[av]|mov|webm|og[gv]|wav|pdf|docx?|xlsx?|pptx?|zip|gz|woff2?|ttf|otf|eot|css|js|map)$/i;
/** So much of the beginning says what it is. */
const TOLD_WITHIN = 4000;
/** An export goes before a feed that lies beside it, and that before pages. */
const ORDER: readonly ImportKind[] = ['wordpress', 'atom', 'rss', 'json-feed', 'html'];

export interface ReadSource extends Source {
  /** Files of the archive; none where there is no archive. */
  files: string[];
}

/** Whatever was sent, told by its content. @throws ImportRefused */
export function readSource(bytes: Uint8Array, fileName: string): ReadSource {
  if (isArchive(bytes)) return readArchive(new Archive(bytes));
  const text = textOf(bytes, fileName);
  const kind = kindOf(text);
  if (kind === null) throw new ImportRefused('unknown-kind');
  return { ...read(kind, text, fileName), files: [] };
}

function readArchive(archive: Archive): ReadSource {
  const found: { kind: ImportKind; text: string; name: string }[] = [];
  let size = 0;
  for (const name of archive.names.filter((one) => !NO_TEXT.test(one))) {
    const bytes = archive.read(name, IMPORT_LIMITS.textBytes);
    if (!bytes) throw new ImportRefused('too-large', name);
    const text = readText(bytes);
    const kind = kindOf(text);
    if (kind === null) continue;
    size += bytes.byteLength;
    if (size > IMPORT_LIMITS.textBytes) throw new ImportRefused('too-large', name);
    found.push({ kind, text, name });
  }
  const kind = ORDER.find((one) => found.some((file) => file.kind === one));
  if (!kind) throw new ImportRefused('unknown-kind');
  const sources = found
    .filter((file) => file.kind === kind)
    .map(({ text, name }) => {
      try {
        return read(kind, text, name);
      } catch (error) {
        // Which of the files it was.
        if (error instanceof ImportRefused && error.refusal.detail !== name)
          throw new ImportRefused(error.refusal.code, `${name}: ${error.refusal.detail}`, error.refusal.line);
        throw error;
      }
    });
  return {
    kind,
    articles: sources.flatMap(({ articles }) => articles),
    attachments: new Map(sources.flatMap(({ attachments }) => [...attachments])),
    files: archive.names,
  };
}

function textOf(bytes: Uint8Array, name: string): string {
  if (bytes.byteLength > IMPORT_LIMITS.textBytes) throw new ImportRefused('too-large', name);
  return readText(bytes);
}

/** null: nothing that recaps are kept in. */
export function kindOf(text: string): ImportKind | null {
  const start = text.slice(0, TOLD_WITHIN);
  if (/^\s*\{/.test(start))
    return /"version"\s*:\s*"https?:\/\/(www\.)?jsonfeed\.org\/version/.test(text) ? 'json-feed' : null;
  const root = /<(?![?!])(?:[\w-]+:)?([\w-]+)/
    .exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1]
    ?.toLowerCase();
  if (root === 'rss') return start.includes('http://wordpress.org/export/') ? 'wordpress' : 'rss';
  if (root === 'feed' && start.includes('http://www.w3.org/2005/Atom')) return 'atom';
  if (root === 'html' || /<!doctype html/i.test(start)) return 'html';
  if (/^\s*<\?xml/.test(start) && !/<html/i.test(start)) return null;
  return /^\s*<(p|h[1-6]|div|article|main|section|body|head|meta|title)[\s>]/i.test(start) ? 'html' : null;
}

function read(kind: ImportKind, text: string, name: string): Source {
  switch (kind) {
    case 'wordpress':
      return readWordpress(text);
    case 'rss':
      return readRss(text);
    case 'atom':
      return readAtom(text);
    case 'json-feed':
      return readJsonFeed(text);
    case 'html':
      return { kind, articles: [readPage(text, name)], attachments: new Map() };
  }
}
