import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, DomainError, invalidFields } from '@reihe/api-platform';
import { CheckAnswers } from '@reihe/api-questions';
import {
  allotSeats,
  Invitations,
  linkUnknown,
  ParticipantLinks,
  ParticipantsRepository,
  RegistrationMail,
  RegistrationsRepository,
  Seats,
  WantedSessions,
  WishesRepository,
  type AllottedWish,
  type RegistrationFacts,
} from '@reihe/api-seats';
import { PRIVACY_NOTICE_VERSION, type Language, type Register } from '@reihe/shared-contracts';

/** What somebody known adds to what is known of them. */
export type KnownForm = Pick<
  Register,
  'sessionSlugs' | 'accessibilityNeeds' | 'allowsRecording' | 'answers' | 'invitationCode'
>;

/** Places for somebody whose own link proves who they are: without another mail to confirm. */
@Injectable()
export class TakePlaces {
  constructor(
    private readonly sessions: WantedSessions,
    private readonly wishes: WishesRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly participants: ParticipantsRepository,
    private readonly invitations: Invitations,
    private readonly seats: Seats,
    private readonly answers: CheckAnswers,
    private readonly links: ParticipantLinks,
    private readonly mail: RegistrationMail,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * What became of each session asked for, those registered before included; by time of the session.
   * @throws registration.link-unknown where the person is gone; registration.not-open, request.invalid as the form for everybody
   */
  @Transactional()
  async takeKnown(participantId: string, form: KnownForm, language: Language): Promise<RegistrationFacts[]> {
    const now = this.clock.now();
    const sessions = await this.sessions.lock(form.sessionSlugs);
    const person = await this.participants.find(participantId);
    if (!person?.email || !person.emailKey) throw linkUnknown();
    const typed = this.typedBy(person.email, person, form);
    const known = await this.wishes.known(
      [person.emailKey],
      sessions.map(({ id }) => id),
    );
    const byInvitation = sessions.filter(({ mode }) => mode === 'invitation');
    const invitations = await this.invitations.listFor([typed], byInvitation, now);
    const asked = await this.answers.asked(sessions.map(({ id }) => id));
    const [allotted] = allotSeats([typed], { sessions, known, invitations, asked, now });
    if (!allotted || allotted instanceof DomainError) throw allotted ?? linkUnknown();
    // The address is proven: whether it is on a list is theirs to know.
    const [stranger] = allotted.uninvited;
    if (stranger) throw notInvited(form, stranger.slug);

    const settled = await this.settle(participantId, typed, allotted.wishes, now);
    if (settled.length > 0) {
      const { name, email, timeZone } = person;
      const to = { participantId, name, email, timeZone, language: person.language };
      const { address } = await this.links.issueManage(participantId, person.language);
      await this.mail.sayConfirmed(to, address, await this.registrations.facts(settled));
    }
    return this.registrations.facts(
      allotted.wishes.map(({ id }) => id),
      language,
    );
  }

  /** New wishes, and those that still waited to be confirmed by mail. Their ids. */
  private async settle(
    participantId: string,
    form: Register,
    wishes: readonly AllottedWish[],
    now: Date,
  ): Promise<string[]> {
    const actor = { kind: 'participant', id: participantId } as const;
    const settled: string[] = [];
    for (const { id, session, live, heldUntil, codeId, given } of wishes) {
      if (live && live.state !== 'unverified') continue;
      if (!live) {
        await this.wishes.insert(
          [
            {
              ...form,
              accessibilityNeeds: given.accessibilityNeeds,
              allowsRecording: given.allowsRecording,
              id,
              participantId,
              sessionId: session.id,
              origin: 'link',
              confirmLinkId: null,
              heldUntil,
              invitationCodeId: codeId,
              privacyNotice: PRIVACY_NOTICE_VERSION,
            },
          ],
          now,
        );
        await this.audit.record({
          actor,
          action: 'registration.request',
          subject: 'registration',
          subjectId: id,
          after: { state: 'unverified', sessionId: session.id, participantId },
        });
      }
      await this.answers.store([{ registrationId: id, isNew: !live, answers: given.answers }]);
      const wish = { id, sessionId: session.id, participantId, state: 'unverified' } as const;
      await this.seats.settle(wish, session, actor, now);
      settled.push(id);
    }
    return settled;
  }

  private typedBy(
    email: string,
    person: {
      name: string;
      organisation: string;
      jobPosition: string;
      city: string;
      country: string | null;
      language: Language;
      timeZone: string;
    },
    form: KnownForm,
  ): Register {
    const { name, organisation, jobPosition, city, country, language, timeZone } = person;
    return {
      ...form,
      ...{ email, name, organisation, city, language, timeZone },
      position: jobPosition,
      country: country ?? '',
      hasAcceptedPrivacyNotice: true,
    };
  }
}

function notInvited({ sessionSlugs }: KnownForm, slug: string) {
  return invalidFields({ path: `sessionSlugs.${sessionSlugs.indexOf(slug)}`, code: 'not-allowed' });
}
