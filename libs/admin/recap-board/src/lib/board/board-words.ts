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
    case 'review':
      return $localize`:@@recap-desk.lack.review:Review`;
  }
}

/** "Alt text: English, German" */
export function lackSentence({ what, languages }: BoardLack, formats: Formats): string {
  const words = lackWords(what);
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
