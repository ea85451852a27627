import type { CodeKind } from '@reihe/shared-recap-policies';
import {
  placedCodes,
  type CodedPart,
  type ExchangeFile,
  type ExchangeSegment,
  type ExchangeUnit,
  type PlacedCode,
} from '../files/exchange-file';

export const XLIFF_2 = 'urn:oasis:names:tc:xliff:document:2.0';
export const XLIFF_1 = 'urn:oasis:names:tc:xliff:document:1.2';
export const OWN = 'urn:reihe:xliff';
/** Names of the notes that hold what the file was made of. */
export const NOTES = { context: 'reihe:context', source: 'reihe:source', target: 'reihe:target' } as const;

/** How the kinds of codes are called in XLIFF 2. */
export const TYPES_2: Record<CodeKind, { type: string; subType?: string }> = {
  bold: { type: 'fmt', subType: 'xlf:b' },
  italic: { type: 'fmt', subType: 'xlf:i' },
  break: { type: 'fmt', subType: 'xlf:lb' },
  link: { type: 'link' },
  figure: { type: 'other', subType: 'reihe:figure' },
  footnote: { type: 'other', subType: 'reihe:footnote' },
};
export const TYPES_1: Record<CodeKind, string> = {
  bold: 'bold',
  italic: 'italic',
  break: 'lb',
  link: 'link',
  figure: 'x-figure',
  footnote: 'x-footnote',
};

/** The file as text, in UTF-8 once it is written. */
export function writeXliff(file: ExchangeFile): string {
  const body = file.format === 'xliff-1.2' ? version1(file) : version2(file);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}

function version2({ recapId, title, source, target, units }: ExchangeFile): string {
  const head = { xmlns: XLIFF_2, version: '2.1', srcLang: source, trgLang: target };
  return element('xliff', head, [
    element('file', { id: recapId, original: `recap:${recapId}` }, [
      element('notes', {}, [element('note', {}, [escaped(title)])]),
      ...units.map(unit2),
    ]),
  ]);
}

function unit2({ key, context, state, sourceHash, targetHash, segments }: ExchangeUnit): string {
  const data = new Map<string, string>();
  for (const { source, target } of segments)
    for (const code of [...placedCodes(source), ...placedCodes(target ?? [])])
      if (code.data !== '') data.set(code.data, data.get(code.data) ?? `d${data.size + 1}`);
  const note = (category: string, words: string) => element('note', { category }, [escaped(words)]);
  return element('unit', { id: key, name: context }, [
    element('notes', {}, [
      note(NOTES.context, context),
      note(NOTES.source, sourceHash ?? ''),
      note(NOTES.target, targetHash ?? ''),
    ]),
    ...(data.size > 0
      ? [
          element(
            'originalData',
            {},
            [...data].map(([words, id]) => element('data', { id }, [escaped(words)])),
          ),
        ]
      : []),
    ...segments.map((segment) => segment2(segment, state, data)),
  ]);
}

function segment2(
  { slot, source, target }: ExchangeSegment,
  state: ExchangeUnit['state'],
  data: ReadonlyMap<string, string>,
): string {
  const content = (parts: readonly CodedPart[]): string =>
    parts.map((part) => (typeof part === 'string' ? escaped(part) : code2(part, data, content))).join('');
  const space = { 'xml:space': 'preserve' };
  return element('segment', { id: slot, state: target ? state : 'initial' }, [
    element('source', space, [content(source)]),
    ...(target ? [element('target', space, [content(target)])] : []),
  ]);
}

function code2(
  { id, kind, data, parts }: PlacedCode,
  known: ReadonlyMap<string, string>,
  content: (parts: readonly CodedPart[]) => string,
): string {
  const isKept = kind === 'figure' || kind === 'footnote' || kind === 'link';
  const attributes = { id, ...TYPES_2[kind], ...(isKept && { canCopy: 'no', canDelete: 'no' }) };
  const ref = known.get(data);
  if (!parts)
    return element('ph', { ...attributes, ...(ref && { dataRef: ref }), disp: label(kind, data) }, []);
  return element('pc', { ...attributes, ...(ref && { dataRefStart: ref }) }, [content(parts)]);
}

function version1({ recapId, title, source, target, units }: ExchangeFile): string {
  const head = { xmlns: XLIFF_1, 'xmlns:reihe': OWN, version: '1.2' };
  const languages = { 'source-language': source, 'target-language': target };
  return element('xliff', head, [
    element('file', { original: `recap:${recapId}`, ...languages, datatype: 'x-recap' }, [
      element('header', {}, [element('note', {}, [escaped(title)])]),
      element('body', {}, units.map(group1)),
    ]),
  ]);
}

const STATES_1 = { initial: 'needs-translation', translated: 'translated', reviewed: 'signed-off' } as const;

function group1({ key, context, state, sourceHash, targetHash, segments }: ExchangeUnit): string {
  const hashes = { 'reihe:source': sourceHash ?? '', 'reihe:target': targetHash ?? '' };
  const content = (parts: readonly CodedPart[]): string =>
    parts.map((part) => (typeof part === 'string' ? escaped(part) : code1(part, content))).join('');
  return element('group', { id: key, resname: context, ...hashes }, [
    ...segments.map(({ slot, source, target }) =>
      element('trans-unit', { id: `${key}.${slot}`, resname: slot, 'xml:space': 'preserve' }, [
        element('source', {}, [content(source)]),
        ...(target ? [element('target', { state: STATES_1[state] }, [content(target)])] : []),
        element('note', {}, [escaped(context)]),
      ]),
    ),
  ]);
}

function code1(
  { id, kind, data, parts }: PlacedCode,
  content: (parts: readonly CodedPart[]) => string,
): string {
  const attributes = { id, ctype: TYPES_1[kind], 'reihe:data': data };
  return parts
    ? element('g', attributes, [content(parts)])
    : element('x', { ...attributes, 'equiv-text': label(kind, data) }, []);
}

/** What translators see in the place of a chip. */
function label(kind: CodeKind, data: string): string {
  if (kind === 'break') return '↵';
  return kind === 'footnote' ? `[note ${data}]` : `[${data.split(' ')[0] ?? kind}]`;
}

function element(name: string, attributes: Record<string, string | undefined>, content: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value ?? '').replaceAll('"', '&quot;')}"`)
    .join('');
  return content.length > 0 ? `<${name}${written}>${content.join('')}</${name}>` : `<${name}${written}/>`;
}

/** What XML has no characters for is shown as replaced. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escaped(words: string): string {
  return words
    .replace(UNWRITABLE, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
