import { fieldError } from '@reihe/shared-form-policies';
import { recapTextRules, type ExchangeRow, type RecapText } from '@reihe/shared-editorial';
import type { RichNode } from '@reihe/shared-contracts';
import {
  blockWords,
  checkRichDocument,
  fingerprint,
  isTextLine,
  plainText,
  shapeOf,
  slotsOf,
  withSlots,
  type TextLine,
} from '@reihe/shared-recap-policies';
import { codedText, type ExchangeFile, type ExchangeUnit } from './exchange-file';
import { resolveRun, type ResolvedRun } from './resolve-codes';
import { blockOf, hashOf } from './units-of';

/** A part of a translation as a file wants it. */
export interface ComparedRow {
  row: ExchangeRow;
  /** A line, or a block; null where nothing can come of it. */
  content: string | RichNode | null;
  /** What the part is a translation of, where that is not what the original says now. */
  madeOf: string | null;
}

/** What a file would do to a translation, part by part in the order of the file; a part that comes twice counts once. */
export function compareFile(
  file: ExchangeFile,
  original: RecapText,
  translation: RecapText | null,
): ComparedRow[] {
  const seen = new Set<string>();
  return file.units.flatMap((unit) => {
    if (unit.key === '' || seen.has(unit.key)) return [];
    seen.add(unit.key);
    return [
      isTextLine(unit.key)
        ? comparedLine(unit, unit.key, original, translation)
        : comparedBlock(unit, original, translation),
    ];
  });
}

function comparedLine(
  unit: ExchangeUnit,
  key: TextLine,
  original: RecapText,
  translation: RecapText | null,
): ComparedRow {
  const [source, before] = [original[key].trim(), translation?.[key].trim() ?? ''];
  const [segment] = unit.segments;
  const target = segment?.target ?? null;
  const hasCodes = target?.some((part) => typeof part !== 'string') ?? false;
  const after = target ? codedText(target).replace(/\s+/gu, ' ').trim() : '';
  const isChanged = unit.sourceHash !== null && unit.sourceHash !== hashOf(source);
  const row: ExchangeRow = {
    ...{ key, original: source, before, after, missingCodes: [], isOriginalChanged: isChanged },
    kind: source === '' ? 'gone' : after === '' ? 'untranslated' : kindOf(before, after),
    isNewerHere: isNewer(unit, before === '' ? null : before, after !== before),
    problems: [
      ...(hasCodes ? ['markup' as const] : []),
      ...(after !== '' && fieldError(after, recapTextRules[key]) ? ['not-allowed' as const] : []),
    ],
  };
  return { row, content: after, madeOf: isChanged ? codedText(segment?.source ?? []).trim() : null };
}

function comparedBlock(unit: ExchangeUnit, original: RecapText, translation: RecapText | null): ComparedRow {
  const [source, before] = [blockOf(original, unit.key), blockOf(translation, unit.key)];
  const words = before ? blockWords(before) : '';
  const sourceText = unit.segments.map((segment) => codedText(segment.source)).join('\n');
  const targetText = unit.segments.map(({ target }) => codedText(target ?? [])).join('\n');
  const empty = { key: unit.key, before: words, missingCodes: [], isNewerHere: false, problems: [] };
  if (!source) {
    const row = {
      ...empty,
      kind: 'gone',
      original: sourceText,
      after: targetText,
      isOriginalChanged: true,
    } as const;
    return { row, content: null, madeOf: null };
  }
  const isOriginalChanged = unit.sourceHash !== null && unit.sourceHash !== hashOf(source);
  const asked = { ...empty, original: blockWords(source), isOriginalChanged };
  if (unit.segments.every(({ target }) => target === null))
    return { row: { ...asked, kind: 'untranslated', after: '' }, content: null, madeOf: null };
  const { block, runs, isWhole } = builtBlock(unit, source, before);
  const problems = [...new Set(runs.flatMap((run) => run.problems))];
  if (!isWhole) problems.push('incomplete');
  if (checkRichDocument({ type: 'doc', content: [block] })) problems.push('not-allowed');
  const isSame = before !== null && fingerprint(before) === fingerprint(block);
  const row: ExchangeRow = {
    ...asked,
    kind: isSame ? 'same' : before && words !== '' ? 'change' : 'new',
    after: blockWords(block),
    isNewerHere: isNewer(unit, before, !isSame),
    missingCodes: runs.flatMap(({ missing }) => missing),
    problems,
  };
  return { row, content: block, madeOf: isOriginalChanged ? madeOf(unit, source, sourceText) : null };
}

