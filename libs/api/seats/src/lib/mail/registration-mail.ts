import { Injectable } from '@nestjs/common';
import {
  Outbox,
  type Mail,
  type MailSession,
  type MailTemplate,
  type MailTemplates,
  type MeetingForSeat,
} from '@reihe/api-mail';
import { JoinAddresses, PersonalLinks, type IssuedLinks } from '@reihe/api-platform';
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

/** Somebody whose wishes were settled. */
export interface SettledPerson {
  to: Recipient;
  settled: readonly RegistrationFacts[];
}

export interface ConfirmedLinks {
  /** In the order of the people. */
  links: IssuedLinks[];
  /** Tokens to join with, by registration. */
  join: ReadonlyMap<string, string>;
  /** Number of mails. */
  mails: number;
}

/** Every mail about registrations, of several people by one statement. Call inside the transaction that causes it; erased people are passed over. */
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
    const known = forms.filter(({ pending, already }) => pending.length === 0 && already.length > 0);
    const issued = await this.links.issueAll(known.map(({ to }) => linkedTo(to, [])));
    const manage = new Map(known.map(({ to }, at) => [to.participantId, issued[at]?.address ?? '']));
    await this.outbox.enqueueAll(
      forms.map((form) => this.answerOf(form, manage.get(form.to.participantId) ?? '')),
    );
  }

  /** What became of the wishes of some people, each by one mail; none to whom nothing became of. */
  async sayConfirmed(people: readonly SettledPerson[]): Promise<ConfirmedLinks> {
    const seated = people.flatMap(({ settled }) => settled.filter(({ state }) => state === 'confirmed'));
    const join = await this.joining.tokensOf(seated.filter(hasJoinAddress).map(({ id }) => id));
    const links = await this.links.issueAll(
      people.map(({ to, settled }) =>
        linkedTo(
          to,
          settled.filter(({ state }) => state === 'confirmed' || state === 'waitlisted'),
        ),
      ),
    );
    const addresses = this.addressesOf(join);
    const mails = people.flatMap((person, at) => {
      const own = links[at];
      return own && person.settled.length > 0 ? [this.confirmation(person, own, addresses)] : [];
    });
    await this.outbox.enqueueAll(mails);
    return { links, join, mails: mails.length };
  }

  /** What an organiser decided about each of these, one mail for each. Number of mails. */
  async sayPlaced(placed: readonly RegistrationFacts[]): Promise<number> {
    const { mails } = await this.sayConfirmed(
      placed.flatMap((facts) => readersOf(facts).map((to) => ({ to, settled: [facts] }))),
    );
    return mails;
  }

  /** Number of mails. */
  async sayPromoted(promoted: readonly RegistrationFacts[]): Promise<number> {
    const told = promoted.flatMap((facts) => readersOf(facts).map((to) => ({ to, facts })));
    const join = this.addressesOf(
      await this.joining.tokensOf(promoted.filter(hasJoinAddress).map(({ id }) => id)),
    );
    const links = await this.links.issueAll(told.map(({ to, facts }) => linkedTo(to, [facts])));
    const mails = told.map(({ to, facts }, at) => {
      const address = links[at]?.address ?? '';
      const data = {
        session: this.sessionOf(facts),
        meeting: join.get(facts.id) ?? null,
        manageLink: address,
        release: links[at]?.releases.get(facts.id) ?? address,
      };
      return this.mail('promoted', to, data, [facts], join);
    });
    await this.outbox.enqueueAll(mails);
    return mails.length;
  }

  /** @param reason of the organisers, as typed; empty: none. Number of mails. */
  async sayCancelled(
    cancelled: readonly { facts: RegistrationFacts; hadSeat: boolean }[],
    by: 'participant' | 'staff',
    reason = '',
  ): Promise<number> {
    const template = by === 'participant' ? 'cancelled-by-you' : 'cancelled-by-organiser';
    const mails = cancelled.flatMap(({ facts, hadSeat }) =>
      readersOf(facts).map((to) =>
        this.mail(template, to, { session: this.sessionOf(facts), reason }, hadSeat ? [facts] : [], 'CANCEL'),
      ),
    );
    await this.outbox.enqueueAll(mails);
    return mails.length;
  }

  /** Number of mails. */
  async sayDeclined(declined: readonly RegistrationFacts[], reason: string): Promise<number> {
    const mails = declined.flatMap((facts) =>
      readersOf(facts).map((to) => this.mail('declined', to, { session: this.sessionOf(facts), reason })),
    );
    await this.outbox.enqueueAll(mails);
    return mails.length;
  }

  private confirmation(
    { to, settled }: SettledPerson,
    { address: manageLink, releases }: IssuedLinks,
    join: ReadonlyMap<string, MeetingForSeat>,
  ): Mail<MailTemplate> {
    const of = (state: RegistrationFacts['state']) => settled.filter((facts) => facts.state === state);
    const seats = of('confirmed');
    const data: MailTemplates['registration-confirmed'] = {
      manageLink,
      seats: seats.map((facts) => ({
        session: this.sessionOf(facts),
        meeting: join.get(facts.id) ?? null,
        release: releases.get(facts.id) ?? manageLink,
      })),
      waiting: of('waitlisted').map((facts) => ({
        session: this.sessionOf(facts),
        place: facts.place ?? 1,
        release: releases.get(facts.id) ?? manageLink,
      })),
      deciding: of('awaiting-approval').map((facts) => this.sessionOf(facts)),
      ended: of('expired').map((facts) => this.sessionOf(facts)),
    };
    return this.mail('registration-confirmed', to, data, seats, join);
  }

  private mail<T extends MailTemplate>(
    template: T,
    to: Recipient,
    data: MailTemplates[T],
    calendarOf: readonly RegistrationFacts[] = [],
    /** Where to join, for entering; 'CANCEL' takes the entry out. */
    join: ReadonlyMap<string, MeetingForSeat> | 'CANCEL' = new Map(),
  ): Mail<MailTemplate> {
    return {
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
    };
  }

  private answerOf(
    { to, link, pending, already, uninvited }: AnsweredForm,
    manageLink: string,
  ): Mail<MailTemplate> {
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
            isDecided: facts.session.mode === 'approval' && facts.heldUntil === null,
          })),
          already: already.map((facts) => this.sessionOf(facts)),
          uninvited: strangers,
        },
      };
    }
    if (already.length === 0) {
      return { ...addressed(to), template: 'not-invited', data: { sessions: strangers } };
    }
    return {
      ...addressed(to),
      template: 'already-registered',
      data: {
        manageLink,
        sessions: already.map((facts) => ({
          session: this.sessionOf(facts),
          place: facts.place,
          isDecided: facts.state === 'awaiting-approval',
        })),
      },
    };
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

/** Nobody where the person is erased. */
function readersOf({ email, participantId, name, language, timeZone }: RegistrationFacts): Recipient[] {
  return email === null ? [] : [{ email, participantId, name, language, timeZone }];
}

function linkedTo({ participantId, language }: Recipient, places: readonly RegistrationFacts[]) {
  return { participantId, language, registrationIds: places.map(({ id }) => id) };
}
