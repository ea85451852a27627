import type { BulkPreviewItem, BulkRefusal, BulkRequest, BulkTarget } from '@reihe/shared-planning';
import { clockChoiceOf, type BulkOutcome } from '@reihe/shared-policies';
import type { BulkSession } from './bulk.repository';

/** One session of a request with what the change would do to it. */
export interface Planned {
  target: BulkTarget;
  session: BulkSession;
  outcome: BulkOutcome;
}

export function toPreviewItem({ session, outcome }: Planned): BulkPreviewItem {
  const accepted = outcome.kind === 'accepted' ? outcome : null;
  return {
    id: session.id,
    version: session.version,
    title: session.title,
    seriesTitle: session.seriesTitle,
    state: session.state,
    timeZone: session.timeZone,
    startsLocal: session.startsLocal,
    endsLocal: session.endsLocal,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    capacity: session.capacity,
    confirmed: session.confirmed,
    waitlisted: session.waiting,
    refusal: outcome.kind === 'refused' ? outcome.refusal : null,
    question: outcome.kind === 'asks' ? outcome.question : null,
    moved: accepted?.moved
      ? {
          startsLocal: accepted.moved.startsLocal,
          endsLocal: accepted.moved.endsLocal,
          startsAt: accepted.moved.startsAt.toISOString(),
          endsAt: accepted.moved.endsAt.toISOString(),
        }
      : null,
    peopleTold: accepted?.isTold ? session.people : (accepted?.promoted ?? 0),
    speakersTold: accepted?.isTold ? session.speakers : 0,
    promoted: accepted?.promoted ?? 0,
  };
}

/** What stands in the preview for an id that nobody knows any more. */
export function unknownItem(id: string): BulkPreviewItem {
  return {
    id,
    version: 0,
    title: '',
    seriesTitle: '',
    state: 'draft',
    timeZone: 'UTC',
    startsLocal: '',
    endsLocal: '',
    startsAt: '',
    endsAt: '',
    capacity: null,
    confirmed: 0,
    waitlisted: 0,
    refusal: { code: 'not-found' },
    question: null,
    moved: null,
    peopleTold: 0,
    speakersTold: 0,
    promoted: 0,
  };
}

/** A question without an answer is a refusal once the change is to be made. */
export function refusalOf({ outcome, session, target }: Planned): BulkRefusal | null {
  if (target.version !== session.version) return { code: 'changed' };
  if (outcome.kind === 'refused') return outcome.refusal;
  return outcome.kind === 'asks' ? { code: 'changed' } : null;
}

/**
 * What gives each session back what it had, at the version it has now.
 * @param versions of the changed sessions, by id
 */
export function undoOf(
  { change }: BulkRequest,
  planned: readonly Planned[],
  versions: ReadonlyMap<string, number>,
  now: Date,
): BulkRequest | null {
  const targets = (own: (session: BulkSession) => Partial<BulkTarget>) =>
    planned.map(({ session }) => ({
      id: session.id,
      version: versions.get(session.id) ?? session.version,
      ...own(session),
    }));
  switch (change.kind) {
    case 'publish':
      // What has begun cannot be taken back.
      if (planned.some(({ session }) => session.startsAt <= now)) return null;
      return { change: { kind: 'withdraw' }, sessions: targets(() => ({})) };
    case 'move':
      return { change: { kind: 'move' }, sessions: targets(ownTimes) };
    case 'capacity':
      // Who moved up has been told: a seat that was given is not taken away.
      if (planned.some(({ outcome }) => outcome.kind === 'accepted' && outcome.promoted > 0)) return null;
      return {
        change: { kind: 'capacity' },
        sessions: targets(({ capacity }) => ({ own: { capacity } })),
      };
    case 'cancel':
    case 'withdraw':
      return null;
  }
}

function ownTimes(session: BulkSession): Partial<BulkTarget> {
  const { startsLocal, endsLocal } = session;
  const clockChoice = clockChoiceOf(session);
  return {
    ...(clockChoice && { clockChoice }),
    own: {
      startsLocal,
      endsLocal,
      registrationOpensAt: session.registrationOpensAt?.toISOString() ?? null,
      registrationClosesAt: session.registrationClosesAt?.toISOString() ?? null,
    },
  };
}
