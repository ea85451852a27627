import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  changesBetween,
  fallbackOrder,
  invalidFields,
  outdatedVersion,
  pageOf,
  refuseBroken,
  seriesNotFound,
} from '@reihe/api-platform';
import type { Language, Me, Page, SaveSeries, Series, SeriesListItem } from '@reihe/shared-contracts';
import type { SeriesQuery } from './series.bodies';
import { seriesInUse, seriesRefusals } from './series.errors';
import { auditableSeries, seriesPartsOf, seriesRowOf } from './series.mapper';
import { SeriesRepository } from './series.repository';

@Injectable()
export class SeriesService {
  constructor(
    private readonly series: SeriesRepository,
    private readonly audit: AuditTrail,
  ) {}

  async list(query: SeriesQuery, language: Language): Promise<Page<SeriesListItem>> {
    const { items, total } = await this.series.list(query, fallbackOrder(language));
    return pageOf(items, total, query);
  }

  async get(id: string): Promise<Series> {
    const series = await this.series.one(id);
    if (!series) throw seriesNotFound();
    return series;
  }

  @Transactional()
  async create(body: SaveSeries, staff: Me): Promise<Series> {
    checkSeries(body);
    const id = randomUUID();
    await refuseBroken(seriesRefusals, async () => {
      await this.series.insert({ id, ...seriesRowOf(body) });
      await this.series.replaceParts(id, seriesPartsOf(id, body));
    });
    const created = await this.get(id);
    await this.record('series.create', id, staff, null, auditableSeries(created));
    return created;
  }

  @Transactional()
  async save(id: string, body: SaveSeries, staff: Me): Promise<Series> {
    checkSeries(body);
    const before = await this.claim(id, body.version);
    await refuseBroken(seriesRefusals, async () => {
      await this.series.update(id, seriesRowOf(body));
      await this.series.replaceParts(id, seriesPartsOf(id, body));
    });
    const saved = await this.get(id);
    const changes = changesBetween(auditableSeries(before), auditableSeries(saved));
    await this.record('series.save', id, staff, changes.before, changes.after);
    return saved;
  }

  /** Publishing again changes nothing, so that a second press does not fail. */
  @Transactional()
  async publish(id: string, version: number, staff: Me): Promise<Series> {
    const current = await this.get(id);
    if (current.state === 'published') return current;
    const before = await this.claim(id, version);
    await this.series.update(id, { state: 'published' });
    await this.record('series.publish', id, staff, { state: before.state }, { state: 'published' });
    return this.get(id);
  }

  @Transactional()
  async remove(id: string, staff: Me): Promise<void> {
    const before = await this.get(id);
    await refuseBroken(seriesInUse, () => this.series.remove(id));
    await this.record('series.remove', id, staff, auditableSeries(before), null);
  }

  /** The series as it was; locked, and a version further, until the transaction ends. */
  private async claim(id: string, version: number): Promise<Series> {
    const isClaimed = await this.series.claim(id, version);
    const series = await this.get(id);
    if (!isClaimed) throw outdatedVersion(series.version);
    return series;
  }

  private record(
    action: string,
    subjectId: string,
    staff: Me,
    before: object | null,
    after: object | null,
  ): Promise<void> {
    return this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'series',
      subjectId,
      before,
      after,
    });
  }
}

/** The default language is what everything falls back to: without its text a reader could get nothing. */
function checkSeries(body: SaveSeries): void {
  if (body.endsOn < body.startsOn) throw invalidFields({ path: 'endsOn', code: 'end-before-start' });
  if (!body.translations[body.defaultLanguage])
    throw invalidFields({ path: `translations.${body.defaultLanguage}.title`, code: 'required' });
}
