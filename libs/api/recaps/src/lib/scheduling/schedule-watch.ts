import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { Clock, Config, Jobs, Notices } from '@reihe/api-platform';
import { PublishDue } from './publish-due';
import { SCHEDULES_CHANNEL, SchedulesRepository } from './schedules.repository';

export const PUBLISH_DUE_JOB = 'recap.publish-due';
/** Looked at this often whatever was said: a notice can be missed, a clock can be put right. */
const LONGEST_WAIT_MS = 30_000;
/** While another process is at it: should it die, this one goes on. */
const SHORTEST_WAIT_MS = 1_000;

/**
 * Wakes at the very minute. The queue of jobs looks only every few seconds and its scheduler every half minute, which is too late
 * for a time that was announced; its job once a minute remains as the net below.
 */
@Injectable()
export class ScheduleWatch implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ScheduleWatch.name);
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private isAskedAgain = false;
  private isOver = false;
  private stopListening: (() => void) | null = null;

  constructor(
    private readonly due: PublishDue,
    private readonly schedules: SchedulesRepository,
    private readonly notices: Notices,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.every(PUBLISH_DUE_JOB, '* * * * *', () => this.due.publishDue());
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.roles.includes('worker')) return;
    this.stopListening = await this.notices.listen(SCHEDULES_CHANNEL, () => {
      this.look();
    });
    this.look();
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    this.stopListening?.();
    if (this.timer) clearTimeout(this.timer);
    await this.looking;
  }

  /** One look at a time; what is said during one is looked at after it. */
  private look(): void {
    if (this.isOver) return;
    if (this.looking) {
      this.isAskedAgain = true;
      return;
    }
    if (this.timer) clearTimeout(this.timer);
    this.looking = this.lookOnce().then((wait) => {
      this.looking = null;
      if (this.isOver) return;
      if (this.isAskedAgain) {
        this.isAskedAgain = false;
        this.look();
        return;
      }
      this.timer = setTimeout(() => {
        this.look();
      }, wait);
      this.timer.unref();
    });
  }

  /** @returns milliseconds until the next look */
  private async lookOnce(): Promise<number> {
    try {
      await this.due.publishDue();
      const next = await this.schedules.next();
      if (next === null) return LONGEST_WAIT_MS;
      const wait = next.getTime() - this.clock.now().getTime();
      return Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, wait));
    } catch (error) {
      this.logger.error({ err: error }, 'Scheduled recaps could not be looked at');
      return LONGEST_WAIT_MS;
    }
  }
}
