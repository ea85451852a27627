import { Module } from '@nestjs/common';
import { MailTransport } from './delivery/mail-transport';
import { MailWorker } from './delivery/mail-worker';
import { Outbox } from './outbox/outbox';
import { OutboxController } from './outbox/outbox.controller';
import { OutboxRepository } from './outbox/outbox.repository';
import { OutboxService } from './outbox/outbox.service';
import { SessionNewsMessages } from './outbox/session-news.repository';

/** Needs `JobsModule` beside it. */
@Module({
  controllers: [OutboxController],
  providers: [Outbox, OutboxRepository, OutboxService, SessionNewsMessages, MailTransport, MailWorker],
  exports: [Outbox, SessionNewsMessages, MailWorker],
})
export class MailModule {}
