import { Injectable } from '@nestjs/common';
import {
  Outbox,
  type Mail,
  type MailSession,
  type MailTemplate,
  type MailTemplates,
  type MeetingForSeat,
} from '@reihe/api-mail';
import { JoinAddresses, PersonalLinks } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { ConfirmLink } from '../people/participant-links';
import type { RegistrationFacts, SessionFacts } from '../places/registration-facts';
import { hasJoinAddress } from '../registration.mapper';
import { SessionCalendar } from './session-calendar';

/** Whom a mail is for, where no single registration says so. */
export interface Recipient {
  participantId: string;
  email: string;
  name: string;
  language: Language;
  timeZone: string;
}

/** What became of a form, for the mail that answers it. */
export interface AnsweredForm {
  to: Recipient;
  link: Pick<ConfirmLink, 'address' | 'expiresAt'>;
  /** `isFull`: who confirms will wait. */
  pending: { facts: RegistrationFacts; isFull: boolean }[];
  already: RegistrationFacts[];
  /** By invitation, and they are not invited. */
  uninvited: SessionFacts[];
}

/** Every mail about registrations. Call inside the transaction that causes it; erased people are passed over. */
@Injectable()
export class RegistrationMail {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: PersonalLinks,
    private readonly joining: JoinAddresses,
    private readonly calendar: SessionCalendar,
  ) {}

  /** What became of some forms, each by one mail: what to confirm, and what there is already. */
  async answerForms(forms: readonly AnsweredForm[]): Promise<void> {
    const mails: Mail<MailTemplate>[] = [];
    for (const form of forms) mails.push(await this.answerOf(form));
    await this.outbox.enqueueAll(mails);
  }

  /** The tokens to join with, by registration. */
  async sayConfirmed(
    to: Recipient,
    manageLink: string,
    settled: RegistrationFacts[],
  ): Promise<ReadonlyMap<string, string>> {
    if (settled.length === 0) return new Map();
    const of = (state: RegistrationFacts['state']) => settled.filter((facts) => facts.state === state);
    const [seats, waiting] = [of('confirmed'), of('waitlisted')];
    const tokens = await this.joining.tokensOf(seats.filter(hasJoinAddress).map(({ id }) => id));
    const join = this.addressesOf(tokens);
    const release = await this.releases(to, [...seats, ...waiting]);
    await this.send(
      'registration-confirmed',
      to,
      {
        manageLink,
        seats: seats.map((facts) => ({
          session: this.sessionOf(facts),
          meeting: join.get(facts.id) ?? null,
          release: release.get(facts.id) ?? manageLink,
        })),
        waiting: waiting.map((facts) => ({
          session: this.sessionOf(facts),
          place: facts.place ?? 1,
          release: release.get(facts.id) ?? manageLink,
        })),
        deciding: of('awaiting-approval').map((facts) => this.sessionOf(facts)),
        ended: of('expired').map((facts) => this.sessionOf(facts)),
      },
      seats,
      join,
    );
    return tokens;
  }

  async sayPromoted(facts: RegistrationFacts): Promise<void> {
    await this.toOne(facts, async (to) => {
      const { address } = await this.links.issueManage(to.participantId, to.language);
      const join = await this.joinAddresses([facts]);
      const release = await this.releases(to, [facts]);
      const data = {
        session: this.sessionOf(facts),
        meeting: join.get(facts.id) ?? null,
        manageLink: address,
        release: release.get(facts.id) ?? address,
      };
      await this.send('promoted', to, data, [facts], join);
    });
  }

  /** @param reason of the organisers, as typed; empty: none */
  async sayCancelled(
    facts: RegistrationFacts,
    by: 'participant' | 'staff',
    hadSeat: boolean,
    reason = '',
  ): Promise<void> {
    const template = by === 'participant' ? 'cancelled-by-you' : 'cancelled-by-organiser';
    await this.toOne(facts, (to) =>
      this.send(template, to, { session: this.sessionOf(facts), reason }, hadSeat ? [facts] : [], 'CANCEL'),
    );
  }

  async sayDeclined(facts: RegistrationFacts, reason: string): Promise<void> {
    await this.toOne(facts, (to) => this.send('declined', to, { session: this.sessionOf(facts), reason }));
  }

  private async toOne(facts: RegistrationFacts, write: (to: Recipient) => Promise<void>): Promise<void> {
    const { email, participantId, name, language, timeZone } = facts;
    if (email !== null) await write({ email, participantId, name, language, timeZone });
  }

  private async send<T extends MailTemplate>(
    template: T,
    to: Recipient,
    data: MailTemplates[T],
    calendarOf: RegistrationFacts[] = [],
    /** Where to join, for entering; 'CANCEL' takes the entry out. */
    join: ReadonlyMap<string, MeetingForSeat> | 'CANCEL' = new Map(),
  ): Promise<void> {
    await this.outbox.enqueue({
      ...addressed(to),
      template,
      data,
      ...(calendarOf.length > 0 && {
        calendar: this.calendar.entry(
          to,
          calendarOf.map(({ id, session }) => ({
            session,
            joinAt: join === 'CANCEL' ? null : (join.get(id)?.url ?? null),
          })),
          join === 'CANCEL' ? 'CANCEL' : 'ENTER',
        ),
      }),
    });
  }

  private async answerOf({
    to,
    link,
    pending,
    already,
    uninvited,
  }: AnsweredForm): Promise<Mail<MailTemplate>> {
    const strangers = uninvited.map((session) => this.mailSession(session, to.language));
    if (pending.length > 0) {
      return {
        ...addressed(to),
        template: 'registration-confirm',
        data: {
          link: link.address,
          expiresAt: link.expiresAt,
          sessions: pending.map(({ facts, isFull }) => ({
            session: this.sessionOf(facts),
            heldUntil: facts.heldUntil,
            isFull,
            isDecided: facts.session.mode === 'approval',
          })),
          already: already.map((facts) => this.sessionOf(facts)),
          uninvited: strangers,
        },
      };
    }
    if (already.length === 0) {
      return { ...addressed(to), template: 'not-invited', data: { sessions: strangers } };
    }
    const { address } = await this.links.issueManage(to.participantId, to.language);
    return {
      ...addressed(to),
      template: 'already-registered',
      data: {
        manageLink: address,
        sessions: already.map((facts) => ({
          session: this.sessionOf(facts),
          place: facts.place,
          isDecided: facts.state === 'awaiting-approval',
        })),
      },
    };
  }

  private releases(
    { participantId, language }: Recipient,
    of: RegistrationFacts[],
  ): Promise<Map<string, string>> {
    return this.links.issueReleases(
      participantId,
      of.map(({ id }) => id),
      language,
    );
  }

  /** By registration; nobody but the confirmed is told where to join. */
  private async joinAddresses(of: RegistrationFacts[]): Promise<Map<string, MeetingForSeat>> {
    const tokens = await this.joining.tokensOf(of.filter(hasJoinAddress).map(({ id }) => id));
    return this.addressesOf(tokens);
  }

  private addressesOf(tokens: ReadonlyMap<string, string>): Map<string, MeetingForSeat> {
    return new Map([...tokens].map(([id, token]) => [id, { url: this.joining.addressOf(token) }]));
  }

  private sessionOf({ session, language }: RegistrationFacts): MailSession {
    return this.mailSession(session, language);
  }

  private mailSession(session: SessionFacts, language: Language): MailSession {
    const { id, title, startsAt, endsAt, timeZone, slug } = session;
    return { id, title, startsAt, endsAt, timeZone, url: this.calendar.pageOf(slug, language) };
  }
}

function addressed({ email, name, language, timeZone, participantId }: Recipient) {
  return { to: email, toName: name, language, timeZone, participantId };
}
