import { Injectable } from '@nestjs/common';
import { calendarFile, calendarUid, type CalendarEvent } from '@reihe/api-mail';
import {
  Clock,
  Config,
  fallbackOrder,
  seriesNotFound,
  sessionNotFound,
  DomainError,
} from '@reihe/api-platform';
import { publicPaths, type Language, type ProgrammeFilter } from '@reihe/shared-contracts';
import { PublicProgrammeRepository } from '../pages/public-programme.repository';
import type { EventRow, SeriesCalendarRow } from '../pages/public-programme.rows';
import type { CalendarAnswer } from './calendar-answer';
import { filterWords } from './filter-words';

/** Calendar files that anybody may have: they name the page to go to, never the meeting. */
@Injectable()
export class ProgrammeCalendar {
  constructor(
    private readonly programme: PublicProgrammeRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * For subscribing: a session that moves or is cancelled follows in the calendars that hold it. A filter that finds nothing
   * is an empty calendar, which fills when something fits; one that names a region or category that there is not is not found:
   * who subscribed to it should hear that, not wait.
   */
  async ofSeries(slug: string, filter: ProgrammeFilter, language: Language): Promise<CalendarAnswer> {
    const now = this.clock.now();
    const row = await this.programme.calendarOfSeries(slug, filter, fallbackOrder(language), now);
    if (!row) throw seriesNotFound();
    if (namesNothing(filter, row)) throw filterNamesNothing();
    const { events, changedAt, timeZone } = row;
    const name = [row.title, filterWords(filter, language, row, timeZone)].filter(Boolean).join(': ');
    return { text: this.file({ events, name, timeZone }, language), changedAt };
  }

  async ofSession(slug: string, language: Language): Promise<CalendarAnswer> {
    const row = await this.programme.eventOfSession(slug, fallbackOrder(language));
    if (!row) throw sessionNotFound();
    const { changedAt, title, timeZone } = row;
    return { text: this.file({ events: [row], name: title, timeZone }, language), changedAt };
  }

  private file(
    { events, name, timeZone }: Pick<SeriesCalendarRow, 'events' | 'timeZone'> & { name: string },
    language: Language,
  ): string {
    return calendarFile({
      method: 'PUBLISH',
      name,
      timeZone,
      events: events.map((row) => this.event(row, language)),
    });
  }

  private event(row: EventRow, language: Language): CalendarEvent {
    return {
      uid: calendarUid(row.id),
      sequence: row.sequence,
      title: row.title,
      description: row.abstract,
      url: `${this.config.baseUrl}${publicPaths.session(language, row.slug)}`,
      startsAt: new Date(row.startsAt),
      endsAt: new Date(row.endsAt),
      timeZone: row.timeZone,
      changedAt: new Date(row.changedAt),
      status: row.state === 'cancelled' ? 'cancelled' : 'confirmed',
    };
  }
}

function namesNothing(filter: ProgrammeFilter, { regions, categories }: SeriesCalendarRow): boolean {
  const isUnknown = (names: Record<string, string>) => (slug: string) => !(slug in names);
  return (
    (filter.region ?? []).some(isUnknown(regions)) || (filter.category ?? []).some(isUnknown(categories))
  );
}

/** A region or category was asked for that there is not, or no longer. */
const filterNamesNothing = () => new DomainError('taxonomy.not-found', 404);
