import {
  isLanguage,
  type FigureRequest,
  type Language,
  type Measure,
  type RichDocument,
  type RichNode,
} from '@reihe/shared-contracts';

/** A number of the records that a text may speak of. */
export interface KnownNumber extends FigureRequest {
  value: number;
  /** "More than": the records know no more than that. */
  isAtLeast: boolean;
  /** Of a range, the most that it can be. */
  upTo?: number | null;
}

export interface TypedNumber {
  /** Name of the block it stands in; empty where that has none. */
  blockId: string;
  /** As it is written, e.g. "more than 800 participants". */
  words: string;
  value: number;
  manner: 'exact' | 'more-than' | 'about';
  /** What it may be a number of. */
  measures: readonly Measure[];
}

/** A typed number that is none of what the records say. */
export interface Contradiction {
  typed: TypedNumber;
  /** What the records say instead, never empty. */
  records: readonly KnownNumber[];
}

interface WordsOfLanguage {
  moreThan: string;
  about: string;
  /** What makes a share of a number. */
  share: RegExp;
  nouns: Partial<Record<'people' | 'registered' | 'cities' | 'countries' | 'speakers' | 'sessions', string>>;
}

/** Nouns as parts of regular expressions, in every form in which they follow a number. */
const WORDS: Record<Language, WordsOfLanguage> = {
  en: {
    moreThan: 'more than|over|at least',
    about: 'about|around|some|nearly|almost|roughly',
    share: /\bper ?cent\b/iu,
    nouns: {
      people: 'participants?|attendees?|people|persons?|professionals|experts',
      registered: 'registrations?|registrants?',
      cities: 'cities|city|towns?|municipalities|municipality',
      countries: 'countries|country',
      speakers: 'speakers?',
      sessions: 'sessions?',
    },
  },
  de: {
    moreThan: 'mehr als|über|mindestens',
    about: 'rund|etwa|circa|ca\\.|ungefähr|fast|knapp|gut',
    share: /\bprozent\b/iu,
    nouns: {
      people:
        'teilnehmende[rn]?|teilnehmer(?:innen|:innen|\\*innen|n)?|personen|menschen|fachleuten?|expert(?:en|innen|:innen|\\*innen)',
      registered: 'anmeldungen?|angemeldeten?',
      cities: 'städten?|stadt|kommunen?|gemeinden?',
      countries: 'ländern?|land|staaten',
      speakers:
        'vortragenden?|referent(?:en|innen|:innen|\\*innen)|referierenden?|sprecher(?:innen|:innen|\\*innen|n)?',
      sessions: 'veranstaltungen?|sitzungen?|termine?n?',
    },
  },
  es: {
    moreThan: 'más de|al menos',
    about: 'unos|unas|cerca de|alrededor de|casi',
    share: /\bpor ciento\b/iu,
    nouns: {
      people: 'participantes?|asistentes?|personas?|profesionales|expert[oa]s',
      registered: 'inscripci(?:ón|ones)|inscrit[oa]s',
      cities: 'ciudad(?:es)?|municipios?',
      countries: 'país(?:es)?',
      speakers: 'ponentes?|orador(?:es|as)?',
      sessions: 'sesi(?:ón|ones)',
    },
  },
  fr: {
    moreThan: 'plus de|au moins',
    about: 'environ|près de|quelque|presque',
    share: /\bpour ?cent\b/iu,
    nouns: {
      people: 'participant(?:e?s|e)?|personnes?|professionnel(?:le)?s|expert(?:e)?s',
      registered: 'inscriptions?|inscrit(?:e)?s',
      cities: 'villes?|communes?|municipalités?',
      countries: 'pays',
      speakers: 'intervenant(?:e)?s?|orat(?:eurs?|rices?)',
      sessions: 'séances?|sessions?',
    },
  },
};

const MEASURES_OF: Record<keyof WordsOfLanguage['nouns'], readonly Measure[]> = {
  people: ['attended', 'attendees', 'participants', 'participations'],
  registered: ['registered', 'confirmed'],
  cities: ['cities'],
  countries: ['countries'],
  speakers: ['speakers'],
  sessions: ['sessions'],
};

/** Those of which the sum over several sessions is a number of its own. */
const SUMMED: readonly Measure[] = ['attended', 'registered', 'confirmed'];
/** "About" is right within a tenth. */
const ABOUT = 0.1;
/** Stands for what is no typed word; no number reaches over it. */
const GAP = '\u{fffc}';
const NUMBER = String.raw`\d{1,3}(?:[.,'’\u{a0}\u{202f} ]\d{3})+|\d+`;
const YEAR = /^(19|20)\d\d$/;

const patterns = new Map<string, RegExp>();

