import type { FieldErrorCode, Register, SaveSession } from '@reihe/shared-contracts';

/** One value for one field of a body that is good otherwise, and what API and form must both say to it; null: they take it. */
export interface Sample<T> {
  field: keyof T & string;
  value: unknown;
  code: FieldErrorCode | null;
}

const row = <T>(field: keyof T & string, value: unknown, code: FieldErrorCode | null): Sample<T> => ({
  field,
  value,
  code,
});

/** The parity table of registering: the API's body and the portal's form are both held to it by a spec of theirs. */
export const registerSamples: readonly Sample<Register>[] = [
  row('sessionSlugs', ['leaking-pipes', 'dry-wells'], null),
  row('sessionSlugs', [], 'required'),
  row('sessionSlugs', ['Leaking Pipes'], 'wrong-format'),
  row('name', 'Zoë Åström-Müller', null),
  row('name', '   ', 'required'),
  row('name', ' A ', 'too-short'),
  row('name', 'x'.repeat(121), 'too-long'),
  row('email', 'Jürgen+water@städte.example', null),
  row('email', '', 'required'),
  row('email', 'jürgen@', 'wrong-format'),
  row('email', 'two@city.example, three@city.example', 'wrong-format'),
  row('organisation', '', 'required'),
  row('organisation', 'x'.repeat(201), 'too-long'),
  row('position', '', null),
  row('position', 'x'.repeat(201), 'too-long'),
  row('city', ' ', 'required'),
  row('country', 'BR', null),
  row('country', 'Brazil', 'wrong-format'),
  row('language', 'de', null),
  row('language', 'xx', 'not-allowed'),
  row('timeZone', 'Asia/Kolkata', null),
  row('timeZone', '+05:30', 'wrong-format'),
  row('hasAcceptedPrivacyNotice', true, null),
  row('hasAcceptedPrivacyNotice', false, 'must-be-accepted'),
];

/** The parity table of editing a session; the texts of each language are judged by rules of their own. */
export const saveSessionSamples: readonly Sample<SaveSession>[] = [
  row('slug', 'peer-advice-2', null),
  row('slug', 'Peer Advice', 'wrong-format'),
  row('kind', 'peer-advice', null),
  row('kind', 'party', 'not-allowed'),
  row('startsLocal', '2028-02-29T02:30', null),
  row('startsLocal', '2026-02-29T02:30', 'wrong-format'),
  row('endsLocal', '', 'required'),
  row('timeZone', 'Europe/Stuttgart', 'wrong-format'),
  row('languages', [], 'required'),
  row('languages', ['X Y'], 'wrong-format'),
  row('capacity', null, null),
  row('capacity', 1, null),
  row('capacity', 0, 'too-small'),
  row('capacity', 1.5, 'wrong-type'),
  row('registrationOpensAt', 'tomorrow', 'wrong-format'),
  row('translations', {}, 'required'),
];
