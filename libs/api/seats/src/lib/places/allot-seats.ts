import { randomUUID } from 'node:crypto';
import { DomainError, invalidFields } from '@reihe/api-platform';
import type { AnswersOfSession, AskedBySessions } from '@reihe/api-questions';
import type { Register } from '@reihe/shared-contracts';
import { canRegister, emailKey, registrationPhase, seatFor } from '@reihe/shared-policies';
import type { InvitationList } from '../invitations/invitations';
import { notOpen } from '../registration.errors';
import type { WantedSession } from './registration-facts';
import type { KnownPerson, LiveRegistration } from './wishes.repository';

const MINUTE_MS = 60_000;
const NOTHING_ASKED = { sessionId: '', answers: [], accessibilityNeeds: '', allowsRecording: null };

export interface AllottedWish {
  /** Of the registration, be it new or there already. */
  id: string;
  session: WantedSession;
  /** What the person has there already; null: the wish is new. */
  live: LiveRegistration | null;
  /** Of a new wish: how long a seat waits for it; null: none does. */
  heldUntil: Date | null;
  /** Everything is taken or waited for: who confirms will wait. */
  isFull: boolean;
  /** The code that let them in, where one did. */
  codeId: string | null;
  /** What the session asks of the form. */
  given: AnswersOfSession;
}

export interface AllottedForm {
  form: Register;
  wishes: AllottedWish[];
  /** By invitation, and they are not invited: told by mail alone, for the screen must not say whose address is on a list. */
  uninvited: WantedSession[];
}

export interface Surroundings {
  /** Locked and counted. What is allotted here is added to `taken`. */
  sessions: readonly WantedSession[];
  known: readonly KnownPerson[];
  invitations: InvitationList;
  asked: AskedBySessions;
  /** Whether the people of the forms are known to be who they say. */
  isProven: boolean;
  /** By the keys of their addresses: people to whom no link goes to confirm with. Nothing is held for them. */
  unreached: ReadonlySet<string>;
  now: Date;
}

/** First come, first served: each form in its turn gets what is free then, or is refused. Decides only; nothing is written. */
export function allotSeats(forms: readonly Register[], around: Surroundings): (AllottedForm | DomainError)[] {
  return forms.map((form) => {
    const sessions = form.sessionSlugs.flatMap(
      (slug) => around.sessions.find((one) => one.slug === slug) ?? [],
    );
    const refusal =
      unknownIn(form, sessions) ?? closedFor(form, sessions, around) ?? wrongCode(form, sessions, around);
    if (refusal) return refusal;
    const given = givenBy(form, sessions, around.asked);
    return given instanceof DomainError ? given : allot(form, sessions, given, around);
  });
}

function allot(
  form: Register,
  sessions: readonly WantedSession[],
  given: readonly AnswersOfSession[],
  around: Surroundings,
): AllottedForm {
  const wishes: AllottedWish[] = [];
  const uninvited: WantedSession[] = [];
  for (const session of sessions) {
    const live = liveOf(form, session, around);
    const invitation =
      session.mode === 'invitation' ? around.invitations.letsIn(form, session) : { codeId: null };
    if (!live && !invitation) {
      uninvited.push(session);
      continue;
    }
    const codeId = live ? null : (invitation?.codeId ?? null);
    const id = live?.id ?? randomUUID();
    const isFull = seatFor(session) === 'waitlisted';
    const isReached = !around.unreached.has(emailKey(form.email));
    const heldUntil = !live && isReached ? hold(session, around.now) : null;
    const own = given.find(({ sessionId }) => sessionId === session.id) ?? NOTHING_ASKED;
    wishes.push({ id, session, live, heldUntil, isFull, codeId, given: own });
    if (codeId !== null) around.invitations.spend(codeId, form);
  }
  return { form, wishes, uninvited };
}

function givenBy(
  form: Register,
  sessions: readonly WantedSession[],
  asked: AskedBySessions,
): AnswersOfSession[] | DomainError {
  try {
    return asked.check(
      sessions.map(({ id }) => id),
      form,
    );
  } catch (refusal) {
    if (refusal instanceof DomainError) return refusal;
    throw refusal;
  }
}

/** Where an organiser decides no seat is held; where there is no limit none needs to be. */
function hold(session: WantedSession, now: Date): Date | null {
  const { capacity, mode, holdMinutes } = session;
  if (capacity === null || mode === 'approval' || holdMinutes === 0) return null;
  if (seatFor(session) === 'waitlisted') return null;
  session.taken += 1;
  const until = now.getTime() + holdMinutes * MINUTE_MS;
  // Not beyond the start: from then on nobody gets a seat any more.
  return new Date(Math.min(until, session.startsAt.getTime()));
}

function liveOf(form: Register, session: WantedSession, { known }: Surroundings): LiveRegistration | null {
  const key = emailKey(form.email);
  const live = known.find((person) => person.emailKey === key)?.live ?? [];
  return live.find(({ sessionId }) => sessionId === session.id) ?? null;
}

function unknownIn(form: Register, sessions: readonly WantedSession[]): DomainError | null {
  const unknown = form.sessionSlugs.flatMap((slug, index) =>
    sessions.some((session) => session.slug === slug)
      ? []
      : [{ path: `sessionSlugs.${index}`, code: 'not-allowed' as const }],
  );
  return unknown.length > 0 ? invalidFields(...unknown) : null;
}

/** The same for everybody, registered or not: who registers again learns nothing from being let through or not. */
function closedFor(
  form: Register,
  sessions: readonly WantedSession[],
  { now }: Surroundings,
): DomainError | null {
  const closed = sessions.flatMap((session) => {
    const { phase } = registrationPhase(session, session, now);
    const index = form.sessionSlugs.indexOf(session.slug);
    return canRegister(phase) ? [] : [{ slug: session.slug, index, phase }];
  });
  return closed.length > 0 ? notOpen(closed) : null;
}

function wrongCode(
  form: Register,
  sessions: readonly WantedSession[],
  { invitations, isProven }: Surroundings,
): DomainError | null {
  const byInvitation = sessions.filter(({ mode }) => mode === 'invitation');
  return invitations.isWrongCode(form, byInvitation, isProven)
    ? invalidFields({ path: 'invitationCode', code: 'not-allowed' })
    : null;
}
