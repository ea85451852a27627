import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, fallbackOrder, PlaceFinder } from '@reihe/api-platform';
import type { AnswerInvitation, Language, MyInvitations } from '@reihe/shared-contracts';
import { canAnswerInvitation } from '@reihe/shared-policies';
import { speakerNotFound } from '../speakers/speaker.errors';
import { SpeakersRepository } from '../speakers/speakers.repository';
import { InvitationMail } from './invitation-mail';
import { wrongInvitationState } from './invitation.errors';
import { toMyInvitation } from './invitation.mapper';
import { InvitationsRepository } from './invitations.repository';
import { SpeakerLinks } from './speaker-links';

/** A speaker's own parts, by the link in their mail. Reading changes nothing: mail scanners open links too. */
@Injectable()
export class MyInvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly speakers: SpeakersRepository,
    private readonly links: SpeakerLinks,
    private readonly mail: InvitationMail,
    private readonly places: PlaceFinder,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws invitation.link-unknown, invitation.link-expired */
  async read(token: string, language: Language): Promise<MyInvitations> {
    const speakerId = await this.links.speakerOf(token);
    const speaker = await this.speakers.one(speakerId);
    if (!speaker) throw speakerNotFound();
    const facts = await this.invitations.ofSpeaker(speakerId, fallbackOrder(language));
    const now = this.clock.now();
    const { version, title, name, city, country, translations, email, photo } = speaker;
    return {
      profile: { version, title, name, city, country, translations },
      email,
      timeZone: country === null ? null : this.places.timeZoneOf(city, country),
      photo,
      invitations: facts.map((one) => toMyInvitation(one, now)),
    };
  }

  /**
   * The same answer again is no news: no second mail.
   * @throws invitation.link-unknown, invitation.link-expired, invitation.wrong-state
   */
  @Transactional()
  async answer({ token, contributionId, answer, words }: AnswerInvitation): Promise<void> {
    const speakerId = await this.links.speakerOf(token);
    const [part] = await this.invitations.claim([contributionId]);
    const now = this.clock.now();
    // Somebody else's part is answered like one that does not exist.
    if (part?.speaker?.id !== speakerId || !canAnswerInvitation(part.state, part.session, now))
      throw wrongInvitationState();
    const said = answer === 'declined' ? words : '';
    if (part.state === answer && part.words === said) return;
    // One thanks for a session, with its one entry for the calendar, however many parts somebody has in it.
    const isFirst =
      answer === 'confirmed' && !(await this.invitations.hasConfirmed(speakerId, part.session.id));
    await this.invitations.answer(contributionId, answer, said, now);
    if (isFirst) await this.mail.thank({ ...part, speaker: part.speaker });
    await this.audit.record({
      actor: { kind: 'speaker', id: speakerId },
      action: answer === 'confirmed' ? 'session.speaker-confirmed' : 'session.speaker-declined',
      subject: 'session',
      subjectId: part.session.id,
      before: { contributionId, state: part.state },
      after: { contributionId, state: answer },
    });
  }
}