/** In the shape of the original; where the translation has that too, with what is the translation's own. */
function builtBlock(unit: ExchangeUnit, source: RichNode, before: RichNode | null) {
  const isAlike = before !== null && shapeOf(before) === shapeOf(source);
  const base = isAlike ? before : source;
  const sources = new Map(slotsOf(source).map((slot) => [slot.name, slot]));
  const segments = new Map(unit.segments.map((segment) => [segment.slot, segment]));
  const runs: ResolvedRun[] = [];
  let isWhole = true;
  const block = withSlots(base, (slot) => {
    // Notes come with their run, which may have put them in another order.
    const from = sources.get(slot.name);
    if (slot.kind === 'note' || !from) return undefined;
    const target = segments.get(slot.name)?.target ?? null;
    if (target === null) {
      isWhole &&= from.content.every(({ text = '' }) => text.trim() === '');
      return undefined;
    }
    const run = resolveRun(target, from, isAlike ? slot : undefined);
    runs.push(run);
    if (slot.kind !== 'run') return [{ type: 'text', text: plainText(run.content) }];
    return withNotes(
      run.content,
      (note) => {
        const said = segments.get(`${slot.name}.n${note}`)?.target;
        if (said) return codedText(said);
        const own = isAlike ? slotsOf(base).find(({ name }) => name === `${slot.name}.n${note}`) : undefined;
        if (!own) isWhole = false;
        return own ? plainText(own.content) : '';
      },
      from.content,
    );
  });
  return { block: { ...block, attrs: { ...block.attrs, id: unit.key } }, runs, isWhole };
}

/** Each note of the run says what belongs to its number in the original. */
function withNotes(
  content: readonly RichNode[],
  wordsOf: (note: number) => string,
  source: readonly RichNode[],
): RichNode[] {
  const notes = source.filter(({ type }) => type === 'footnote').map(({ attrs }) => attrs?.note);
  return content.map((node) => {
    if (node.type !== 'footnote') return node;
    const at = notes.indexOf(node.attrs?.note);
    if (at < 0) return node;
    // Two notes of the same words: each has its turn.
    notes[at] = undefined;
    return { ...node, attrs: { ...node.attrs, note: wordsOf(at + 1) || (node.attrs?.note ?? '') } };
  });
}

/** The original as it was when the file was made, as the basis of a part tells it. */
function madeOf(unit: ExchangeUnit, source: RichNode, sourceText: string): string {
  const segments = new Map(unit.segments.map((segment) => [segment.slot, segment]));
  const isAlike = slotsOf(source).every(({ name }) => segments.has(name));
  if (!isAlike) return sourceText;
  const was = withSlots(source, ({ name, kind }) =>
    kind === 'note' ? undefined : [{ type: 'text', text: codedText(segments.get(name)?.source ?? []) }],
  );
  return blockWords(was);
}

function kindOf(before: string, after: string): ExchangeRow['kind'] {
  return before === '' ? 'new' : before === after ? 'same' : 'change';
}

/** Where the file does not say what the translation was, any is taken to be newer. */
function isNewer(unit: ExchangeUnit, now: string | RichNode | null, isChange: boolean): boolean {
  return isChange && now !== null && unit.targetHash !== hashOf(now);
}
