import type { BoardCard, BoardLack, RecapLack } from '@reihe/shared-editorial';
import type { Formats } from '@reihe/web-platform';

/** What is missing, as a filter names it. */
export function lackWords(what: RecapLack): string {
  switch (what) {
    case 'photo':
      return $localize`:@@recap-desk.lack.photo:Lead picture`;
    case 'credit':
      return $localize`:@@recap-desk.lack.credit:Credit`;
    case 'alt':
      return $localize`:@@recap-desk.lack.alt:Alt text`;
    case 'translation':
      return $localize`:@@recap-desk.lack.translation:Translation`;
    case 'outdated':
      return $localize`:@@recap-desk.lack.outdated:Translation outdated`;
    case 'figures':
      return $localize`:@@recap-desk.lack.figures:Figures have changed`;
    case 'review':
      return $localize`:@@recap-desk.lack.review:Review`;
  }
}

/** "Alt text: English, German", "2 figures have changed since" */
export function lackSentence({ what, languages, count = 0 }: BoardLack, formats: Formats): string {
  const words = lackWords(what);
  if (what === 'figures')
    return count === 1
      ? $localize`:@@recap-desk.lack.figure-since:One figure has changed since`
      : $localize`:@@recap-desk.lack.figures-since:${formats.number(count)}:count: figures have changed since`;
  if (languages.length === 0) return words;
  return `${words}: ${formats.list(languages.map((language) => formats.languageName(language)))}`;
}

/** Days that have passed since; told beside the day itself. */
export function dueWords(
  { dueOn, isOverdue }: { dueOn: string | null; isOverdue: boolean },
  formats: Formats,
): string {
  if (dueOn === null) return '';
  const day = formats.plainDay(dueOn);
  return isOverdue
    ? $localize`:@@recap-desk.due.late:Overdue since ${day}:day:`
    : $localize`:@@recap-desk.due.day:Due ${day}:day:`;
}

/** Published more than once is told apart, in words. */
export function ownerWords({ assignment }: Pick<BoardCard, 'assignment'>): string {
  return assignment.owner?.name ?? $localize`:@@recap-desk.owner.nobody:Nobody’s yet`;
}
