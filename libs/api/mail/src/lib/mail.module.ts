import { Module } from '@nestjs/common';
import { MailTransport } from './delivery/mail-transport';
import { MailWorker } from './delivery/mail-worker';
import { Outbox } from './outbox/outbox';
import { OutboxController } from './outbox/outbox.controller';
import { OutboxRepository } from './outbox/outbox.repository';
import { OutboxService } from './outbox/outbox.service';

/** Needs `JobsModule` beside it. */
@Module({
  controllers: [OutboxController],
  providers: [Outbox, OutboxRepository, OutboxService, MailTransport, MailWorker],
  exports: [Outbox, MailWorker],
})
export class MailModule {}
