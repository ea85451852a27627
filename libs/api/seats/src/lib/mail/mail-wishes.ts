import { Injectable } from '@nestjs/common';
import { LANGUAGES, type Language, type Register } from '@reihe/shared-contracts';
import type { ConfirmLink } from '../people/participant-links';
import type { AllottedWish } from '../places/allot-seats';
import type { MetPerson } from '../places/form-people.repository';
import {
  freshFacts,
  sessionIn,
  type RegistrationFacts,
  type WantedSession,
} from '../places/registration-facts';
import { RegistrationsRepository } from '../places/registrations.repository';
import type { KnownPerson } from '../places/wishes.repository';
import { RegistrationMail, type Recipient } from './registration-mail';

/** A form that was taken down. */
export interface WrittenForm {
  form: Register;
  person: MetPerson;
  /** null or absent: nobody of this address was known. */
  before: KnownPerson | undefined;
  /** null: enough mails went to this address within the hour. */
  link: ConfirmLink | null;
  wishes: AllottedWish[];
  uninvited: WantedSession[];
}

/** The mails to the people of several forms: what to confirm, and what they have already. */
@Injectable()
export class MailWishes {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly mail: RegistrationMail,
  ) {}

  /** After the wishes are written down. */
  async send(forms: readonly WrittenForm[]): Promise<void> {
    await Promise.all(LANGUAGES.map((language) => this.sendIn(language, forms)));
  }

  private async sendIn(language: Language, forms: readonly WrittenForm[]): Promise<void> {
    const some = forms.filter(({ form, link }) => form.language === language && link);
    if (some.length === 0) return;
    // Of somebody new there is nothing but what was written down just now.
    const [strangers, others] = [some.filter(isNew), some.filter((one) => !isNew(one))];
    const read = others.length > 0 ? await this.factsOf(others, language) : [];
    const written = strangers.flatMap(({ form, person, wishes }) =>
      wishes.map((wish) => freshFacts(wish, person.id, form)),
    );
    await this.mail.answerForms(some.flatMap((one) => this.mailOf(one, [...written, ...read])));
  }

  private factsOf(forms: readonly WrittenForm[], language: Language): Promise<RegistrationFacts[]> {
    return this.registrations.factsOfWishes(
      forms.flatMap(({ wishes }) => wishes.map(({ id }) => id)),
      forms.flatMap(({ link }) => link?.row.id ?? []),
      language,
    );
  }

  private mailOf(
    { form, person, link, wishes, uninvited }: WrittenForm,
    facts: readonly RegistrationFacts[],
  ) {
    if (!link) return [];
    const own = facts
      .filter(({ participantId }) => participantId === person.id)
      .toSorted((a, b) => a.session.startsAt.getTime() - b.session.startsAt.getTime());
    const asked = new Set(wishes.map(({ id }) => id));
    const full = new Set(wishes.filter(({ isFull }) => isFull).map(({ id }) => id));
    const to: Recipient = {
      participantId: person.id,
      email: form.email,
      // Words of a stranger do not reach somebody who is known here.
      name: person.name || form.name,
      language: form.language,
      timeZone: form.timeZone,
    };
    return [
      {
        to,
        link,
        pending: own
          .filter(({ state }) => state === 'unverified')
          .map((facts) => ({ facts, isFull: full.has(facts.id) })),
        already: own.filter(({ id, state }) => state !== 'unverified' && asked.has(id)),
        uninvited: uninvited.map((session) => sessionIn(session, form.language)),
      },
    ];
  }
}

function isNew({ person }: WrittenForm): boolean {
  return person.isNew;
}
