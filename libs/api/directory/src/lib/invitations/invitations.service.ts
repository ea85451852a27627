import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, fallbackOrder, sessionNotFound } from '@reihe/api-platform';
import type { InviteSpeakers, Language, Me, SessionInvitation } from '@reihe/shared-contracts';
import { canInvite } from '@reihe/shared-policies';
import type { Asked } from './invitation-facts';
import { InvitationMail } from './invitation-mail';
import { noAddress, wrongInvitationState } from './invitation.errors';
import { toSessionInvitation } from './invitation.mapper';
import { InvitationsRepository } from './invitations.repository';

/** Organisers ask the speakers of a session; all that are asked at once, or none. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly mail: InvitationMail,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws session.not-found */
  async ofSession(sessionId: string, language: Language): Promise<SessionInvitation[]> {
    const facts = await this.invitations.ofSession(sessionId, fallbackOrder(language));
    if (!facts) throw sessionNotFound();
    return facts.map(toSessionInvitation);
  }

  /** @throws session.not-found, invitation.no-address, invitation.wrong-state */
  @Transactional()
  async invite(
    sessionId: string,
    { contributionIds }: InviteSpeakers,
    language: Language,
    staff: Me,
  ): Promise<SessionInvitation[]> {
    const ids = [...new Set(contributionIds)];
    const facts = await this.invitations.claim(ids);
    if (facts.length < ids.length || facts.some(({ session }) => session.id !== sessionId))
      throw wrongInvitationState();
    const now = this.clock.now();
    if (facts.some(({ state, session }) => !canInvite(state, session, now))) throw wrongInvitationState();
    const asked = facts.filter((one): one is Asked => (one.speaker?.email ?? '') !== '');
    const left = facts.filter((one) => !asked.includes(one as Asked));
    if (left.length > 0) throw noAddress(left.map(({ contributionId }) => contributionId));

    await this.invitations.markInvited(ids, now);
    for (const parts of bySpeaker(asked)) await this.mail.invite(parts);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'session.invite-speakers',
      subject: 'session',
      subjectId: sessionId,
      after: { speakerIds: [...new Set(asked.map(({ speaker }) => speaker.id))], contributionIds: ids },
    });
    return this.ofSession(sessionId, language);
  }
}

/** One mail each, however many parts somebody has. */
function bySpeaker(asked: readonly Asked[]): [Asked, ...Asked[]][] {
  const groups = new Map<string, [Asked, ...Asked[]]>();
  for (const one of asked) {
    const group = groups.get(one.speaker.id);
    if (group) group.push(one);
    else groups.set(one.speaker.id, [one]);
  }
  return [...groups.values()];
}
