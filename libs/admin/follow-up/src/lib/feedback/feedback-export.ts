import type { FeedbackResults } from '@reihe/shared-registration';

/** One row for each feedback that is shown, a column for each question. */
export function feedbackRows({ questions, records }: FeedbackResults): string[][] {
  const headings = [
    $localize`:@@follow-up.export.name:Name`,
    $localize`:@@follow-up.export.rating:Rating (1 to 5)`,
    ...questions.map(({ label }) => label),
    $localize`:@@follow-up.export.comment:Comment`,
  ];
  const rows = records.map(({ name, rating, comment, answers }) => [
    name ?? $localize`:@@follow-up.export.anonymous:Anonymous`,
    rating === null ? '' : String(rating),
    ...questions.map(({ questionId }) => answers[questionId] ?? ''),
    comment,
  ]);
  return [headings, ...rows];
}
