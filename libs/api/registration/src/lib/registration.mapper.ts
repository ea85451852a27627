import type { MyRegistration } from '@reihe/shared-contracts';
import { canCancelOwnRegistration } from '@reihe/shared-policies';
import type { RegistrationFacts } from './places/registration-facts';

export function toMyRegistration(facts: RegistrationFacts, now: Date): MyRegistration {
  const { session, state } = facts;
  const mayJoin = state === 'confirmed' && session.state !== 'cancelled' && session.meetingUrl !== '';
  return {
    id: facts.id,
    state,
    place: facts.place,
    session: {
      slug: session.slug,
      title: session.title,
      language: session.titleLanguage,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      timeZone: session.timeZone,
      isCancelled: session.state === 'cancelled',
      meeting: mayJoin ? { url: session.meetingUrl, passcode: session.meetingPasscode } : null,
    },
    canCancel: canCancelOwnRegistration(state, session, now),
  };
}
