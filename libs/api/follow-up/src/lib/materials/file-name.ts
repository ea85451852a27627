import type { MaterialFileType } from '@reihe/shared-registration';

const LONGEST = 120;

/** A name to keep a file under: without folders, control and direction characters, ended as what the file really is. */
export function fileNameOf(given: string, type: MaterialFileType): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}"<>|:*?;]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${[...clean].slice(0, LONGEST).join('').trim() || 'file'}.${type}`;
}

/** A file to keep, never a page to show (RFC 6266): the plain name for old clients, the true one beside it. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
