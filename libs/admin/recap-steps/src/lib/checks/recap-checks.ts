import {
  isLanguage,
  type FigureRequest,
  type Language,
  type RichDocument,
  type RichNode,
} from '@reihe/shared-contracts';
import type { LinkFinding, LinkState, Recap, RecapGap, SaveRecap } from '@reihe/shared-editorial';
import {
  basisAfter,
  checkRichDocument,
  contradictions,
  figuresOf,
  isFinished,
  isOptionalPart,
  leadsToNote,
  linkPlaces,
  progressAfter,
  recapGaps,
  translatedParts,
  type CreditedImage,
  type DocumentErrorCode,
  type KnownNumber,
  type LinkPlace,
} from '@reihe/shared-recap-policies';

/** One finding: what must be mended before publishing, or what would make the recap better. */
export type RecapCheck =
  | { kind: 'gap'; isBlocking: true; gap: RecapGap }
  | { kind: 'document'; isBlocking: true; language: Language; code: DocumentErrorCode }
  | { kind: 'figure'; isBlocking: false; language: Language; figure: FigureRequest }
  | { kind: 'heading-order'; isBlocking: false; language: Language; heading: string }
  | { kind: 'stale'; isBlocking: false; language: Language }
  | ContradictionCheck
  | LinkCheck
  | TranslationCheck;

/** A part of a translation: `title`, `lead`, or the name of a block. */
export type TranslationCheck = {
  isBlocking: false;
  language: Language;
  part: string;
  /** What the original says. */
  original: string;
} & ({ kind: 'untranslated' } | { kind: 'outdated'; was: string; translation: string });

/** A typed number and what the records say instead, in words. */
export interface ContradictionCheck {
  kind: 'contradiction';
  isBlocking: false;
  language: Language;
  words: string;
  blockId: string;
  records: readonly string[];
}

/** A link that leads nowhere, where it stands. */
export interface LinkCheck extends LinkPlace {
  kind: 'link';
  isBlocking: false;
  language: Language;
  /** no-note: within the page, to a footnote that is not there. */
  problem: Extract<LinkState, 'missing' | 'dead' | 'failing' | 'silent'> | 'no-note';
  /** What its host answered. */
  status: number | null;
}

export interface CheckedRecap {
  recap: SaveRecap;
  media: readonly CreditedImage[];
  defaultLanguage: Language;
  /** Of translations of which it is not known what they are translations of. */
  staleLanguages: readonly Language[];
  /** As it is stored, to know what was written since. */
  stored: Pick<Recap, 'translations' | 'translationBases' | 'translationStates'>;
  /** Whether a number placed in the text has a value; true while that is not known yet. */
  hasValue: (figure: FigureRequest) => boolean;
  /** Of the sessions it looks back on and of their series; empty while they are not known yet. */
  records: readonly KnownNumber[];
  /** A record in words: its value, what it counts, where it is from. */
  sayRecord: (figure: FigureRequest) => string;
  /** What is known of links, by their address. */
  links: ReadonlyMap<string, LinkFinding>;
}

export function recapChecks(checked: CheckedRecap): RecapCheck[] {
  const { recap, media, defaultLanguage, staleLanguages } = checked;
  const seen = Object.entries(recap.translations).filter(
    ([language]) => !isLanguage(language) || isSeen(language, checked),
  );
  const gaps = recapGaps({ ...recap, translations: Object.fromEntries(seen) }, media, defaultLanguage).map(
    (gap): RecapCheck => ({
      kind: 'gap',
      isBlocking: true,
      gap,
    }),
  );
  const texts = Object.entries(recap.translations).flatMap(([language, text]) =>
    isLanguage(language) ? documentChecks(text.body, language, checked) : [],
  );
  const parts = Object.keys(recap.translations)
    .filter(isLanguage)
    .flatMap((language) => translationChecks(language, checked));
  const stale = staleLanguages
    .filter((language) => recap.translations[language] !== undefined && !isFollowed(language, checked))
    .map((language): RecapCheck => ({ kind: 'stale', isBlocking: false, language }));
  return [...gaps, ...texts, ...parts, ...stale].sort((a, b) => Number(b.isBlocking) - Number(a.isBlocking));
}

