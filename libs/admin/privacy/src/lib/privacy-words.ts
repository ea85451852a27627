import {
  PERSONAL_DATA_KINDS,
  type PersonalDataCounts,
  type PersonalDataKind,
  type PrivacyRecordKind,
  type RetentionRule,
} from '@reihe/shared-figures';

export function kindWords(kind: PersonalDataKind): string {
  switch (kind) {
    case 'people':
      return $localize`:@@privacy.kind.people:People`;
    case 'registrations':
      return $localize`:@@privacy.kind.registrations:Registrations`;
    case 'answers':
      return $localize`:@@privacy.kind.answers:Answers`;
    case 'waiting':
      return $localize`:@@privacy.kind.waiting:Places on the waiting list`;
    case 'mails':
      return $localize`:@@privacy.kind.mails:E-mails`;
    case 'links':
      return $localize`:@@privacy.kind.links:Personal links`;
    case 'certificates':
      return $localize`:@@privacy.kind.certificates:Names on certificates`;
    case 'feedback':
      return $localize`:@@privacy.kind.feedback:Feedback with a name`;
    case 'attendees':
      return $localize`:@@privacy.kind.attendees:Names in meeting reports`;
    case 'guests':
      return $localize`:@@privacy.kind.guests:of these guests nobody identified`;
    case 'lines':
      return $localize`:@@privacy.kind.lines:Lines of meeting reports`;
    case 'files':
      return $localize`:@@privacy.kind.files:Names of report files`;
    case 'decisions':
      return $localize`:@@privacy.kind.decisions:Decisions about names`;
    case 'invitations':
      return $localize`:@@privacy.kind.invitations:Invited addresses`;
  }
}

/** What there is any of, in the order of the house. */
export function heldWords(
  counts: PersonalDataCounts,
  number: (value: number) => string,
): { kind: PersonalDataKind; words: string; value: string }[] {
  return PERSONAL_DATA_KINDS.filter((kind) => counts[kind] > 0).map((kind) => ({
    kind,
    words: kindWords(kind),
    value: number(counts[kind]),
  }));
}

export function ruleWords({ months, countsFrom }: RetentionRule): string {
  if (months === null) return $localize`:@@privacy.rule.ever:Kept for ever`;
  if (months === 1)
    return countsFrom === 'series'
      ? $localize`:@@privacy.rule.series-one:One month after the series’ last session`
      : $localize`:@@privacy.rule.session-one:One month after each session`;
  return countsFrom === 'series'
    ? $localize`:@@privacy.rule.series:${months}:months: months after the series’ last session`
    : $localize`:@@privacy.rule.session:${months}:months: months after each session`;
}

export function recordWords(kind: PrivacyRecordKind): string {
  switch (kind) {
    case 'erase':
      return $localize`:@@privacy.record.erase:A person was erased`;
    case 'erase-guest':
      return $localize`:@@privacy.record.erase-guest:A guest of a meeting report was erased`;
    case 'export':
      return $localize`:@@privacy.record.export:Everything about a person was handed over`;
  }
}
