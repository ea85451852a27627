import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, invalidFields, outdatedVersion, seriesNotFound } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { SeriesThreshold, SetThreshold } from '@reihe/shared-figures';
import { ThresholdsRepository } from './thresholds.repository';

/** How long somebody must have been there to have come; a change counts every session of the series anew. */
@Injectable()
export class Thresholds {
  constructor(
    private readonly thresholds: ThresholdsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws series.not-found */
  async get(seriesId: string): Promise<SeriesThreshold> {
    const threshold = await this.thresholds.of(seriesId);
    if (!threshold) throw seriesNotFound();
    return threshold;
  }

  /** @throws series.not-found, version.outdated with the one that stands */
  @Transactional()
  async set(
    seriesId: string,
    { sharePercent, minutes, version }: SetThreshold,
    staff: Me,
  ): Promise<SeriesThreshold> {
    if (sharePercent === null && minutes === null) throw invalidFields({ path: 'minutes', code: 'required' });
    if (!(await this.thresholds.lock(seriesId))) throw seriesNotFound();
    const before = await this.get(seriesId);
    if (before.version !== version) throw outdatedVersion(before.version);
    await this.thresholds.set({ seriesId, sharePercent, minutes, version: version + 1 });
    await this.thresholds.withdrawCertificates(seriesId, this.clock.now());
    await this.trail.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'series.set-attendance-threshold',
      subject: 'series',
      subjectId: seriesId,
      before: { sharePercent: before.sharePercent, minutes: before.minutes },
      after: { sharePercent, minutes },
    });
    return this.get(seriesId);
  }
}