/** Whether it is known what the parts of a translation are translations of. */
function isFollowed(language: Language, { stored }: CheckedRecap): boolean {
  return Object.keys(stored.translationBases[language] ?? {}).length > 0;
}

/** Readers do not see a translation in progress: it holds nothing back. */
function isSeen(language: Language, checked: CheckedRecap): boolean {
  const saved = onceSaved(language, checked);
  if (!saved) return true;
  const { original, before, text, basis } = saved;
  const was = checked.stored.translationStates[language]?.state ?? 'missing';
  return progressAfter(original, before, text, basis, isFinished(was)).isFinished;
}

/** A translation as it would be once it is saved; null for the original, and where that is not there. */
function onceSaved(language: Language, { recap, stored, defaultLanguage }: CheckedRecap) {
  const [original, text] = [recap.translations[defaultLanguage], recap.translations[language]];
  if (!original || !text || language === defaultLanguage) return null;
  const before = {
    original: stored.translations[defaultLanguage] ?? null,
    translation: stored.translations[language] ?? null,
  };
  const basis = basisAfter(original, before, text, stored.translationBases[language] ?? {});
  return { original, before, text, basis };
}

/** What is written anew goes away while one writes. */
function translationChecks(language: Language, checked: CheckedRecap): TranslationCheck[] {
  const saved = isFollowed(language, checked) ? onceSaved(language, checked) : null;
  if (!saved) return [];
  const { original, text, basis } = saved;
  return translatedParts(original, text, basis).flatMap(
    ({ key: part, state, original: words, translation, basis: was }): TranslationCheck[] => {
      // Search engines get title and lead.
      if (isOptionalPart(part)) return [];
      const found = { isBlocking: false, language, part, original: words } as const;
      if (state === 'missing') return [{ ...found, kind: 'untranslated' }];
      return state === 'outdated' ? [{ ...found, kind: 'outdated', was: was ?? '', translation }] : [];
    },
  );
}

function documentChecks(
  body: RichDocument,
  language: Language,
  { hasValue, records, sayRecord, links }: CheckedRecap,
): RecapCheck[] {
  const error = checkRichDocument(body);
  if (error) return [{ kind: 'document', isBlocking: true, language, code: error.code }];
  const withoutValue = figuresOf(body).find((figure) => !hasValue(figure));
  const heading = skippingHeading(body);
  const contradicting = contradictions(body, language, records).map(
    ({ typed: { words, blockId }, records: found }): ContradictionCheck => ({
      ...{ kind: 'contradiction', isBlocking: false, language, words, blockId },
      records: found.map(sayRecord),
    }),
  );
  return [
    ...contradicting,
    ...linkChecks(body, language, links),
    ...(withoutValue ? [{ kind: 'figure', isBlocking: false, language, figure: withoutValue } as const] : []),
    ...(heading !== null ? [{ kind: 'heading-order', isBlocking: false, language, heading } as const] : []),
  ];
}

/** What a host does not tell programs is nobody's fault. */
function linkChecks(
  body: RichDocument,
  language: Language,
  links: ReadonlyMap<string, LinkFinding>,
): LinkCheck[] {
  return linkPlaces(body).flatMap((found): LinkCheck[] => {
    const { href } = found;
    const place = { ...found, kind: 'link', isBlocking: false, language } as const;
    if (!leadsToNote(href, body)) return [{ ...place, problem: 'no-note', status: null }];
    const { state = 'good', status = null } = links.get(href) ?? {};
    if (state === 'good' || state === 'untold' || state === 'not-asked') return [];
    return [{ ...place, problem: state, status }];
  });
}

/** The first heading more than one level below the one before: people who listen to a page lose their way there. */
function skippingHeading({ content }: RichDocument): string | null {
  // The page's title is the first level.
  let level = 1;
  for (const node of content) {
    if (node.type !== 'heading') continue;
    const next = node.attrs?.level ?? level;
    if (next > level + 1) return wordsOf(node);
    level = next;
  }
  return null;
}

function wordsOf(node: RichNode): string {
  return node.text ?? (node.content ?? []).map(wordsOf).join('');
}
