import type { RichNode } from '@reihe/shared-contracts';
import type { RecapText, TranslationBasis } from '@reihe/shared-editorial';
import {
  codeName,
  fingerprint,
  hasWords,
  inlineParts,
  namedBlocks,
  shapeOf,
  slotsOf,
  TEXT_LINES,
  translatedParts,
  type InlinePart,
  type TextSlot,
} from '@reihe/shared-recap-policies';
import { NO_TARGET, placedCodes, type CodedPart, type ExchangeUnit, type UnitState } from './exchange-file';

/** What is to be translated in a recap, with what is translated already where it has the shape of the original. */
export function unitsOf(
  original: RecapText,
  translation: RecapText | null,
  basis: TranslationBasis,
  isReviewed: boolean,
): ExchangeUnit[] {
  const current = new Set(
    translation
      ? translatedParts(original, translation, basis).flatMap(({ key, state, translation: words }) =>
          state === 'current' && words !== '' ? key : [],
        )
      : [],
  );
  const stateOf = (key: string): UnitState =>
    current.has(key) ? (isReviewed ? 'reviewed' : 'translated') : 'initial';
  const lines = TEXT_LINES.flatMap((key): ExchangeUnit[] => {
    const words = original[key].trim();
    if (words === '') return [];
    const translated = translation?.[key].trim() ?? '';
    const segment = { slot: 's1', source: [words], target: translated === '' ? null : [translated] };
    return [{ key, context: key, state: stateOf(key), ...hashes(words, translated), segments: [segment] }];
  });
  const blocks = namedBlocks(original.body).content.flatMap((block): ExchangeUnit[] => {
    const key = block.attrs?.id;
    if (key === undefined || !hasWords(block)) return [];
    const translated = blockOf(translation, key);
    const isAlike = translated !== null && shapeOf(translated) === shapeOf(block);
    return [
      {
        key,
        context: contextOf(block),
        state: isAlike ? stateOf(key) : 'initial',
        ...hashes(block, translated),
        segments: segmentsOf(block, isAlike ? translated : null),
      },
    ];
  });
  const [title, lead, ...seo] = lines;
  const isHead = (unit: ExchangeUnit | undefined) => unit?.key === 'title' || unit?.key === 'lead';
  return [
    ...[title, lead].filter((unit) => unit !== undefined).filter(isHead),
    ...blocks,
    ...[title, lead, ...seo].filter((unit) => unit !== undefined).filter((unit) => !isHead(unit)),
  ];
}

export function blockOf(text: RecapText | null, key: string): RichNode | null {
  return (text && namedBlocks(text.body).content.find(({ attrs }) => attrs?.id === key)) ?? null;
}

/** Of a line its words, of a block all of it. */
export function hashOf(content: string | RichNode | null): string {
  return content === null || content === '' ? NO_TARGET : fingerprint(content);
}

function hashes(source: string | RichNode, target: string | RichNode | null) {
  return { sourceHash: hashOf(source), targetHash: hashOf(target) };
}

function segmentsOf(block: RichNode, translated: RichNode | null): ExchangeUnit['segments'] {
  const targets = new Map(translated ? slotsOf(translated).map((slot) => [slot.name, slot]) : []);
  return slotsOf(block).flatMap((slot) => {
    const source = sourceParts(slot);
    const target = targets.get(slot.name);
    return [{ slot: slot.name, source, target: target ? targetParts(target, source) : null }];
  });
}

/** Codes are numbered as they are read: the same original gives the same numbers. */
export function sourceParts({ name, content }: TextSlot): CodedPart[] {
  let count = 0;
  return coded(inlineParts(content), () => `${name}c${(count += 1)}`);
}

/** What is the same in both languages has the same number; what the translation alone has gets another. */
function targetParts({ name, content }: TextSlot, source: readonly CodedPart[]): CodedPart[] {
  const free = placedCodes(source);
  let count = 0;
  return coded(inlineParts(content), (part) => {
    const at = free.findIndex((code) => codeName(code) === codeName(part));
    const [same] = at < 0 ? [] : free.splice(at, 1);
    return same?.id ?? `${name}t${(count += 1)}`;
  });
}

function coded(
  parts: readonly InlinePart[],
  idOf: (part: Exclude<InlinePart, string>) => string,
): CodedPart[] {
  return parts.map((part): CodedPart => {
    if (typeof part === 'string') return part;
    const { kind, data } = part;
    const id = idOf(part);
    return { id, kind, data, ...('mark' in part && { parts: coded(part.parts, idOf) }) };
  });
}

function contextOf({ type, attrs }: RichNode): string {
  return type === 'heading' ? `heading ${attrs?.level ?? ''}`.trim() : type;
}
