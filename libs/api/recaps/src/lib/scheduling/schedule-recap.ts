import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock, timeInDoubt } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { Recap, ScheduleRecap as ScheduleBody } from '@reihe/shared-editorial';
import { resolveLocalTime } from '@reihe/shared-policies';
import { canScheduleRecap, canUnscheduleRecap } from '@reihe/shared-recap-policies';
import { OpenRecap } from '../editing/open-recap';
import { recapIncomplete, scheduleIsPast, wrongRecapState } from '../editing/recap.errors';
import { gapsOf, recapOf } from '../editing/recap.mapper';
import { RecapsRepository } from '../editing/recaps.repository';
import { SchedulesRepository } from './schedules.repository';

/** A minute at which an approved recap appears by itself. */
@Injectable()
export class ScheduleRecap {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly schedules: SchedulesRepository,
    private readonly open: OpenRecap,
    private readonly clock: Clock,
  ) {}

  /** What would be refused now is refused now, not when nobody looks. */
  @Transactional()
  async schedule(id: string, body: ScheduleBody, staff: Me): Promise<Recap> {
    const { version, publishLocal, timeZone, clockChoice, figures } = body;
    const before = await this.open.claim(id, version);
    if (!canScheduleRecap(before.state)) throw wrongRecapState(before.state);
    const time = resolveLocalTime(publishLocal, timeZone, clockChoice ?? undefined);
    if (time.kind !== 'exact') throw timeInDoubt('publishLocal', time);
    if (time.instant <= this.clock.now()) throw scheduleIsPast();
    const gaps = gapsOf(before);
    if (gaps.length > 0) throw recapIncomplete(gaps);
    await this.recaps.update(id, {
      state: 'scheduled',
      figures: figures ?? before.figures,
      publishAt: time.instant,
      publishLocal,
      publishTimeZone: timeZone,
      publishTriedAt: null,
      publishGaps: null,
    });
    await this.schedules.tell();
    await this.open.record(
      'schedule',
      id,
      staff,
      { state: before.state, publishAt: before.workflow.schedule?.publishAt ?? null },
      {
        ...{ state: 'scheduled', publishAt: time.instant.toISOString(), publishLocal, timeZone },
        figures: figures ?? before.figures,
      },
    );
    return recapOf(await this.open.read(id));
  }

  @Transactional()
  async unschedule(id: string, version: number, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canUnscheduleRecap(before.state)) throw wrongRecapState(before.state);
    await this.recaps.update(id, {
      state: 'approved',
      publishAt: null,
      publishLocal: null,
      publishTimeZone: null,
      publishTriedAt: null,
      publishGaps: null,
    });
    await this.open.record(
      'unschedule',
      id,
      staff,
      { state: before.state, publishAt: before.workflow.schedule?.publishAt ?? null },
      { state: 'approved' },
    );
    return recapOf(await this.open.read(id));
  }
}
