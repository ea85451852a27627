import type { MyInvitation, SessionInvitation } from '@reihe/shared-contracts';
import { canAnswerInvitation } from '@reihe/shared-policies';
import type { InvitationFacts } from './invitation-facts';

export function toSessionInvitation(facts: InvitationFacts): SessionInvitation {
  const { speaker } = facts;
  return {
    contributionId: facts.contributionId,
    speakerId: speaker?.id ?? null,
    name: speaker ? [speaker.title, speaker.name].filter(Boolean).join(' ') : '',
    role: facts.role,
    topic: facts.topic,
    part: facts.part,
    hasEmail: (speaker?.email ?? '') !== '',
    language: facts.language,
    state: facts.state,
    invitedAt: facts.invitedAt?.toISOString() ?? null,
    answeredAt: facts.answeredAt?.toISOString() ?? null,
    words: facts.words,
  };
}

export function toMyInvitation(facts: InvitationFacts, now: Date): MyInvitation {
  const { session } = facts;
  return {
    contributionId: facts.contributionId,
    role: facts.role,
    topic: facts.topic,
    part: facts.part,
    position: facts.position,
    organisation: facts.organisation,
    state: facts.state,
    words: facts.words,
    canAnswer: canAnswerInvitation(facts.state, session, now),
    session: {
      slug: session.slug,
      title: session.title,
      language: session.language,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      timeZone: session.timeZone,
      isPublic: session.isPublic,
      isCancelled: session.state === 'cancelled',
    },
  };
}
