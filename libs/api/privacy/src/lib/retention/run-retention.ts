import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  Clock,
  DomainError,
  fallbackOrder,
  Jobs,
  rehearsed,
  seriesNotFound,
} from '@reihe/api-platform';
import { LANGUAGES, type Language, type Me } from '@reihe/shared-contracts';
import {
  PERSONAL_DATA_KINDS,
  PRIVACY_LIMITS,
  type GoingPerson,
  type RetentionCounts,
  type RetentionPreview,
  type RetentionRun,
} from '@reihe/shared-figures';
import { Forgetting } from '../people/forgetting.repository';
import { Anonymising } from './anonymising.repository';
import { changedFigures, withKnownLabels } from './changed-figures';
import { RetentionRepository } from './retention.repository';

export const RETENTION_JOB = 'privacy.retention';
const BUSY_SECONDS = 5;

/** What was done, or would be. */
interface Done {
  preview: RetentionPreview;
  sessionIds: string[];
  /** null: nothing was due. */
  frozenId: string | null;
}

/** A figure would be another afterwards: everything is taken back. */
class FiguresWouldChange extends Error {
  constructor(readonly done: Done) {
    super('figures would change');
  }
}

/**
 * Personal data goes when its time has come, series by series: figures are frozen, people leave the rows, figures are counted again.
 * Where one is not what it was nothing has happened. What went is not found again, so a run may be broken off and repeated.
 */
@Injectable()
export class RunRetention implements OnModuleInit {
  private readonly logger = new Logger(RunRetention.name);

  constructor(
    private readonly rows: RetentionRepository,
    private readonly anonymising: Anonymising,
    private readonly forgetting: Forgetting,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(RETENTION_JOB, '30 2 * * *', () => this.runDue());
  }

  /** All series that are due. Number of those that went through. */
  async runDue(): Promise<number> {
    let done = 0;
    for (const seriesId of await this.rows.dueSeries(this.clock.now())) {
      try {
        const run = await this.carryOutOrReport(seriesId, null, LANGUAGES[0], null);
        if (run?.outcome === 'done') done += 1;
        else if (run) this.logger.error({ seriesId }, 'Personal data stays: a figure would have changed');
      } catch (error) {
        this.logger.error({ err: error, seriesId }, 'Personal data of a series could not be taken out');
      }
    }
    await this.forgetLeftBehind();
    return done;
  }

  /** Whoever was kept for something that is gone otherwise by now. */
  @Transactional()
  protected async forgetLeftBehind(): Promise<void> {
    const now = this.clock.now();
    const seen = await this.rows.leftBehind(null, now);
    if (seen.length === 0) return;
    await this.rows.lockSessions(null, await this.rows.sessionsOfPeople(seen));
    await this.rows.lockPeople(seen);
    const gone = await this.forgetting.eraseAll(await this.rows.leftBehind(seen, now), now);
    await this.audit.recordAll(
      gone.map((subjectId) => ({
        actor: { kind: 'system' },
        action: 'participant.forget',
        subject: 'participant',
        subjectId,
      })),
    );
  }

  /** By carrying it out and taking it back. @throws series.not-found, server.busy */
  async preview(seriesId: string, language: Language): Promise<RetentionPreview> {
    const { preview } = await rehearsed(
      () => this.carryOut(seriesId, language),
      (work) => this.inTransaction(work),
    );
    return preview;
  }

  /**
   * What was seen in the preview, or nothing.
   * @throws series.not-found, server.busy; registration.preview-outdated with what would happen now
   */
  async run(seriesId: string, fingerprint: string, staff: Me): Promise<RetentionRun> {
    const run = await this.carryOutOrReport(seriesId, staff, staff.language, fingerprint);
    if (!run) throw new DomainError('registration.preview-outdated', 409);
    return run;
  }

  /** null: nothing was due, or another process was faster. */
  private async carryOutOrReport(
    seriesId: string,
    staff: Me | null,
    language: Language,
    seen: string | null,
  ): Promise<RetentionRun | null> {
    let runId: string | null;
    try {
      runId = await this.carryOutAsSeen(seriesId, staff, language, seen);
    } catch (end) {
      if (!(end instanceof FiguresWouldChange)) throw end;
      runId = await this.report(end.done, staff);
    }
    return runId === null ? null : this.rows.run(runId, fallbackOrder(language));
  }

  @Transactional()
  protected async carryOutAsSeen(
    seriesId: string,
    staff: Me | null,
    language: Language,
    seen: string | null,
  ): Promise<string | null> {
    const done = await this.carryOut(seriesId, language);
    if (seen !== null && done.preview.fingerprint !== seen)
      throw new DomainError('registration.preview-outdated', 409, { details: { ...done.preview } });
    if (done.frozenId === null) return null;
    if (done.preview.changed.length > 0) throw new FiguresWouldChange(done);
    await this.audit.record({
      actor: staff ? { kind: 'staff', id: staff.id } : { kind: 'system' },
      action: 'series.anonymise',
      subject: 'series',
      subjectId: seriesId,
      after: { sessions: done.sessionIds.length, ...done.preview.counts },
    });
    return this.record(done, staff, 'done');
  }

