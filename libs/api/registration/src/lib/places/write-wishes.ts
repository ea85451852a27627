import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, DomainError, type AuditRecord } from '@reihe/api-platform';
import { CheckAnswers, type AnsweredWish } from '@reihe/api-questions';
import {
  allotSeats,
  FormPeopleRepository,
  Invitations,
  MailWishes,
  ParticipantLinks,
  WantedSessions,
  WishesRepository,
  type AllottedForm,
  type ConfirmLink,
  type FormPerson,
  type KnownPerson,
  type MetPerson,
  type NewestLink,
  type NewWish,
  type RepeatedWish,
  type WrittenForm,
} from '@reihe/api-seats';
import { type Register } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import { saidWords } from './said-words';

const HOUR_MS = 3_600_000;
/** So that a form filled in over and over does not flood somebody's mailbox; the answer on screen stays the same. */
export const CONFIRM_MAILS_PER_HOUR = 5;

/** What became of a form: taken down, or refused with a reason of its own. */
export type FormOutcome = undefined;

/** Forms of several people at once, in one transaction: one lock, one count, one statement per table, one commit. */
@Injectable()
export class WriteWishes {
  constructor(
    private readonly wishes: WishesRepository,
    private readonly people: FormPeopleRepository,
    private readonly invitations: Invitations,
    private readonly sessions: WantedSessions,
    private readonly answers: CheckAnswers,
    private readonly links: ParticipantLinks,
    private readonly mail: MailWishes,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** One outcome per form, in their order; no two of one address. */
  @Transactional()
  async write(forms: readonly Register[]): Promise<PromiseSettledResult<FormOutcome>[]> {
    const now = this.clock.now();
    await this.wishes.planOnce();
    const slugs = [...new Set(forms.flatMap((form) => form.sessionSlugs))];
    // One round trip: the people's locks stand behind the sessions'.
    const [sessions, met] = await Promise.all([this.sessions.lock(slugs), this.meet(forms, now)]);
    const [known, asked] = await Promise.all([
      this.wishes.known(
        met.filter(({ isNew }) => !isNew).map((person) => person.emailKey),
        sessions.map(({ id }) => id),
      ),
      this.answers.asked(sessions),
    ]);
    const unreached = new Set(met.filter(isFlooded).map((person) => person.emailKey));
    const byInvitation = sessions.filter(({ mode }) => mode === 'invitation');
    const invitations = await this.invitations.listFor(forms, byInvitation, now);
    const around = { sessions, known, invitations, asked, isProven: false, unreached, now };
    const allotted = allotSeats(forms, around);
    const written = allotted.flatMap((one) =>
      one instanceof DomainError ? [] : [this.writtenForm(one, met, known)],
    );
    const taken = new Set(written.map(({ person }) => person.id));
    await this.takeDown(
      written,
      met.filter(({ id, isNew }) => isNew && !taken.has(id)),
      now,
    );
    return outcomesOf(allotted);
  }

  /**
   * The same for people who are new, with everything prepared before a session is locked: nobody waits for what this process does
   * meanwhile. null: not all of them are new, or something is to be done under the lock first; nothing was written then.
   * @throws where something changed between seeing and locking; `isOvertaken` tells it, and nothing was written then
   */
  @Transactional()
  async writeAsSeen(forms: readonly Register[]): Promise<PromiseSettledResult<FormOutcome>[] | null> {
    const now = this.clock.now();
    await this.wishes.planOnce();
    const [seen, known] = await Promise.all([
      this.sessions.see(forms.flatMap((form) => form.sessionSlugs)),
      this.people.countKnown(forms.map(({ email }) => emailKey(email))),
    ]);
    if (!seen || known > 0) return null;
    const { sessions, rules } = seen;
    const takenBefore = new Map(sessions.map(({ id, taken }) => [id, taken]));
    const asked = await this.answers.asked(sessions);
    const invitations = await this.invitations.listFor(forms, [], now);
    const unreached = new Set<string>();
    const around = { sessions, known: [], invitations, asked, isProven: false, unreached, now };
    const allotted = allotSeats(forms, around);
    const written = allotted.flatMap((one) => (one instanceof DomainError ? [] : [this.newForm(one)]));
    if (written.length === 0) return outcomesOf(allotted);
    const wishes = written.flatMap((form) => form.wishes);
    const wanted = new Set(wishes.map(({ session }) => session.id));
    await this.wishes.lockAsSeen(
      sessions
        .filter(({ id }) => wanted.has(id))
        .map(({ id, taken }) => ({
          sessionId: id,
          rules: rules.get(id) ?? '',
          held: taken - (takenBefore.get(id) ?? taken),
          isFull: wishes.some(({ session, isFull }) => session.id === id && isFull),
        })),
      now,
    );
    await this.people.add(
      written.map(({ form, person }) => ({ ...personOf(form), id: person.id })),
      now,
    );
    await this.takeDown(written, [], now);
    return outcomesOf(allotted);
  }

  private newForm(allotted: AllottedForm): WrittenForm {
    const { form } = allotted;
    const person = { id: randomUUID(), emailKey: emailKey(form.email), name: '', linksSince: 0, isNew: true };
    return this.writtenForm(allotted, [person], []);
  }

  private meet(forms: readonly Register[], now: Date): Promise<MetPerson[]> {
    return this.people.meet(forms.map(personOf), new Date(now.getTime() - HOUR_MS), now);
  }

  /** Who was refused is not known for it. */
  private async takeDown(
    written: readonly WrittenForm[],
    refused: readonly MetPerson[],
    now: Date,
  ): Promise<void> {
    await this.people.forget(refused.map(({ id }) => id));
    await this.people.addConfirmLinks(
      written.flatMap(({ link }) => (link ? [link.row] : [])),
      now,
    );
    await this.wishes.repeat(written.flatMap(repeatedWishes), written.flatMap(newestLink));
    const fresh = written.flatMap(newWishes);
    await this.wishes.insert(fresh, now);
    await this.answers.store(written.flatMap(answersOf));
    await this.audit.recordAll(fresh.map(recordOf));
    // What is asked so far leaves: PostgreSQL writes it down while the mails are written here.
    await nextTurn();
    await this.mail.send(written);
  }

  private writtenForm(
    { form, wishes, uninvited }: AllottedForm,
    met: readonly MetPerson[],
    known: readonly KnownPerson[],
  ): WrittenForm {
    const key = emailKey(form.email);
    const person = met.find((one) => one.emailKey === key);
    if (!person) throw new Error('Somebody who was just made known is not there.');
    const link: ConfirmLink | null = isFlooded(person)
      ? null
      : this.links.newConfirm(person.id, form.language);
    const before = known.find(({ participantId }) => participantId === person.id);
    return { form, person, before, link, wishes, uninvited };
  }
}

function personOf({ email, language, timeZone }: Register): FormPerson {
  return { email, emailKey: emailKey(email), language, timeZone };
}

function outcomesOf(allotted: readonly (AllottedForm | DomainError)[]): PromiseSettledResult<FormOutcome>[] {
  return allotted.map((one) =>
    one instanceof DomainError
      ? { status: 'rejected', reason: one }
      : { status: 'fulfilled', value: undefined },
  );
}

function newWishes({ form, person, link, wishes }: WrittenForm): NewWish[] {
  return wishes
    .filter(({ live }) => !live)
    .map(({ id, session, heldUntil, codeId, given }) => ({
      ...saidWords(form, given, 'form'),
      id,
      sessionId: session.id,
      participantId: person.id,
      confirmLinkId: link?.row.id ?? null,
      heldUntil,
      invitationCodeId: codeId,
    }));
}

function isFlooded({ linksSince }: { linksSince: number }): boolean {
  return linksSince >= CONFIRM_MAILS_PER_HOUR;
}

function repeatedWishes({ form, link, wishes }: WrittenForm): RepeatedWish[] {
  return wishes
    .filter(({ live }) => live?.state === 'unverified')
    .map(({ id, given }) => ({ ...saidWords(form, given, 'form'), id, confirmLinkId: link?.row.id ?? null }));
}

/** Only of people with a wish that still waits: everybody else has none to confirm with it. */
function newestLink({ person, before, link }: WrittenForm): NewestLink[] {
  return before?.hasPending && link ? [{ participantId: person.id, confirmLinkId: link.row.id }] : [];
}

function answersOf({ wishes }: WrittenForm): AnsweredWish[] {
  return wishes.flatMap(({ id, live, given }) =>
    live && live.state !== 'unverified' ? [] : [{ registrationId: id, isNew: !live, answers: given.answers }],
  );
}

function recordOf({ id, participantId, sessionId, heldUntil }: NewWish): AuditRecord {
  return {
    actor: { kind: 'participant', id: participantId },
    action: 'registration.request',
    subject: 'registration',
    subjectId: id,
    after: { state: 'unverified', sessionId, participantId, ...(heldUntil && { heldUntil }) },
  };
}
