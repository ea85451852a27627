import { Module } from '@nestjs/common';
import { MailModule } from '@reihe/api-mail';
import { FORM_FIELDS } from '@reihe/api-platform';
import { AfterwardsRepository } from './afterwards/afterwards.repository';
import { WriteAfterwards } from './afterwards/write-afterwards';
import { MessagePreview } from './messages/message-preview';
import { MessagesController } from './messages/messages.controller';
import { MessagesRepository } from './messages/messages.repository';
import { Messages } from './messages/messages.service';
import { RecipientsRepository } from './messages/recipients.repository';
import { SendMessages } from './messages/send-messages';
import { SessionsOfMessages } from './messages/sessions-of-messages.repository';
import { NewsSubscriptionController } from './news/news-subscription.controller';
import { NewsSubscriptions } from './news/news-subscriptions';
import { NewsSubscriptionsRepository } from './news/news-subscriptions.repository';
import { UnsubscribeForm } from './news/unsubscribe-form';
import { UnsubscribeLinks } from './news/unsubscribe-links';
import { UnsubscribeLinksRepository } from './news/unsubscribe-links.repository';
import { UnsubscribeFormController } from './news/unsubscribe-form.controller';
import { RemindersRepository } from './reminders/reminders.repository';
import { SendReminders } from './reminders/send-reminders';

/** What participants are written to beside what they do themselves. Names what `AfterSession` offers, where somebody provides it. */
@Module({
  imports: [MailModule],
  controllers: [MessagesController, NewsSubscriptionController, UnsubscribeFormController],
  providers: [
    AfterwardsRepository,
    { provide: FORM_FIELDS, useValue: ['choice'] },
    MessagePreview,
    Messages,
    MessagesRepository,
    NewsSubscriptions,
    NewsSubscriptionsRepository,
    RecipientsRepository,
    RemindersRepository,
    SendMessages,
    SendReminders,
    SessionsOfMessages,
    UnsubscribeForm,
    UnsubscribeLinks,
    UnsubscribeLinksRepository,
    WriteAfterwards,
  ],
})
export class CorrespondenceModule {}
