import { Injectable, Logger, type OnModuleInit, Optional } from '@nestjs/common';
import type { FunderReportRow } from '@reihe/api-persistence';
import { Clock, DomainError, Jobs } from '@reihe/api-platform';
import { ReportsRepository } from '../reports/reports.repository';
import { MakeReport } from './make-report';

/** Asked for, it begins within a second. */
export const MAKE_REPORTS_JOB = 'funder-reports.make';
/** Finds what a worker that was killed has left. */
export const FIND_REPORTS_JOB = 'funder-reports.find-due';

/** Longer than the largest series takes; a worker that was killed gives its report back by that. */
const CLAIM_MS = 240_000;
const PAUSE_MS = 20_000;
/** What did not work this often is told instead of tried. */
const MOST_ATTEMPTS = 3;

/** Makes reports that wait, one worker at a time each. Killed anywhere, a report is made anew from the beginning, to the same file. */
@Injectable()
export class ReportWorker implements OnModuleInit {
  private readonly logger = new Logger(ReportWorker.name);

  constructor(
    private readonly reports: ReportsRepository,
    private readonly making: MakeReport,
    private readonly clock: Clock,
    @Optional() private readonly jobs?: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs?.on(MAKE_REPORTS_JOB, () => this.workOff());
    this.jobs?.every(FIND_REPORTS_JOB, '* * * * *', () => this.workOff());
  }

  /** Once what is due is committed. */
  ask(): void {
    this.reports.afterCommit(() => {
      this.jobs?.send(MAKE_REPORTS_JOB);
    });
  }

  async workOff(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const row = await this.reports.claimDue(now, new Date(now.getTime() + CLAIM_MS));
      if (!row) return;
      try {
        if (row.attempts > MOST_ATTEMPTS) await this.reports.fail(row.id, 'broken');
        else await this.making.make(row);
      } catch (error) {
        await this.tell(row, error);
      }
    }
  }

  private async tell(row: FunderReportRow, error: unknown): Promise<void> {
    this.logger.error({ err: error, report: row.id }, 'A report could not be made');
    const isStorage = error instanceof DomainError && error.code === 'storage.unavailable';
    if (row.attempts >= MOST_ATTEMPTS) await this.reports.fail(row.id, isStorage ? 'storage' : 'broken');
    else await this.reports.giveBack(row.id, new Date(this.clock.now().getTime() + PAUSE_MS));
  }
}