/** Typed numbers before words of what Reihe counts; years, shares and numbers of a language that nobody described are passed over. */
export function typedNumbers(document: RichDocument, language: string): TypedNumber[] {
  if (!isLanguage(language)) return [];
  const words = WORDS[language];
  return document.content.flatMap((block) =>
    linesOf(block).flatMap((line) => numbersIn(line, language, words, block.attrs?.id ?? '')),
  );
}

/**
 * Typed numbers that the records contradict: there are records of what the number is said to be of, and it is none of them.
 * @param known of the sessions that the text is about, and of their series
 */
export function contradictions(
  document: RichDocument,
  language: string,
  known: readonly KnownNumber[],
): Contradiction[] {
  return typedNumbers(document, language).flatMap((typed) => {
    const records = known.filter(({ measure }) => typed.measures.includes(measure));
    const compared = [...records, ...sumsOf(records)];
    const isRight = records.length === 0 || compared.some((record) => fits(typed, record));
    return isRight ? [] : [{ typed, records }];
  });
}

function numbersIn(line: string, language: string, words: WordsOfLanguage, blockId: string): TypedNumber[] {
  return [...line.matchAll(patternOf(language, words))].flatMap((match) => {
    const { manner = '', number = '', between = '', noun = '' } = match.groups ?? {};
    if (YEAR.test(number) || words.share.test(between)) return [];
    const kind = kindOf(noun, words);
    if (!kind) return [];
    return [
      {
        blockId,
        words: match[0],
        value: Number(number.replaceAll(/\D/g, '')),
        manner: mannerOf(manner, words),
        measures: MEASURES_OF[kind],
      },
    ];
  });
}

function patternOf(language: string, { moreThan, about, nouns }: WordsOfLanguage): RegExp {
  const known = patterns.get(language);
  if (known) return known;
  const noun = Object.values(nouns).join('|');
  const made = new RegExp(
    String.raw`(?<![\p{L}\p{N}.,])(?:(?<manner>${moreThan}|${about})\s+)?(?<number>${NUMBER})(?![\p{N}%])\s+(?<between>(?:[\p{L}-]+\s+){0,2}?)(?<noun>${noun})(?![\p{L}])`,
    'giu',
  );
  patterns.set(language, made);
  return made;
}

function kindOf(noun: string, { nouns }: WordsOfLanguage): keyof WordsOfLanguage['nouns'] | undefined {
  return (Object.keys(nouns) as (keyof typeof nouns)[]).find((kind) =>
    new RegExp(`^(?:${nouns[kind] ?? ''})$`, 'iu').test(noun),
  );
}

function mannerOf(manner: string, { moreThan, about }: WordsOfLanguage): TypedNumber['manner'] {
  if (new RegExp(`^(?:${moreThan})$`, 'iu').test(manner)) return 'more-than';
  return new RegExp(`^(?:${about})$`, 'iu').test(manner) ? 'about' : 'exact';
}

type KnownRange = Pick<KnownNumber, 'value' | 'isAtLeast' | 'upTo'>;

function fits({ value, manner }: TypedNumber, record: KnownRange): boolean {
  const most = record.upTo ?? (record.isAtLeast ? Infinity : record.value);
  switch (manner) {
    case 'exact':
      return value >= record.value && value <= most;
    case 'more-than':
      return record.isAtLeast ? value <= record.value : value < record.value;
    case 'about':
      return value >= record.value * (1 - ABOUT) && value <= most * (1 + ABOUT);
  }
}

/** Over the sessions, where there are several of a measure. */
function sumsOf(records: readonly KnownNumber[]): KnownRange[] {
  return SUMMED.flatMap((measure) => {
    const each = records.filter((record) => record.measure === measure && record.sessionId !== null);
    if (each.length < 2) return [];
    return [
      {
        value: each.reduce((sum, { value }) => sum + value, 0),
        isAtLeast: each.some(({ isAtLeast }) => isAtLeast),
        upTo: endOfSum(each),
      },
    ];
  });
}

/** null: one of them may be any number more. */
function endOfSum(each: readonly KnownRange[]): number | null {
  const ends = each.map(({ value, isAtLeast, upTo }) => upTo ?? (isAtLeast ? Infinity : value));
  const sum = ends.reduce((all, end) => all + end, 0);
  return Number.isFinite(sum) ? sum : null;
}

/** Each run of words of a block, as one text. */
function linesOf(node: RichNode): string[] {
  const content = node.content ?? [];
  const isLine = node.type === 'paragraph' || node.type === 'heading';
  return isLine
    ? [content.map(({ type, text }) => (type === 'text' ? (text ?? '') : GAP)).join('')]
    : content.flatMap(linesOf);
}
