import { Injectable, Logger } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '@reihe/api-platform';
import { OpenRecap } from '../editing/open-recap';
import { gapsOf, type RecapRecord } from '../editing/recap.mapper';
import { RecapsRepository } from '../editing/recaps.repository';
import { DeskMails } from '../workflow/desk-mails';
import { MakePublic } from '../workflow/make-public';
import { SchedulesRepository } from './schedules.repository';

/**
 * Publishes what was scheduled for now. Any number of workers may look at once: each recap belongs to one transaction, and what a
 * killed worker had begun was never written.
 */
@Injectable()
export class PublishDue {
  private readonly logger = new Logger(PublishDue.name);

  constructor(
    private readonly schedules: SchedulesRepository,
    private readonly recaps: RecapsRepository,
    private readonly open: OpenRecap,
    private readonly making: MakePublic,
    private readonly mails: DeskMails,
    private readonly clock: Clock,
  ) {}

  /** Number of recaps published. One that fails does not keep the others waiting. */
  async publishDue(): Promise<number> {
    let published = 0;
    for (const id of await this.schedules.due(this.clock.now())) {
      try {
        if (await this.publishOne(id)) published += 1;
      } catch (error) {
        this.logger.error({ err: error, recap: id }, 'A scheduled recap could not be published');
      }
    }
    return published;
  }

  @Transactional()
  private async publishOne(id: string): Promise<boolean> {
    const version = await this.schedules.take(id, this.clock.now());
    if (version === null) return false;
    const gaps = gapsOf(await this.open.read(id));
    if (gaps.length > 0) {
      await this.keep(await this.open.read(id), gaps);
      return false;
    }
    await this.making.show(await this.open.claim(id, version), null, {});
    return true;
  }

  /** It stays scheduled, and whoever answers for it is told; once, however often it is tried. */
  private async keep(recap: RecapRecord, gaps: ReturnType<typeof gapsOf>): Promise<void> {
    const { id, workflow } = recap;
    const isNews = workflow.schedule !== null && workflow.schedule.failure === null;
    await this.recaps.update(id, { publishTriedAt: this.clock.now(), publishGaps: gaps });
    if (!isNews) return;
    await this.mails.notPublished(recap, new Date(workflow.schedule?.publishAt ?? 0), gaps.length);
    await this.open.record('not-published', id, 'system', null, { gaps });
  }
}
