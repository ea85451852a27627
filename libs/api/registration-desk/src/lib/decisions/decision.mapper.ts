import { createHash } from 'node:crypto';
import type { DecisionOutcome, SeatDecision } from '@reihe/api-platform';
import type { AskDecision, DecisionPreview } from '@reihe/shared-registration';
import type { NamedRegistration } from './decisions.repository';

export function decisionOf({ kind, reason }: AskDecision): SeatDecision {
  switch (kind) {
    case 'approve':
    case 'promote':
      return { kind };
    case 'decline':
    case 'cancel':
      return { kind, reason: reason ?? '' };
  }
}

/** @param named everybody the outcome speaks of */
export function toDecisionPreview(
  { kind }: AskDecision,
  outcome: DecisionOutcome,
  named: ReadonlyMap<string, NamedRegistration>,
): DecisionPreview {
  const whom = (id: string) => {
    const { name = '', email = '', sessionTitle = '' } = named.get(id) ?? {};
    return { id, name, email, sessionTitle };
  };
  const titles = new Map(
    [...named.values()].map(({ sessionId, sessionTitle }) => [sessionId, sessionTitle] as const),
  );
  return {
    fingerprint: fingerprintOf(kind, outcome),
    items: outcome.registrations.map(({ id, before, after, place, refusal }) => ({
      ...whom(id),
      before,
      after,
      place,
      refusal,
    })),
    movedUp: outcome.movedUp.map((id) => {
      const { name, sessionTitle } = whom(id);
      return { id, name, sessionTitle };
    }),
    capacities: outcome.capacities.map(({ sessionId, before, after }) => ({
      sessionId,
      sessionTitle: titles.get(sessionId) ?? '',
      before,
      after,
    })),
    mails: outcome.mails,
  };
}

/** Two outcomes with one fingerprint do the same to the same people; names and titles may have changed. */
function fingerprintOf(kind: AskDecision['kind'], outcome: DecisionOutcome): string {
  const registrations = outcome.registrations
    .map(({ id, before, after, place, refusal }) => [
      id,
      before,
      after,
      before === after ? null : place,
      refusal,
    ])
    .sort(byFirst);
  const capacities = outcome.capacities.map(({ sessionId, before, after }) => [sessionId, before, after]);
  return fingerprint([
    kind,
    registrations,
    [...outcome.movedUp].sort(),
    capacities.sort(byFirst),
    outcome.mails,
  ]);
}

/** Of whatever is written as JSON. */
export function fingerprint(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex');
}

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]).localeCompare(String(b[0]));
}
