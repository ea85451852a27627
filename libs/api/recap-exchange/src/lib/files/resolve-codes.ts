import type { RichNode } from '@reihe/shared-contracts';
import type { ExchangeCode, ExchangeProblem } from '@reihe/shared-editorial';
import {
  codeName,
  codesOf,
  inlineContent,
  inlineParts,
  isCarried,
  type CodeKind,
  type InlineCode,
  type InlinePart,
  type TextSlot,
} from '@reihe/shared-recap-policies';
import { FOREIGN } from '../xliff/read-xliff';
import { placedCodes, type CodedPart, type PlacedCode } from './exchange-file';
import { sourceParts } from './units-of';

export interface ResolvedRun {
  content: RichNode[];
  missing: ExchangeCode[];
  problems: ExchangeProblem[];
}

type KnownPart = ReturnType<typeof codesOf>[number];

/**
 * What a target says, with each code what the original, or the translation as it is, has for it: nothing that shows or leads anywhere
 * comes from the file.
 * @param translated the same run as it is translated now
 */
export function resolveRun(
  target: readonly CodedPart[],
  source: TextSlot,
  translated?: TextSlot,
): ResolvedRun {
  const ofSource = codesOf(inlineParts(source.content));
  const known = [...ofSource, ...(translated ? codesOf(inlineParts(translated.content)) : [])];
  const byId = new Map(placedCodes(sourceParts(source)).map((code) => [code.id, code]));
  const problems = new Set<ExchangeProblem>();
  const used = new Map<string, number>();
  const resolve = (parts: readonly CodedPart[]): InlinePart[] =>
    parts.flatMap((part): InlinePart[] => {
      if (typeof part === 'string') return [part];
      const code = part.kind === (FOREIGN as CodeKind) ? byId.get(part.id) : named(part, byId);
      if (!code || (part.parts === undefined) !== isChip(code)) {
        problems.add(code || part.parts ? 'unknown-code' : 'markup');
        return resolve(part.parts ?? []);
      }
      const name = codeName(code);
      used.set(name, (used.get(name) ?? 0) + 1);
      const found = knownPart(code, known);
      if (!found) {
        problems.add('unknown-code');
        return resolve(part.parts ?? []);
      }
      return ['mark' in found ? { ...found, parts: resolve(part.parts ?? []) } : found];
    });
  const content = inlineContent(resolve(target));
  const missing = ofSource.filter((code) => {
    const left = used.get(codeName(code)) ?? 0;
    used.set(codeName(code), left - 1);
    return isCarried(code) && left <= 0;
  });
  const isDoubled = [...used].some(([name, left]) => left > 0 && isOnce(name, known));
  if (isDoubled) problems.add('doubled-code');
  return { content, missing: missing.map(shownCode), problems: [...problems] };
}

/** Tools may keep the number of a code and lose what belongs to it. */
function named(part: PlacedCode, byId: ReadonlyMap<string, InlineCode>): InlineCode {
  const same = byId.get(part.id);
  return part.data === '' && same?.kind === part.kind ? same : part;
}

function isChip({ kind }: InlineCode): boolean {
  return kind === 'figure' || kind === 'footnote' || kind === 'break';
}

/** Words may be emphasised and broken as the language does; what shows something is the original's or the translation's own. */
function knownPart(code: InlineCode, known: readonly KnownPart[]): KnownPart | null {
  const found = known.find((part) => codeName(part) === codeName(code));
  if (found) return found;
  if (code.kind === 'break') return { ...code, node: { type: 'hardBreak' } };
  if (code.kind === 'bold' || code.kind === 'italic')
    return { ...code, mark: { type: code.kind }, parts: [] };
  return null;
}

/** A number or a note that stands in the text once has no second place. A link may be split. */
function isOnce(name: string, known: readonly KnownPart[]): boolean {
  return known.some(
    (part) => codeName(part) === name && (part.kind === 'figure' || part.kind === 'footnote'),
  );
}

function shownCode({ kind, data }: InlineCode): ExchangeCode {
  return { kind: kind === 'figure' || kind === 'footnote' ? kind : 'link', data };
}
