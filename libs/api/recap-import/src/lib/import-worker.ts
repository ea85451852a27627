import { Injectable, Logger, type OnModuleInit, Optional } from '@nestjs/common';
import type { RecapImportRow } from '@reihe/api-persistence';
import { Clock, Jobs } from '@reihe/api-platform';
import { ImportFiles } from './files/import-files';
import { ImportsRepository } from './imports/imports.repository';
import { BringPictures } from './pictures/bring-pictures';
import { ReadImport } from './reading/read-import';
import { WriteDrafts } from './writing/write-drafts';

/** Asked for, it begins within a second. */
export const RUN_IMPORTS_JOB = 'recap-import.run';
/** Finds what a worker that was killed has left. */
export const FIND_IMPORTS_JOB = 'recap-import.find-due';
export const FORGET_IMPORTS_JOB = 'recap-import.forget';

/** Longer than reading or writing takes; a worker that was killed gives its import back by that. */
const CLAIM_MS = 240_000;
const PAUSE_MS = 30_000;
/** What broke a worker this often is not tried again. */
const MOST_ATTEMPTS = 3;
/** A file that led to nothing is kept so long. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Takes imports a step further, one worker at a time each. Every step is one transaction, or one picture: killed anywhere between, it
 * is done again or was done.
 */
@Injectable()
export class ImportWorker implements OnModuleInit {
  private readonly logger = new Logger(ImportWorker.name);

  constructor(
    private readonly imports: ImportsRepository,
    private readonly reading: ReadImport,
    private readonly writing: WriteDrafts,
    private readonly bringing: BringPictures,
    private readonly files: ImportFiles,
    private readonly clock: Clock,
    @Optional() private readonly jobs?: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs?.on(RUN_IMPORTS_JOB, () => this.workOff());
    this.jobs?.every(FIND_IMPORTS_JOB, '* * * * *', () => this.workOff());
    this.jobs?.every(FORGET_IMPORTS_JOB, '41 * * * *', () => this.forgetLeft());
  }

  /** Once what is due is committed. */
  ask(): void {
    this.imports.afterCommit(() => {
      this.jobs?.send(RUN_IMPORTS_JOB);
    });
  }

  async workOff(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const row = await this.imports.claimDue(now, new Date(now.getTime() + CLAIM_MS));
      if (!row) return;
      try {
        if (await this.step(row)) continue;
        await this.imports.giveBack(row.id, this.clock.now());
        return this.ask();
      } catch (error) {
        this.logger.error({ err: error, import: row.id }, 'An import could not go on');
        await this.imports.giveBack(row.id, new Date(this.clock.now().getTime() + PAUSE_MS));
      }
    }
  }

  async forgetLeft(): Promise<void> {
    for (const id of await this.imports.leftSince(new Date(this.clock.now().getTime() - KEPT_MS))) {
      await this.files.forget(id);
      await this.imports.remove(id);
    }
  }

  /** @returns whether it has ended */
  private async step(row: RecapImportRow): Promise<boolean> {
    const staff = await this.imports.staff(row.staffId);
    const isLost = row.attempts > MOST_ATTEMPTS || staff === null;
    if (row.state === 'reading') {
      if (isLost) await this.reading.refuse(row.id, { code: 'interrupted', line: null, detail: '' });
      else await this.reading.read(row);
      return true;
    }
    if (row.state === 'writing') {
      const refusal = { code: 'interrupted' as const, line: null, detail: '' };
      if (isLost) await this.imports.move(row.id, ['writing'], { state: 'ready', refusal, written: 0 });
      else await this.writing.write(row, staff);
      return true;
    }
    if (!isLost) return this.bringing.bring(row, staff);
    await this.bringing.giveUp(row, staff);
    return true;
  }
}
