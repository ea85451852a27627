import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Outbox, renderMail } from '@reihe/api-mail';
import { Config } from '@reihe/api-platform';
import { publicPaths, type Me } from '@reihe/shared-contracts';
import type { MessagePreview as Preview, PreviewMessage } from '@reihe/shared-registration';
import { letterFor } from './message-letter';
import { messageNotFound } from './messages.errors';
import { MessagesRepository, type MessageFacts } from './messages.repository';
import { ownerOf } from './messages.service';

/** In place of what belongs to one person alone: staff read the preview, and pass it on. */
const EXAMPLE_TOKEN = 'example';

/** A message as it would be read, before anybody gets it. */
@Injectable()
export class MessagePreview {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly outbox: Outbox,
    private readonly config: Config,
  ) {}

  /** @throws message.not-found */
  async show(id: string, typed: PreviewMessage, staff: Me): Promise<Preview> {
    const { letter, reader, example } = await this.rendered(await this.found(id, staff), typed, staff);
    const mail = renderMail('organiser-message', letter, reader, {
      host: new URL(this.config.baseUrl).hostname,
      unsubscribeUrl:
        typed.kind === 'news'
          ? this.config.baseUrl + publicPaths.unsubscribe(reader.language, EXAMPLE_TOKEN)
          : undefined,
    });
    return { language: letter.language, example, subject: mail.subject, text: mail.text, html: mail.html };
  }

  /** To whoever is signed in. @throws message.not-found */
  @Transactional()
  async sendTest(id: string, typed: PreviewMessage, staff: Me): Promise<void> {
    const { letter, reader } = await this.rendered(await this.found(id, staff), typed, staff);
    await this.outbox.enqueue({
      template: 'organiser-message',
      to: staff.email,
      toName: staff.name,
      language: reader.language,
      timeZone: reader.timeZone,
      participantId: null,
      data: { ...letter, isTest: true },
    });
  }

  private async found(id: string, staff: Me): Promise<MessageFacts> {
    const facts = await this.messages.find(id, staff.language);
    if (!facts) throw messageNotFound();
    return facts;
  }

  private async rendered(facts: MessageFacts, { texts, language }: PreviewMessage, staff: Me) {
    const example = await this.messages.example(ownerOf(facts), facts.selection, language);
    const { name, timeZone, places } = example ?? { name: staff.name, timeZone: 'UTC', places: [] };
    const reader = { name, timeZone, language };
    const { baseUrl } = this.config;
    const letter = letterFor(
      { texts, defaultLanguage: facts.defaultLanguage, baseUrl },
      {
        ...reader,
        places,
        joinAddresses: places.some(({ state }) => state === 'confirmed')
          ? [baseUrl + publicPaths.join(EXAMPLE_TOKEN)]
          : [],
        mySessions: baseUrl + publicPaths.manage(language, EXAMPLE_TOKEN),
      },
    );
    const nothing = { subject: '', body: '', language, sessionId: null, isTest: false };
    return { letter: letter ?? nothing, reader, example: example?.name ?? null };
  }
}
