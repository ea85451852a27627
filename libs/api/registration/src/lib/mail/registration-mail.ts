import { Injectable } from '@nestjs/common';
import {
  Outbox,
  type MailSession,
  type MailTemplate,
  type MailTemplates,
  type MeetingForSeat,
} from '@reihe/api-mail';
import { JoinAddresses } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { ParticipantLinks } from '../people/participant-links';
import type { RegistrationFacts } from '../places/registration-facts';
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

/** Every mail about registrations. Call inside the transaction that causes it; erased people are passed over. */
@Injectable()
export class RegistrationMail {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: ParticipantLinks,
    private readonly joining: JoinAddresses,
    private readonly calendar: SessionCalendar,
  ) {}

  async askToConfirm(
    to: Recipient,
    link: { address: string; expiresAt: Date },
    pending: RegistrationFacts[],
    already: RegistrationFacts[],
  ): Promise<void> {
    await this.send('registration-confirm', to, {
      link: link.address,
      expiresAt: link.expiresAt,
      sessions: pending.map((wish) => this.sessionOf(wish)),
      already: already.map((wish) => this.sessionOf(wish)),
    });
  }

  async sayAlreadyRegistered(to: Recipient, registrations: RegistrationFacts[]): Promise<void> {
    const { address } = await this.links.issueManage(to.participantId, to.language);
    await this.send('already-registered', to, {
      manageLink: address,
      sessions: registrations.map((facts) => ({ session: this.sessionOf(facts), place: facts.place })),
    });
  }

  async sayConfirmed(to: Recipient, manageLink: string, settled: RegistrationFacts[]): Promise<void> {
    const seats = settled.filter(({ state }) => state === 'confirmed');
    const waiting = settled.filter(({ state }) => state === 'waitlisted');
    if (seats.length + waiting.length === 0) return;
    const join = await this.joinAddresses(seats);
    await this.send(
      'registration-confirmed',
      to,
      {
        manageLink,
        seats: seats.map((facts) => ({
          session: this.sessionOf(facts),
          meeting: join.get(facts.id) ?? null,
        })),
        waiting: waiting.map((facts) => ({ session: this.sessionOf(facts), place: facts.place ?? 1 })),
      },
      seats,
      join,
    );
  }

  async sayPromoted(facts: RegistrationFacts): Promise<void> {
    await this.toOne(facts, async (to) => {
      const { address } = await this.links.issueManage(to.participantId, to.language);
      const join = await this.joinAddresses([facts]);
      const data = {
        session: this.sessionOf(facts),
        meeting: join.get(facts.id) ?? null,
        manageLink: address,
      };
      await this.send('promoted', to, data, [facts], join);
    });
  }

  async sayCancelled(facts: RegistrationFacts, by: 'participant' | 'staff', hadSeat: boolean): Promise<void> {
    const template = by === 'participant' ? 'cancelled-by-you' : 'cancelled-by-organiser';
    await this.toOne(facts, (to) =>
      this.send(template, to, { session: this.sessionOf(facts) }, hadSeat ? [facts] : [], 'CANCEL'),
    );
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
      template,
      data,
      to: to.email,
      toName: to.name,
      language: to.language,
      timeZone: to.timeZone,
      participantId: to.participantId,
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

  /** By registration; nobody but the confirmed is told where to join. */
  private async joinAddresses(of: RegistrationFacts[]): Promise<Map<string, MeetingForSeat>> {
    const tokens = await this.joining.tokensOf(of.filter(hasJoinAddress).map(({ id }) => id));
    return new Map([...tokens].map(([id, token]) => [id, { url: this.joining.addressOf(token) }]));
  }

  private sessionOf({ session, language }: RegistrationFacts): MailSession {
    const { id, title, startsAt, endsAt, timeZone, slug } = session;
    return { id, title, startsAt, endsAt, timeZone, url: this.calendar.pageOf(slug, language) };
  }
}
