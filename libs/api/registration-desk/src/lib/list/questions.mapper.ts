import type { Language, Translations } from '@reihe/shared-contracts';
import type { DeskQuestion } from '@reihe/shared-registration';
import type { StoredQuestion } from './registrations.repository';

/** In the first of the languages in which there are words. */
export function toDeskQuestion(
  { id, kind, texts, options, isArchived }: StoredQuestion,
  languages: readonly Language[],
): DeskQuestion {
  return {
    id,
    kind,
    isArchived,
    label: best(texts, languages)?.label ?? '',
    options: options.map((option) => ({ id: option.id, label: best(option.labels, languages) ?? '' })),
  };
}

function best<T>(texts: Translations<T>, languages: readonly Language[]): T | undefined {
  const language = languages.find((one) => texts[one] !== undefined);
  return (language && texts[language]) ?? Object.values(texts)[0];
}
