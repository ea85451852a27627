import { Injectable } from '@nestjs/common';
import { Clock, fallbackOrder, invalidFields, PublicHolidays } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type {
  BatchDate,
  BatchDateChange,
  BatchPattern,
  BatchPreview,
  DatedHoliday,
  PreviewBatch,
} from '@reihe/shared-planning';
import { candidatesOf, plannedDates, type LocalTime, type PlannedDate } from '@reihe/shared-policies';
import { AudienceRepository, type AudienceFacts } from '../fair-time/audience.repository';
import { knownAudience, plannedAudience } from '../fair-time/planned-audience';

/** What an organiser should know of a batch before it exists. Asks about clock changes, forbids nothing. */
@Injectable()
export class BatchPreviews {
  constructor(
    private readonly audiences: AudienceRepository,
    private readonly holidays: PublicHolidays,
    private readonly clock: Clock,
  ) {}

  async preview(batch: PreviewBatch, language: Language): Promise<BatchPreview> {
    const dates = datesOf(batch.pattern, batch.changes);
    const facts = await this.audiences.facts(batch, fallbackOrder(language), batch.seriesId);
    const audience = plannedAudience(knownAudience(facts, this.clock.now()));
    const slots = dates.map(({ time }) => slotOf(time, batch.durationMinutes));
    const holidays = await this.holidaysOf(slots, audience.countries, language);
    return {
      audience,
      dates: dates.map((date, index) => ({
        ...dateView(date, facts.period),
        startsAt: slots[index]?.startsAt.toISOString() ?? null,
        endsAt: slots[index]?.endsAt.toISOString() ?? null,
        holidays: holidays[index] ?? [],
      })),
    };
  }

  /** Dates whose instant is not known yet have none: on which day they fall in other countries is not known either. */
  private async holidaysOf(
    slots: readonly (Slot | null)[],
    countries: readonly string[],
    language: Language,
  ): Promise<DatedHoliday[][]> {
    const known = slots.filter((slot) => slot !== null);
    const found = await this.holidays.during(known, countries, language);
    return slots.map((slot) => (slot === null ? [] : (found[known.indexOf(slot)] ?? [])));
  }
}

interface Slot {
  startsAt: Date;
  endsAt: Date;
}

/** @throws DomainError where the pattern leaves the years that can be written */
export function datesOf(pattern: BatchPattern, changes: readonly BatchDateChange[]): PlannedDate[] {
  try {
    return plannedDates(pattern, changes);
  } catch (error) {
    if (error instanceof RangeError)
      throw invalidFields({ path: 'pattern.firstLocal', code: 'wrong-format' });
    throw error;
  }
}

function slotOf(time: LocalTime, minutes: number): Slot | null {
  if (time.kind !== 'exact') return null;
  return { startsAt: time.instant, endsAt: new Date(time.instant.getTime() + minutes * 60_000) };
}

function dateView(
  { index, local, time, isLeftOut, isMoved }: PlannedDate,
  period: AudienceFacts['period'],
): Omit<BatchDate, 'startsAt' | 'endsAt' | 'holidays'> {
  const day = local.slice(0, 10);
  return {
    index,
    startsLocal: local,
    isLeftOut,
    isMoved,
    time: time.kind,
    candidates: time.kind === 'exact' ? [] : candidatesOf(time),
    isOutsidePeriod: period !== null && (day < period.startsOn || day > period.endsOn),
  };
}
