import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, hashOf, linkUnknown } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { NewsChoice, NewsSubscription } from '@reihe/shared-registration';
import { NewsSubscriptionsRepository, type Subscription } from './news-subscriptions.repository';

/** Who wants news, by the link in a mail. Mails about a place held ask nobody here. */
@Injectable()
export class NewsSubscriptions {
  constructor(
    private readonly subscriptions: NewsSubscriptionsRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws registration.link-unknown */
  async read(token: string, language: Language): Promise<NewsSubscription> {
    const found = await this.find(token, language);
    const isOut = found.isOutOfAll || found.isOutOfSeries;
    return { seriesTitle: found.seriesTitle, isSubscribed: !isOut, isOutOfAll: found.isOutOfAll };
  }

  /** Choosing the same twice changes nothing. @throws registration.link-unknown */
  @Transactional()
  async choose(token: string, choice: NewsChoice, language: Language): Promise<NewsSubscription> {
    const { participantId, seriesId } = await this.find(token, language);
    if (choice === 'again') {
      if (await this.subscriptions.optIn(participantId, seriesId))
        await this.record(participantId, 'participant.news-again', seriesId);
    } else {
      const from = choice === 'stop' ? seriesId : null;
      if (await this.subscriptions.optOut(participantId, from, this.clock.now()))
        await this.record(participantId, 'participant.news-stopped', from);
      await this.subscriptions.dropWaiting(participantId, from);
    }
    return this.read(token, language);
  }

  private async find(token: string, language: Language): Promise<Subscription> {
    const found = await this.subscriptions.find(hashOf(token), language);
    if (!found) throw linkUnknown();
    return found;
  }

  private record(participantId: string, action: string, seriesId: string | null): Promise<void> {
    return this.audit.record({
      actor: { kind: 'participant', id: participantId },
      action,
      subject: 'participant',
      subjectId: participantId,
      after: { seriesId },
    });
  }
}
