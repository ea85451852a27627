import {
  RegistrationMail,
  RegistrationsRepository,
  type AllottedWish,
  type ConfirmLink,
  type KnownPerson,
  type MetPerson,
  type Recipient,
  type RegistrationFacts,
  type WantedSession,
} from '@reihe/api-seats';
import { Injectable } from '@nestjs/common';
import { LANGUAGES, type Register } from '@reihe/shared-contracts';

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

  /** @param repeated wishes of theirs that wait to be confirmed since an earlier form */
  async send(
    forms: readonly WrittenForm[],
    repeated: readonly { id: string; participantId: string }[],
  ): Promise<void> {
    for (const language of LANGUAGES) {
      const some = forms.filter(({ form, link }) => form.language === language && link);
      if (some.length === 0) continue;
      const people = new Set(some.map(({ person }) => person.id));
      const facts = await this.registrations.facts(
        [
          ...some.flatMap(({ wishes }) => wishes.map(({ id }) => id)),
          ...repeated.filter(({ participantId }) => people.has(participantId)).map(({ id }) => id),
        ],
        language,
      );
      const sessions = await this.registrations.sessionFacts(
        some.flatMap(({ uninvited }) => uninvited.map(({ id }) => id)),
        language,
      );
      await this.mail.answerForms(some.flatMap((written) => this.mailOf(written, facts, sessions)));
    }
  }

  private mailOf(
    { form, person, link, wishes, uninvited }: WrittenForm,
    facts: readonly RegistrationFacts[],
    sessions: ReadonlyMap<string, RegistrationFacts['session']>,
  ) {
    if (!link) return [];
    const own = facts.filter(({ participantId }) => participantId === person.id);
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
        uninvited: uninvited.flatMap(({ id }) => sessions.get(id) ?? []),
      },
    ];
  }
}