  @Transactional()
  protected report(done: Done, staff: Me | null): Promise<string> {
    return this.record({ ...done, frozenId: null }, staff, 'failed');
  }

  @Transactional()
  protected inTransaction(work: () => Promise<never>): Promise<never> {
    return work();
  }

  private record(
    { preview, sessionIds, frozenId }: Done,
    staff: Me | null,
    outcome: 'done' | 'failed',
  ): Promise<string> {
    const { seriesId, counts, changed } = preview;
    const startedBy = staff?.id ?? null;
    return this.rows.record({
      ...{ seriesId, outcome, startedBy, at: this.clock.now(), sessionIds, counts, changed, frozenId },
    });
  }

  private async carryOut(seriesId: string, language: Language): Promise<Done> {
    const languages = fallbackOrder(language);
    const now = this.clock.now();
    const title = await this.rows.title(seriesId, languages);
    if (title === null) throw seriesNotFound();
    const locked = await this.lock(seriesId, now, languages);

    const sessions = await this.rows.dueSessions(seriesId, now, languages);
    const series = await this.rows.asAWhole(seriesId, now);
    const isDue = (series.isOver && series.holdsSomething) || sessions.some((one) => one.holdsSomething);
    if (!isDue) return nothingDue(seriesId, title);
    const sessionIds = sessions.map(({ id }) => id);
    const people = await this.lockPeople(sessionIds, now);
    const theirs = await this.rows.sessionsOfPeople(people.map(({ participantId }) => participantId));
    // Somebody registered one of them while their sessions were being locked.
    if (theirs.some((id) => !locked.includes(id)))
      throw new DomainError('server.busy', 503, { retryAfterSeconds: BUSY_SECONDS });
    const staying = await this.rows.stayingPeople(sessionIds, now);

    const before = await this.rows.figures(seriesId, sessionIds);
    const rowsBefore = await this.rows.digest(locked);
    const earlier = await this.rows.lastFrozen(seriesId);
    const frozenId = await this.rows.freeze(seriesId, withKnownLabels(before, earlier), now);
    const counts = await this.anonymising.carryOut(
      { seriesId, sessionIds, isWholeSeries: series.isOver, people },
      now,
    );
    const changed = changedFigures(before, await this.rows.figures(seriesId, []));
    if (changed.length === 0 && (await this.rows.digest(locked)) !== rowsBefore) changed.push('rows');

    return {
      sessionIds,
      frozenId,
      preview: {
        ...{ seriesId, title, counts, staying, changed },
        fingerprint: fingerprintOf([sessionIds, people.map(({ participantId }) => participantId), counts]),
        sessions: sessions.map(({ id, title: name, endedAt, keptUntil }) => ({
          id,
          title: name,
          endedAt,
          keptUntil,
        })),
        people: people.slice(0, PRIVACY_LIMITS.people),
      },
    };
  }

  /** From here on nobody registers one of them for anything: whoever did so in between has come back, and stays. */
  private async lockPeople(sessionIds: readonly string[], now: Date): Promise<GoingPerson[]> {
    const seen = (await this.rows.goingPeople(sessionIds, now)).map(({ participantId }) => participantId);
    await this.rows.lockPeople(seen);
    const locked = new Set(seen);
    const going = await this.rows.goingPeople(sessionIds, now);
    return going.filter(({ participantId }) => locked.has(participantId));
  }

  /** All sessions of the series, and all that the people who go have anything in: sessions before people, as everywhere. */
  private async lock(seriesId: string, now: Date, languages: readonly Language[]): Promise<string[]> {
    const due = await this.rows.dueSessions(seriesId, now, languages);
    const people = await this.rows.goingPeople(
      due.map(({ id }) => id),
      now,
    );
    const theirs = await this.rows.sessionsOfPeople(people.map(({ participantId }) => participantId));
    return this.rows.lockSessions(seriesId, theirs);
  }
}

function nothingDue(seriesId: string, title: string): Done {
  const counts = Object.fromEntries(PERSONAL_DATA_KINDS.map((kind) => [kind, 0])) as RetentionCounts;
  const preview = { seriesId, title, sessions: [], counts, people: [], staying: 0, changed: [] };
  return {
    sessionIds: [],
    frozenId: null,
    preview: { ...preview, fingerprint: fingerprintOf([[], [], counts]) },
  };
}

function fingerprintOf(seen: unknown): string {
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}
