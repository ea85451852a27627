import type { AnswerValue } from '@reihe/shared-contracts';
import type {
  DeskQuestion,
  DeskRegistration,
  RegistrationSort,
  ShownAnswer,
} from '@reihe/shared-registration';
import type { Formats } from '@reihe/web-platform';
import { originWords, registrationStateWords } from '../registration-words';

export const FACTS = [
  'name',
  'state',
  'session',
  'email',
  'organisation',
  'position',
  'city',
  'country',
  'language',
  'registered',
  'place',
  'held',
  'reason',
  'needs',
  'recording',
  'origin',
  'joined',
] as const;
export type Fact = (typeof FACTS)[number];
/** A fact, or the answers to a question: its id. */
export type Column = Fact | `question:${string}`;

/** What one sees first; the name is always there. */
export const FIRST_COLUMNS: readonly Column[] = [
  'name',
  'state',
  'organisation',
  'city',
  'language',
  'registered',
  'joined',
];

/** Column by which the API orders, where it does. */
export const SORT_OF: Partial<Record<Fact, RegistrationSort>> = {
  name: 'name',
  state: 'state',
  session: 'session',
  email: 'email',
  organisation: 'organisation',
  position: 'position',
  city: 'city',
  country: 'country',
  language: 'language',
  registered: 'registered',
  place: 'place',
  origin: 'origin',
  joined: 'joined',
};

export function isFact(column: string): column is Fact {
  return (FACTS as readonly string[]).includes(column);
}

export function questionOf(column: Column): string | null {
  return column.startsWith('question:') ? column.slice('question:'.length) : null;
}

export function columnWords(column: Column, questions: readonly DeskQuestion[]): string {
  if (isFact(column)) return factWords(column);
  return questions.find(({ id }) => id === questionOf(column))?.label ?? '';
}

function factWords(fact: Fact): string {
  switch (fact) {
    case 'name':
      return $localize`:@@registration.column.name:Name`;
    case 'state':
      return $localize`:@@registration.column.state:State`;
    case 'session':
      return $localize`:@@registration.column.session:Session`;
    case 'email':
      return $localize`:@@registration.column.email:E-mail`;
    case 'organisation':
      return $localize`:@@registration.column.organisation:Organisation`;
    case 'position':
      return $localize`:@@registration.column.position:Position`;
    case 'city':
      return $localize`:@@registration.column.city:City`;
    case 'country':
      return $localize`:@@registration.column.country:Country`;
    case 'language':
      return $localize`:@@registration.column.language:Language`;
    case 'registered':
      return $localize`:@@registration.column.registered:Registered`;
    case 'place':
      return $localize`:@@registration.column.place:Place`;
    case 'held':
      return $localize`:@@registration.column.held:Seat held until`;
    case 'reason':
      return $localize`:@@registration.column.reason:Reason of the decision`;
    case 'needs':
      return $localize`:@@registration.column.needs:Accessibility needs`;
    case 'recording':
      return $localize`:@@registration.column.recording:Pictures and recording`;
    case 'origin':
      return $localize`:@@registration.column.origin:Came by`;
    case 'joined':
      return $localize`:@@registration.column.joined:Pressed “Join” (hint)`;
  }
}

export type CellValue = string | number;

/** What stands in a column, for a file and for the eye: numbers stay numbers, instants are told in the session's zone. */
export function cellValue(column: Column, one: DeskRegistration, formats: Formats): CellValue {
  switch (column) {
    case 'name':
      return one.name;
    case 'state':
      return registrationStateWords(one.state);
    case 'session':
      return one.sessionTitle;
    case 'email':
      return one.email;
    case 'organisation':
      return one.organisation;
    case 'position':
      return one.position;
    case 'city':
      return one.city;
    case 'country':
      return one.country ? formats.countryName(one.country) : '';
    case 'language':
      return formats.languageName(one.language);
    case 'registered':
      return moment(one.registeredAt, one.timeZone, formats);
    case 'place':
      return one.place ?? '';
    case 'held':
      return one.heldUntil ? moment(one.heldUntil, one.timeZone, formats) : '';
    case 'reason':
      return one.decisionReason;
    case 'needs':
      return one.accessibilityNeeds;
    case 'recording':
      return one.allowsRecording === null ? '' : one.allowsRecording ? yes() : no();
    case 'origin':
      return originWords(one.origin);
    case 'joined':
      return one.joinHint ? moment(one.joinHint.firstAt, one.timeZone, formats) : '';
    default: {
      const answer = one.answers.find(({ questionId }) => questionId === questionOf(column));
      return answer ? answerValue(answer, formats) : '';
    }
  }
}

/** As it was asked: whatever the options are called now. */
export function answerValue({ kind, value, chosen }: ShownAnswer, formats: Formats): CellValue {
  switch (kind) {
    case 'choice':
    case 'many':
      return chosen ? formats.list(chosen) : asText(value);
    case 'country':
      return formats.countryName(asText(value));
    case 'consent':
      return value === true ? yes() : no();
    case 'number':
      return typeof value === 'number' ? value : asText(value);
    case 'text':
    case 'long-text':
      return asText(value);
  }
}

/** "2 Aug 2026, 12:00" by the clock of the session. */
export function moment(instant: string, zone: string, formats: Formats): string {
  const day = formats.date(instant, zone, { day: 'numeric', month: 'short', year: 'numeric' });
  return `${day}, ${formats.time(instant, zone)}`;
}

function asText(value: AnswerValue): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

const yes = () => $localize`:@@registration.yes:yes`;
const no = () => $localize`:@@registration.no:no`;
