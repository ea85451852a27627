import type { FieldErrorCode } from '@reihe/shared-contracts';
import type { PublicQuestion, QuestionKind } from '@reihe/shared-registration';
import type { Formats } from '@reihe/web-platform';
import { fieldErrorWords } from '../words/field-words';

/** What is wrong with an answer and how to mend it. */
export function answerErrorWords(kind: QuestionKind, code: FieldErrorCode, limit?: number): string {
  if (kind === 'number' && code === 'wrong-type')
    return $localize`:@@web.question.error.number:Please enter a whole number.`;
  if (code === 'required' && (kind === 'choice' || kind === 'country'))
    return $localize`:@@web.question.error.choose:Please choose one of these.`;
  if (code === 'required' && kind === 'many')
    return $localize`:@@web.question.error.choose-some:Please choose at least one of these.`;
  return fieldErrorWords(code, limit);
}

/** What a number may be; empty where any may be. */
export function boundsWords({ min, max }: Pick<PublicQuestion, 'min' | 'max'>, formats: Formats): string {
  const [least, most] = [min === null ? '' : formats.number(min), max === null ? '' : formats.number(max)];
  if (least && most)
    return $localize`:@@web.question.bounds:A whole number from ${least}:least: to ${most}:most:.`;
  if (least) return $localize`:@@web.question.at-least:A whole number, ${least}:least: or more.`;
  return most ? $localize`:@@web.question.at-most:A whole number, ${most}:most: or less.` : '';
}

/**
 * Under which answer to `named` a question applies: for readers whose page cannot hide what they are not asked.
 */
export function conditionWords(
  { condition }: PublicQuestion,
  named: PublicQuestion | undefined,
  formats: Formats,
): string {
  if (!condition || !named) return '';
  if (named.kind === 'consent')
    return $localize`:@@web.question.only-if-agreed:Only if you agreed to “${named.label}:question:”.`;
  const wanted = condition.isOneOf.map((value) =>
    named.kind === 'country'
      ? formats.countryName(value)
      : (named.options.find(({ id }) => id === value)?.label ?? value),
  );
  return $localize`:@@web.question.only-if:Only if your answer to “${named.label}:question:” is: ${wanted.join(' / ')}:answers:.`;
}
