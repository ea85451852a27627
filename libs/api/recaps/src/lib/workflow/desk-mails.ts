import { Injectable } from '@nestjs/common';
import { Outbox, type Mail, type MailTemplate } from '@reihe/api-mail';
import { Config } from '@reihe/api-platform';
import { publicPaths, type Language, type Me } from '@reihe/shared-contracts';
import { textsOf, type RecapRecord } from '../editing/recap.mapper';
import { DeskPeopleRepository, type ReachablePerson } from './desk-people.repository';

/** Told of what somebody did to a recap; nobody is told of what they did themselves. */
type Doer = Pick<Me, 'id' | 'name'>;

/** What the desk is told by mail, in the transaction of its cause. */
@Injectable()
export class DeskMails {
  constructor(
    private readonly people: DeskPeopleRepository,
    private readonly outbox: Outbox,
    private readonly config: Config,
  ) {}

  async reviewAsked(recap: RecapRecord, reviewerId: string | null, by: Doer): Promise<void> {
    await this.write(recap, [reviewerId], by, (person, title) => ({
      template: 'recap-review-asked',
      data: { title, link: this.deskLink(recap, person.language), by: by.name },
    }));
  }

  async sentBack(recap: RecapRecord, comment: string, by: Doer): Promise<void> {
    await this.write(recap, await this.writersOf(recap), by, (person, title) => ({
      template: 'recap-sent-back',
      data: { title, link: this.deskLink(recap, person.language), by: by.name, comment },
    }));
  }

  async approved(recap: RecapRecord, by: Doer): Promise<void> {
    await this.write(recap, await this.writersOf(recap), by, (person, title) => ({
      template: 'recap-approved',
      data: { title, link: this.deskLink(recap, person.language), by: by.name },
    }));
  }

  /** @param at the minute at which it should have appeared */
  async notPublished(recap: RecapRecord, at: Date, missing: number): Promise<void> {
    const { reviewer, approvedBy } = recap.workflow;
    const concerned = [...(await this.writersOf(recap)), reviewer?.id ?? null, approvedBy?.id ?? null];
    await this.write(recap, concerned, null, (person, title) => ({
      template: 'recap-not-published',
      data: { title, link: this.deskLink(recap, person.language), at, missing },
    }));
  }

  /** To the owner. @param by null: it appeared as it was scheduled */
  async isPublic(recap: RecapRecord, by: Doer | null): Promise<void> {
    await this.write(recap, [await this.people.ownerOf(recap.id)], by, (person, title, language) => ({
      template: 'recap-is-public',
      data: {
        title,
        link: this.config.baseUrl + publicPaths.recap(language, recap.translations[language]?.slug ?? ''),
        by: by?.name ?? null,
      },
    }));
  }

  /** Whose it is, and who wrote last: the two may differ. */
  private async writersOf(recap: RecapRecord): Promise<(string | null)[]> {
    return [await this.people.ownerOf(recap.id), recap.workflow.lastWriter?.id ?? null];
  }

  private async write<T extends MailTemplate>(
    recap: RecapRecord,
    to: readonly (string | null)[],
    by: Doer | null,
    compose: (
      person: ReachablePerson,
      title: string,
      language: Language,
    ) => Pick<Mail<T>, 'template' | 'data'>,
  ): Promise<void> {
    const ids = [...new Set(to)].filter((id): id is string => id !== null && id !== by?.id);
    if (ids.length === 0) return;
    const mails = (await this.people.reachable(ids)).map((person): Mail<T> => {
      const { language, title } = titleFor(recap, person.language);
      return {
        ...compose(person, title, language),
        language: person.language,
        to: person.email,
        toName: person.name,
        timeZone: recap.timeZone,
        participantId: null,
      };
    });
    await this.outbox.enqueueAll(mails);
  }

  private deskLink({ id }: RecapRecord, language: Language): string {
    return `${this.config.baseUrl}/admin/${language}/recaps/${id}`;
  }
}

/** In the reader's language where the recap is written in it. */
function titleFor(recap: RecapRecord, wanted: Language): { language: Language; title: string } {
  const texts = textsOf(recap.translations);
  const found =
    [wanted, recap.defaultLanguage].flatMap((language) => texts.filter(([one]) => one === language))[0] ??
    texts[0];
  return { language: found?.[0] ?? recap.defaultLanguage, title: found?.[1].title ?? '' };
}
