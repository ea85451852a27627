import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  Clock,
  DomainError,
  fallbackOrder,
  outdatedVersion,
  pageOf,
  seriesNotFound,
  type PageQuery,
} from '@reihe/api-platform';
import type { Language, Me, Page } from '@reihe/shared-contracts';
import type {
  PrivacyOverview,
  PrivacyRecord,
  RetentionRule,
  RetentionRun,
  RunFigures,
  SetRetention,
} from '@reihe/shared-figures';
import { PrivacyRecords } from '../people/privacy-records.repository';
import { RetentionRepository } from './retention.repository';
import { RetentionRulesRepository } from './retention-rules.repository';
import { runFiguresOf } from './run-figures.mapper';

/** Of the audit entry about the rule of the whole installation. */
const INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** How long what is kept, and what was done about it. */
@Injectable()
export class RetentionRules {
  constructor(
    private readonly rules: RetentionRulesRepository,
    private readonly runs: RetentionRepository,
    private readonly records: PrivacyRecords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  overview(language: Language): Promise<PrivacyOverview> {
    return this.rules.overview(fallbackOrder(language), this.clock.now());
  }

  async listRecords(query: PageQuery): Promise<Page<PrivacyRecord>> {
    const found = await this.records.list(query);
    return pageOf(
      found.map(({ total: _total, ...record }) => record),
      found[0]?.total ?? 0,
      query,
    );
  }

  async listRuns(query: PageQuery, language: Language): Promise<Page<RetentionRun>> {
    const found = await this.runs.runs(query, fallbackOrder(language));
    return pageOf(
      found.map(({ total: _total, ...run }) => run),
      found[0]?.total ?? 0,
      query,
    );
  }

  /** What the series came to before personal data went. @throws request.not-found where there is no such run, or nothing went */
  async figuresOf(runId: string, language: Language): Promise<RunFigures> {
    const stored = await this.runs.runFigures(runId, fallbackOrder(language));
    if (!stored) throw new DomainError('request.not-found', 404);
    return runFiguresOf(stored);
  }

  /** Of every series without one of its own. @throws version.outdated */
  @Transactional()
  async setDefault(rule: SetRetention, staff: Me): Promise<RetentionRule> {
    await this.rules.lockDefault();
    return this.set(null, { ...rule, isOwn: true }, staff);
  }

  /** @throws series.not-found, version.outdated */
  @Transactional()
  async setOfSeries(seriesId: string, rule: SetRetention, staff: Me): Promise<RetentionRule> {
    if (!(await this.rules.lockSeries(seriesId))) throw seriesNotFound();
    return this.set(seriesId, rule, staff);
  }

  private async set(
    seriesId: string | null,
    { months, countsFrom, version, isOwn }: SetRetention,
    staff: Me,
  ): Promise<RetentionRule> {
    const before = await this.rules.find(seriesId);
    const current = before?.version ?? 0;
    if (version !== current) throw outdatedVersion(current);
    if (isOwn)
      await this.rules.save({
        ...(before && { id: before.id }),
        ...{ seriesId, months, countsFrom, version: current + 1, setBy: staff.id, setAt: this.clock.now() },
      });
    else if (before) await this.rules.drop(before.id);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: seriesId === null ? 'setting.retention' : 'series.retention',
      subject: seriesId === null ? 'setting' : 'series',
      subjectId: seriesId ?? INSTALLATION,
      before: before && { months: before.months, countsFrom: before.countsFrom },
      after: isOwn ? { months, countsFrom } : null,
    });
    return this.ruleOf(seriesId);
  }

  private async ruleOf(seriesId: string | null): Promise<RetentionRule> {
    const own = await this.rules.find(seriesId);
    if (own) return { months: own.months, countsFrom: own.countsFrom, version: own.version, isOwn: true };
    const every = await this.rules.find(null);
    return {
      months: every?.months ?? null,
      countsFrom: every?.countsFrom ?? 'series',
      version: 0,
      isOwn: false,
    };
  }
}
