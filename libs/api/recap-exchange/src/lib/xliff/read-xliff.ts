import type { CodeKind } from '@reihe/shared-recap-policies';
import { fileRefused } from '../exchange.errors';
import type {
  CodedPart,
  ExchangeFile,
  ExchangeSegment,
  ExchangeUnit,
  PlacedCode,
} from '../files/exchange-file';
import { decodeXml, readXml, type XmlElement } from './read-xml';
import { NOTES, OWN, TYPES_1, TYPES_2, XLIFF_1, XLIFF_2 } from './write-xliff';

/** Something in a target that is neither words nor a known kind of code. */
export const FOREIGN = 'foreign';

/**
 * A file that came back, told by its content whichever of the formats it is.
 * @throws recap.file-refused
 */
export function readXliff(bytes: Uint8Array): ExchangeFile {
  if (bytes.length === 0) throw fileRefused('empty');
  const root = readXml(decodeXml(bytes));
  if (root.name !== 'xliff') throw fileRefused('not-xliff');
  const version = root.attributes['version'] ?? '';
  if (root.uri === XLIFF_2 && version.startsWith('2.')) return version2(root);
  if (root.uri === XLIFF_1 && version === '1.2') return version1(root);
  throw fileRefused('version', { version: version.slice(0, 20) });
}

function version2(root: XmlElement): ExchangeFile {
  const file = onlyFile(root);
  return {
    format: 'xliff-2.1',
    recapId: recapIdOf(file),
    title: '',
    source: root.attributes['srcLang'] ?? '',
    target: root.attributes['trgLang'] ?? '',
    units: descendants(file, 'unit').map(unit2),
  };
}

function unit2(unit: XmlElement): ExchangeUnit {
  const data = new Map(
    descendants(unit, 'data').map((element) => [element.attributes['id'] ?? '', textOf(element)]),
  );
  const notes = descendants(unit, 'note');
  const noted = (category: string) => {
    const note = notes.find(({ attributes }) => attributes['category'] === category);
    return note ? textOf(note).trim() : null;
  };
  const parts = (element: XmlElement | undefined) =>
    element && codedParts(element, (code) => code2(code, data));
  const segments = elements(unit, 'segment').map((segment): ExchangeSegment => {
    const [source, target] = [child(segment, 'source'), child(segment, 'target')].map(parts);
    return { slot: segment.attributes['id'] ?? 's1', source: source ?? [], target: withWords(target) };
  });
  return {
    ...{ key: unit.attributes['id'] ?? '', context: noted(NOTES.context) ?? '', state: 'initial' },
    ...{ sourceHash: noted(NOTES.source), targetHash: noted(NOTES.target), segments },
  };
}

function code2(element: XmlElement, data: ReadonlyMap<string, string>): Omit<PlacedCode, 'parts'> {
  const { attributes } = element;
  const { id = '', type, subType, dataRef, dataRefStart } = attributes;
  const kind = kindOf((known) => TYPES_2[known].type === type && TYPES_2[known].subType === subType);
  const found = data.get(dataRef ?? dataRefStart ?? '');
  return { id, kind: kind ?? (FOREIGN as CodeKind), data: found ?? '' };
}

function version1(root: XmlElement): ExchangeFile {
  const file = onlyFile(root);
  const groups = descendants(file, 'group');
  return {
    format: 'xliff-1.2',
    recapId: recapIdOf(file),
    title: '',
    source: file.attributes['source-language'] ?? '',
    target: file.attributes['target-language'] ?? '',
    units: groups.map((group): ExchangeUnit => {
      const own = (name: string) => group.attributes[`{${OWN}}${name}`] ?? null;
      return {
        ...{
          key: group.attributes['id'] ?? '',
          context: group.attributes['resname'] ?? '',
          state: 'initial',
        },
        ...{ sourceHash: own('source'), targetHash: own('target') },
        segments: elements(group, 'trans-unit').map((unit): ExchangeSegment => {
          const key = group.attributes['id'] ?? '';
          const parts = (element: XmlElement | undefined) => element && codedParts(element, code1);
          const [source, target] = [child(unit, 'source'), child(unit, 'target')].map(parts);
          const slot = unit.attributes['resname'] ?? unit.attributes['id']?.slice(key.length + 1) ?? 's1';
          return { slot, source: source ?? [], target: withWords(target) };
        }),
      };
    }),
  };
}

function code1({ attributes }: XmlElement): Omit<PlacedCode, 'parts'> {
  const kind = kindOf((known) => TYPES_1[known] === attributes['ctype']);
  const { id = '' } = attributes;
  return { id, kind: kind ?? (FOREIGN as CodeKind), data: attributes[`{${OWN}}data`] ?? '' };
}

/** Codes with words in them are marks, those without are chips; what only marks words up for translators is looked through. */
function codedParts(
  element: XmlElement,
  codeOf: (element: XmlElement) => Omit<PlacedCode, 'parts'>,
): CodedPart[] {
  return element.children.flatMap((part): CodedPart[] => {
    if (typeof part === 'string') return [part];
    if (part.name === 'mrk') return codedParts(part, codeOf);
    if (part.name === 'sm' || part.name === 'em') return [];
    if (part.name === 'cp') return [characterOf(part)];
    if (part.name === 'pc' || part.name === 'g')
      return [{ ...codeOf(part), parts: codedParts(part, codeOf) }];
    if (part.name === 'ph' || part.name === 'x') return [codeOf(part)];
    return [{ id: part.name.slice(0, 40), kind: FOREIGN as CodeKind, data: '' }];
  });
}

function characterOf({ attributes }: XmlElement): string {
  const point = Number.parseInt(attributes['hex'] ?? '', 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

/** Tools that fill nothing in leave an empty target. */
function withWords(target: CodedPart[] | undefined): CodedPart[] | null {
  return target?.some((part) => part !== '') ? target : null;
}

function kindOf(isIt: (kind: CodeKind) => boolean): CodeKind | undefined {
  return (Object.keys(TYPES_2) as CodeKind[]).find(isIt);
}

/** A file of several recaps is several files. */
function onlyFile(root: XmlElement): XmlElement {
  const [file, another] = elements(root, 'file');
  if (!file) throw fileRefused('not-xliff');
  if (another) throw fileRefused('several');
  return file;
}

function recapIdOf({ attributes }: XmlElement): string {
  return (attributes['original'] ?? '').replace(/^recap:/, '');
}

function elements({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return elements(element, name)[0];
}

/** Wherever they are below, but not within one another. */
function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((one) =>
    typeof one === 'string' ? [] : one.name === name ? [one] : descendants(one, name),
  );
}

function textOf({ children }: XmlElement): string {
  return children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('');
}
