import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  changesBetween,
  invalidFields,
  outdatedVersion,
  seriesNotFound,
} from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { SeriesRecapRules } from '@reihe/shared-editorial';
import { unknownPlaceholder } from '@reihe/shared-recap-policies';
import { SeriesRulesRepository } from './series-rules.repository';

/** How recaps of a series begin: whether by themselves, called what, due when. */
@Injectable()
export class SeriesRules {
  constructor(
    private readonly rules: SeriesRulesRepository,
    private readonly audit: AuditTrail,
  ) {}

  async get(seriesId: string): Promise<SeriesRecapRules> {
    if (!(await this.rules.hasSeries(seriesId))) throw seriesNotFound();
    return this.rules.of(seriesId);
  }

  @Transactional()
  async save(seriesId: string, body: SeriesRecapRules, staff: Me): Promise<SeriesRecapRules> {
    const before = await this.get(seriesId);
    const unknown = Object.entries(body.titlePatterns).filter(
      ([, { pattern }]) => unknownPlaceholder(pattern) !== null,
    );
    if (unknown.length > 0)
      throw invalidFields(
        ...unknown.map(([language]) => ({
          path: `titlePatterns.${language}.pattern`,
          code: 'not-allowed' as const,
        })),
      );
    if (!(await this.rules.save(seriesId, body)))
      throw outdatedVersion((await this.rules.of(seriesId)).version);
    const after = await this.rules.of(seriesId);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'series.recap-rules',
      subject: 'series',
      subjectId: seriesId,
      ...changesBetween({ ...before, version: 0 }, { ...after, version: 0 }),
    });
    return after;
  }
}
