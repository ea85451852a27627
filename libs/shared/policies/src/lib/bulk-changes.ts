import type { Language, SessionState, SessionText, Translations } from '@reihe/shared-contracts';
import type { BulkChange, BulkQuestion, BulkRefusal, BulkTarget } from '@reihe/shared-planning';
import { Temporal } from 'temporal-polyfill';
import { candidatesOf, resolveLocalTime, type ClockChoice } from './local-time';
import { canHaveCapacity, promotions } from './seats';
import { canPublishSession } from './session-states';

/** What the rules need to know of a session that is changed together with others. */
export interface BulkFacts {
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  translations: Translations<SessionText>;
  seriesLanguage: Language;
  capacity: number | null;
  confirmed: number;
  /** People on the waiting list who can still come. */
  waiting: number;
  /** Registrations of any state, also those that ended. */
  registrations: number;
  /** Who can be written to; of a draft those who were asked. */
  speakers: number;
}

/** Times of a session as typed, the instants that they mean, and the window in which one can register. */
export interface MovedTimes {
  startsLocal: string;
  endsLocal: string;
  startsAt: Date;
  endsAt: Date;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
}

export type BulkOutcome =
  | {
      kind: 'accepted';
      /** move: what it becomes. */
      moved: MovedTimes | null;
      /** Whether those registered and the speakers get a mail. */
      isTold: boolean;
      /** capacity: how many come up from the waiting list. */
      promoted: number;
    }
  | { kind: 'refused'; refusal: BulkRefusal }
  | { kind: 'asks'; question: BulkQuestion };

const accepted = (change: Partial<Extract<BulkOutcome, { kind: 'accepted' }>> = {}): BulkOutcome => ({
  kind: 'accepted',
  moved: null,
  isTold: false,
  promoted: 0,
  ...change,
});
const refused = (code: BulkRefusal['code'], more: Omit<BulkRefusal, 'code'> = {}): BulkOutcome => ({
  kind: 'refused',
  refusal: { code, ...more },
});

/** What one change, done to many, does to this session. The preview and the change itself ask the same. */
export function bulkOutcome(
  change: BulkChange,
  target: Pick<BulkTarget, 'clockChoice' | 'own'>,
  session: BulkFacts,
  now: Date,
): BulkOutcome {
  switch (change.kind) {
    case 'publish':
      return publishing(session);
    case 'withdraw':
      return withdrawing(session, now);
    case 'cancel':
      return cancelling(session);
    case 'capacity':
      return resizing(capacityFor(change, target), session, now);
    case 'move':
      return moving(change.days ?? 0, target, session, now);
  }
}

/** The new capacity of one target of a `capacity` change. */
export function capacityFor(change: BulkChange, target: Pick<BulkTarget, 'own'>): number | null {
  return target.own ? (target.own.capacity ?? null) : (change.capacity ?? null);
}

function publishing(session: BulkFacts): BulkOutcome {
  if (session.state === 'published') return refused('already-published');
  const ended = endedState(session);
  if (ended) return ended;
  const verdict = canPublishSession(session, session.seriesLanguage);
  if (verdict.isAllowed) return accepted();
  return refused('incomplete', verdict.reason === 'incomplete' ? { gaps: verdict.gaps } : {});
}

/** Only as long as nobody registered: what people hold on to is cancelled, not withdrawn. */
function withdrawing(session: BulkFacts, now: Date): BulkOutcome {
  if (session.state === 'draft') return refused('still-draft');
  const ended = endedState(session);
  if (ended) return ended;
  if (session.startsAt <= now) return refused('over');
  return session.registrations > 0 ? refused('registered') : accepted();
}

/** A held session is cancelled one at a time: among many it is a slip. */
function cancelling(session: BulkFacts): BulkOutcome {
  if (session.state === 'draft') return refused('still-draft');
  return endedState(session) ?? accepted({ isTold: true });
}

