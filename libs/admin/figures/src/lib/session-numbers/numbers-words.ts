import type {
  NumbersAt,
  SessionFunnel,
  SessionNumbers,
  SessionStateNumbers,
} from '@reihe/shared-registration';
import type { Formats } from '@reihe/web-platform';

export interface Row<Key> {
  key: Key;
  words: string;
  value: number;
}

export function stateRows(states: SessionStateNumbers): Row<keyof SessionStateNumbers>[] {
  return [
    {
      key: 'registered',
      words: $localize`:@@figures.numbers.registered:Registered`,
      value: states.registered,
    },
    { key: 'confirmed', words: $localize`:@@figures.numbers.confirmed:Confirmed`, value: states.confirmed },
    { key: 'held', words: $localize`:@@figures.numbers.held:Held until confirmed`, value: states.held },
    { key: 'waiting', words: $localize`:@@figures.numbers.waiting:Waiting`, value: states.waiting },
    {
      key: 'awaitingApproval',
      words: $localize`:@@figures.numbers.awaiting:Awaiting approval`,
      value: states.awaitingApproval,
    },
    { key: 'cancelled', words: $localize`:@@figures.numbers.cancelled:Cancelled`, value: states.cancelled },
  ];
}

export function funnelRows(funnel: SessionFunnel): Row<keyof SessionFunnel>[] {
  return [
    { key: 'sent', words: $localize`:@@figures.numbers.sent:Form sent`, value: funnel.sent },
    {
      key: 'addressConfirmed',
      words: $localize`:@@figures.numbers.proven:Address confirmed`,
      value: funnel.addressConfirmed,
    },
    { key: 'seated', words: $localize`:@@figures.numbers.seated:Had a place`, value: funnel.seated },
    { key: 'joined', words: $localize`:@@figures.numbers.joined:Pressed “Join”`, value: funnel.joined },
  ];
}

/** Of what is told over time, in the order of the columns. */
export function overTimeWords(): [string, string, string] {
  return [
    $localize`:@@figures.numbers.sent-until:Forms sent`,
    $localize`:@@figures.numbers.confirmed-until:Confirmed places`,
    $localize`:@@figures.numbers.cancelled-until:Cancelled`,
  ];
}

/** An hour or a day, by the session's clock. */
export function momentWords(
  from: NumbersAt['from'],
  { step, timeZone }: Pick<SessionNumbers, 'step' | 'timeZone'>,
  formats: Formats,
): string {
  const day = formats.date(from, timeZone, { day: 'numeric', month: 'short' });
  return step === 'day' ? day : `${day}, ${formats.time(from, timeZone)}`;
}

export function countryWords(country: string | null, formats: Formats): string {
  return country === null ? $localize`:@@figures.numbers.no-country:Not told` : formats.countryName(country);
}
