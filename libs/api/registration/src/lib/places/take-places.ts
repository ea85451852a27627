import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, DomainError, invalidFields } from '@reihe/api-platform';
import { CheckAnswers } from '@reihe/api-questions';
import {
  allotSeats,
  FormPeopleRepository,
  Invitations,
  linkUnknown,
  RegistrationMail,
  RegistrationsRepository,
  Seats,
  WantedSessions,
  WishesRepository,
  type AllottedWish,
  type LockedPerson,
  type LockedSession,
  type RegistrationFacts,
} from '@reihe/api-seats';
import { type Language, type Register } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import { saidWords } from './said-words';

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
    private readonly people: FormPeopleRepository,
    private readonly invitations: Invitations,
    private readonly seats: Seats,
    private readonly answers: CheckAnswers,
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
    const email = await this.people.addressOf(participantId);
    if (email === null) throw linkUnknown();
    const asking = { ...form, email };
    const sessions = await this.sessions.lock(form.sessionSlugs);
    const [[person], asked, known] = await Promise.all([
      this.people.lock([participantId]),
      this.answers.asked(sessions),
      this.wishes.known(
        [emailKey(email)],
        sessions.map(({ id }) => id),
      ),
    ]);
    // Gone, merged or called otherwise while this waited.
    if (person?.email !== email) throw linkUnknown();
    const byInvitation = sessions.filter(({ mode }) => mode === 'invitation');
    const invitations = await this.invitations.listFor([asking], byInvitation, now);
    const typed: Register = { ...asking, ...person, hasAcceptedPrivacyNotice: true };
    const proven = { isProven: true, unreached: new Set<string>() };
    const [allotted] = allotSeats([typed], { sessions, known, invitations, asked, ...proven, now });
    if (!allotted || allotted instanceof DomainError) throw allotted ?? linkUnknown();
    // The address is proven: whether it is on a list is theirs to know.
    const [stranger] = allotted.uninvited;
    if (stranger) throw notInvited(form, stranger.slug);

    const settled = await this.settle(person, allotted.wishes, sessions, now);
    if (settled.length > 0) {
      const to = { ...person, participantId };
      await this.mail.sayConfirmed([{ to, settled: await this.registrations.facts(settled) }]);
    }
    return this.registrations.facts(
      allotted.wishes.map(({ id }) => id),
      language,
    );
  }

  /** New wishes, and those that still waited to be confirmed by mail. Their ids. */
  private async settle(
    person: LockedPerson,
    wishes: readonly AllottedWish[],
    sessions: readonly LockedSession[],
    now: Date,
  ): Promise<string[]> {
    const participantId = person.id;
    const open = wishes.filter(({ live }) => !live || live.state === 'unverified');
    const fresh = open.filter(({ live }) => !live);
    await this.wishes.insert(
      fresh.map(({ id, session, heldUntil, codeId, given }) => ({
        ...saidWords(person, given, 'link'),
        confirmLinkId: null,
        ...{ id, participantId, heldUntil },
        sessionId: session.id,
        invitationCodeId: codeId,
      })),
      now,
    );
    // Whoever filled in a form with this address may have been a stranger: what the person says of themselves counts.
    await this.wishes.repeat(
      open
        .filter(({ live }) => live)
        .map(({ id, given }) => ({ ...saidWords(person, given, 'link'), id, confirmLinkId: null })),
    );
    await this.audit.recordAll(
      fresh.map(({ id, session }) => ({
        actor: { kind: 'participant', id: participantId },
        action: 'registration.request',
        subject: 'registration',
        subjectId: id,
        after: { state: 'unverified', sessionId: session.id, participantId },
      })),
    );
    await this.answers.store(
      open.map(({ id, live, given }) => ({ registrationId: id, isNew: !live, answers: given.answers })),
    );
    await this.seats.settle(
      open.map(({ id, session, live, heldUntil }) => ({
        ...{ id, participantId },
        sessionId: session.id,
        state: 'unverified' as const,
        isHeld: live ? live.isHeld : heldUntil !== null,
      })),
      sessions,
      now,
    );
    return open.map(({ id }) => id);
  }
}

function notInvited({ sessionSlugs }: KnownForm, slug: string) {
  return invalidFields({ path: `sessionSlugs.${sessionSlugs.indexOf(slug)}`, code: 'not-allowed' });
}
