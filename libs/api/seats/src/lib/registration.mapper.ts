import type { AfterOfRegistration } from '@reihe/api-platform';
import type { MyRegistration } from '@reihe/shared-contracts';
import { canCancelOwnRegistration, isToldWhereToJoin } from '@reihe/shared-policies';
import type { RegistrationFacts } from './places/registration-facts';

export function hasJoinAddress({ state, session }: RegistrationFacts): boolean {
  return isToldWhereToJoin(state, session.state);
}

/** @param joinTokens by the registration's id */
export function toMyRegistration(
  facts: RegistrationFacts,
  joinTokens: ReadonlyMap<string, string>,
  now: Date,
  after?: AfterOfRegistration,
): MyRegistration {
  const { session, state } = facts;
  return {
    id: facts.id,
    state,
    heldUntil: facts.heldUntil?.toISOString() ?? null,
    place: facts.place,
    decisionReason: facts.decisionReason,
    session: {
      slug: session.slug,
      title: session.title,
      language: session.titleLanguage,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      timeZone: session.timeZone,
      isCancelled: session.state === 'cancelled',
      joinToken: hasJoinAddress(facts) ? (joinTokens.get(facts.id) ?? null) : null,
    },
    canCancel: canCancelOwnRegistration(state, session, now),
    after: after
      ? { materials: after.materials, feedback: after.feedback, hasCertificate: after.hasCertificate }
      : null,
  };
}
