import { LANGUAGES, type Language, type SaveSpeaker, type SpeakerText } from '@reihe/shared-contracts';

/** What a person typed about a speaker; photo and parts follow the same rule and are no texts. */
export type SpeakerDetails = Omit<SaveSpeaker, 'version'>;

export interface MergedSpeaker {
  result: SpeakerDetails;
  /** Empty at the entry that goes on, taken from the other: `city`, `translations.de.bio` … */
  filled: string[];
  /** Written at both, and differently: the entry that goes on keeps its own. */
  differing: { field: string; kept: string; absorbed: string }[];
}

const FIELDS = ['title', 'name', 'email', 'city', 'country', 'language'] as const;
const TEXTS = ['position', 'organisation', 'bio'] as const satisfies readonly (keyof SpeakerText)[];
const NO_TEXT: SpeakerText = { position: '', organisation: '', bio: '' };

/** Whatever is empty is filled from the other entry, nothing that is written is replaced: no detail is lost by a merge. */
export function mergedSpeaker(kept: SpeakerDetails, absorbed: SpeakerDetails): MergedSpeaker {
  const filled: string[] = [];
  const differing: MergedSpeaker['differing'] = [];
  const choose = <T extends string | null>(field: string, own: T, other: T): T => {
    if (!other || own === other) return own;
    if (!own) {
      filled.push(field);
      return other;
    }
    differing.push({ field, kept: own, absorbed: other });
    return own;
  };
  const translations: Partial<Record<Language, SpeakerText>> = { ...kept.translations };
  const result: SpeakerDetails = { ...kept, translations };
  for (const field of FIELDS) Object.assign(result, { [field]: choose(field, kept[field], absorbed[field]) });
  for (const language of LANGUAGES) {
    const other = absorbed.translations[language];
    if (!other) continue;
    const text = { ...NO_TEXT, ...kept.translations[language] };
    for (const field of TEXTS)
      text[field] = choose(`translations.${language}.${field}`, text[field], other[field]);
    translations[language] = text;
  }
  return { result, filled, differing };
}

/** Takes back what a merge filled in, where it still stands as it came; whatever was changed since stays. */
export function splitSpeaker(
  kept: SpeakerDetails,
  absorbed: SpeakerDetails,
  filled: readonly string[],
): SpeakerDetails {
  const translations: Partial<Record<Language, SpeakerText>> = {};
  const result: SpeakerDetails = { ...kept, translations };
  const isTaken = (field: string, own: unknown, other: unknown) => filled.includes(field) && own === other;
  for (const field of FIELDS) {
    if (isTaken(field, kept[field], absorbed[field]))
      Object.assign(result, { [field]: field === 'country' || field === 'language' ? null : '' });
  }
  for (const language of LANGUAGES) {
    const text = kept.translations[language];
    if (!text) continue;
    const other = absorbed.translations[language];
    const left = { ...text };
    for (const field of TEXTS)
      if (isTaken(`translations.${language}.${field}`, text[field], other?.[field])) left[field] = '';
    if (TEXTS.some((field) => left[field] !== '')) translations[language] = left;
  }
  return result;
}