function resizing(capacity: number | null, session: BulkFacts, now: Date): BulkOutcome {
  const ended = endedState(session) ?? (session.endsAt <= now ? refused('over') : null);
  if (ended) return ended;
  if (capacity === session.capacity) return refused('unchanged');
  if (!canHaveCapacity(capacity, session.confirmed))
    return refused('below-confirmed', { confirmed: session.confirmed });
  const isPassedOn = session.state === 'published' && now < session.startsAt;
  const { confirmed, waiting } = session;
  return accepted({ promoted: isPassedOn ? promotions({ capacity, taken: confirmed, waiting }) : 0 });
}

function moving(
  days: number,
  { clockChoice, own }: Pick<BulkTarget, 'clockChoice' | 'own'>,
  session: BulkFacts,
  now: Date,
): BulkOutcome {
  const ended = endedState(session) ?? (session.endsAt <= now ? refused('over') : null);
  if (ended) return ended;
  const typed = {
    startsLocal: own?.startsLocal ?? daysLater(session.startsLocal, days),
    endsLocal: own?.endsLocal ?? daysLater(session.endsLocal, days),
  };
  if (typed.startsLocal === session.startsLocal && typed.endsLocal === session.endsLocal)
    return refused('unchanged');
  const starts = meant('startsLocal', typed.startsLocal, session.timeZone, clockChoice);
  if ('question' in starts) return { kind: 'asks', question: starts.question };
  const ends = meant('endsLocal', typed.endsLocal, session.timeZone, clockChoice);
  if ('question' in ends) return { kind: 'asks', question: ends.question };
  if (ends.instant <= starts.instant) return refused('incomplete', { gaps: ['end-not-after-start'] });
  // It would be over before anybody heard of it.
  if (ends.instant <= now) return refused('over');
  const moved = {
    startsLocal: starts.local,
    endsLocal: ends.local,
    startsAt: starts.instant,
    endsAt: ends.instant,
    ...(own ? ownWindow(own, session) : windowLater(session, days, now)),
  };
  return accepted({ moved, isTold: session.state === 'published' || session.speakers > 0 });
}

function endedState({ state }: BulkFacts): BulkOutcome | null {
  if (state === 'held') return refused('already-held');
  return state === 'cancelled' ? refused('already-cancelled') : null;
}

type Meant = { local: string; instant: Date } | { question: BulkQuestion };

function meant(field: BulkQuestion['field'], local: string, timeZone: string, choice?: ClockChoice): Meant {
  const time = resolveLocalTime(local, timeZone, choice);
  switch (time.kind) {
    case 'exact':
      return { local, instant: time.instant };
    case 'nonexistent':
      if (choice) return meant(field, time.neighbours[choice === 'earlier' ? 0 : 1], timeZone);
      return { question: { kind: time.kind, field, local, candidates: candidatesOf(time) } };
    case 'ambiguous':
      return { question: { kind: time.kind, field, local, candidates: candidatesOf(time) } };
  }
}

/** Of what is not said the session keeps its own. */
function ownWindow(own: NonNullable<BulkTarget['own']>, session: BulkFacts) {
  const said = (at: string | null | undefined, before: Date | null) =>
    at === undefined ? before : at ? new Date(at) : null;
  return {
    registrationOpensAt: said(own.registrationOpensAt, session.registrationOpensAt),
    registrationClosesAt: said(own.registrationClosesAt, session.registrationClosesAt),
  };
}

/** What of the window is still to come moves along, so that "closes two days before" stays true; what has happened stays. */
function windowLater(session: BulkFacts, days: number, now: Date) {
  const later = (at: Date | null) =>
    at && at > now
      ? new Date(
          Temporal.Instant.fromEpochMilliseconds(at.getTime())
            .toZonedDateTimeISO(session.timeZone)
            .add({ days }).epochMilliseconds,
        )
      : at;
  const registrationOpensAt = later(session.registrationOpensAt);
  const closesAt = later(session.registrationClosesAt);
  const isTurned = registrationOpensAt && closesAt && closesAt <= registrationOpensAt;
  return {
    registrationOpensAt,
    registrationClosesAt: isTurned ? session.registrationClosesAt : closesAt,
  };
}

function daysLater(local: string, days: number): string {
  return Temporal.PlainDateTime.from(local).add({ days }).toString({ smallestUnit: 'minute' });
}
