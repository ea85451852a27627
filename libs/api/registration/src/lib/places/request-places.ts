import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, invalidFields } from '@reihe/api-platform';
import { PRIVACY_NOTICE_VERSION, type Register, type RegisterAnswer } from '@reihe/shared-contracts';
import { canRegister, registrationPhase } from '@reihe/shared-policies';
import { RegistrationMail, type Recipient } from '../mail/registration-mail';
import { ParticipantLinks } from '../people/participant-links';
import { ParticipantsRepository } from '../people/participants.repository';
import { notOpen } from '../registration.errors';
import type { WantedSession } from './registration-facts';
import { RegistrationsRepository } from './registrations.repository';

const HOUR_MS = 3_600_000;
/** So that a form filled in over and over does not flood somebody's mailbox; the answer on screen stays the same. */
export const CONFIRM_MAILS_PER_HOUR = 5;

/** The wish for places: written down unverified, mailed to be confirmed. Takes no seat. */
@Injectable()
export class RequestPlaces {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly participants: ParticipantsRepository,
    private readonly links: ParticipantLinks,
    private readonly mail: RegistrationMail,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Known or not, registered or not: the answer and the work behind it are the same, one link and one mail.
   * @throws registration.not-open naming each session that is not open; request.invalid for unknown ones
   */
  @Transactional()
  async request(form: Register): Promise<RegisterAnswer> {
    const now = this.clock.now();
    const sessions = await this.openSessions(form.sessionSlugs, now);
    const participant = await this.participants.meet(form.email, form, now);
    const isFlooded =
      (await this.participants.confirmLinksSince(participant.id, new Date(now.getTime() - HOUR_MS))) >=
      CONFIRM_MAILS_PER_HOUR;
    const live: string[] = [];
    for (const { id } of sessions) {
      const wish = await this.registrations.wish(id, participant.id, form, PRIVACY_NOTICE_VERSION, now);
      if (wish.state !== 'unverified') live.push(wish.id);
      if (wish.isNew) await this.recordWish(wish.id, participant.id, id);
    }
    if (isFlooded) return { outcome: 'check-your-mail' };

    const to: Recipient = {
      participantId: participant.id,
      email: form.email,
      // Words of a stranger do not reach somebody who is known here.
      name: participant.verifiedAt ? participant.name : form.name,
      language: form.language,
      timeZone: form.timeZone,
    };
    const link = await this.links.issueConfirm(participant.id, form.language);
    const pending = await this.registrations.facts(
      await this.registrations.hangOnLink(participant.id, link.id),
      form.language,
    );
    const already = await this.registrations.facts(live, form.language);
    if (pending.length > 0) await this.mail.askToConfirm(to, link, pending, already);
    else await this.mail.sayAlreadyRegistered(to, already);
    return { outcome: 'check-your-mail' };
  }

  /** For forms that do not know the browser's zone: the host's clock is better than none. */
  async zoneFor(slugs: readonly string[]): Promise<string> {
    const [first] = slugs;
    return (first && (await this.registrations.hostZoneOf(first))) ?? 'UTC';
  }

  private async openSessions(slugs: readonly string[], now: Date): Promise<WantedSession[]> {
    const sessions = await this.registrations.wantedSessions(slugs);
    const unknown = slugs.flatMap((slug, index) =>
      sessions.some((session) => session.slug === slug)
        ? []
        : [{ path: `sessionSlugs.${index}`, code: 'not-allowed' as const }],
    );
    if (unknown.length > 0) throw invalidFields(...unknown);
    const closed = sessions.flatMap((session) => {
      const { phase } = registrationPhase(session, session, now);
      const index = slugs.indexOf(session.slug);
      return canRegister(phase) ? [] : [{ slug: session.slug, index, phase }];
    });
    if (closed.length > 0) throw notOpen(closed);
    return sessions;
  }

  private recordWish(id: string, participantId: string, sessionId: string): Promise<void> {
    return this.audit.record({
      actor: { kind: 'participant', id: participantId },
      action: 'registration.request',
      subject: 'registration',
      subjectId: id,
      after: { state: 'unverified', sessionId, participantId },
    });
  }
}
