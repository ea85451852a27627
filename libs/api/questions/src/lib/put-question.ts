import { LANGUAGES, type Language, type Translations } from '@reihe/shared-contracts';
import type { PublicQuestion } from '@reihe/shared-registration';
import type { StoredQuestion } from './session-questions.repository';

/** A question in the reader's words: their language, else that of the series, else any. An option may have another than its question. */
export function putQuestion(
  { id, kind, isRequired, texts, options, condition, min, max }: StoredQuestion,
  language: Language,
  defaultLanguage: Language,
): Omit<PublicQuestion, 'sessionSlugs'> {
  const order = [language, defaultLanguage, ...LANGUAGES];
  const asked = order.find((one) => texts[one] !== undefined) ?? language;
  const inWords = (labels: Translations<string>) => [asked, ...order].map((one) => labels[one]).find(Boolean);
  return {
    id,
    kind,
    isRequired,
    label: texts[asked]?.label ?? '',
    hint: texts[asked]?.hint ?? '',
    language: asked,
    options: options
      .filter(({ isArchived }) => !isArchived)
      .map((option) => ({ id: option.id, label: inWords(option.labels) ?? option.id })),
    condition,
    min,
    max,
  };
}
