import { Injectable } from '@nestjs/common';
import { calendarFile, calendarUid, type CalendarEvent } from '@reihe/api-mail';
import { Config, fallbackOrder } from '@reihe/api-platform';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import { PublicProgrammeRepository } from '../reading/public-programme.repository';
import type { EventRow } from '../reading/public-programme.rows';
import { seriesNotFound } from '../series/series.errors';
import { sessionNotFound } from '../sessions/session.errors';

/** Calendar files that anybody may have: they name the page to go to, never the meeting. */
@Injectable()
export class ProgrammeCalendar {
  constructor(
    private readonly programme: PublicProgrammeRepository,
    private readonly config: Config,
  ) {}

  /** For subscribing: a session that moves or is cancelled follows in the calendars that hold it. */
  async ofSeries(slug: string, language: Language): Promise<string> {
    const rows = await this.programme.eventsOfSeries(slug, fallbackOrder(language));
    const [first] = rows;
    if (!first) throw seriesNotFound();
    return this.file(rows, language, first.seriesTitle);
  }

  async ofSession(slug: string, language: Language): Promise<string> {
    const rows = await this.programme.eventsOfSession(slug, fallbackOrder(language));
    const [first] = rows;
    if (!first) throw sessionNotFound();
    return this.file(rows, language, first.title);
  }

  private file(rows: EventRow[], language: Language, name: string): string {
    return calendarFile({
      method: 'PUBLISH',
      name,
      events: rows.map((row) => this.event(row, language)),
    });
  }

  private event(row: EventRow, language: Language): CalendarEvent {
    return {
      uid: calendarUid(row.id),
      sequence: row.sequence,
      title: row.title,
      description: row.abstract,
      url: `${this.config.baseUrl}${publicPaths.session(language, row.slug)}`,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      timeZone: row.timeZone,
      changedAt: row.updatedAt,
      status: row.state === 'cancelled' ? 'cancelled' : 'confirmed',
    };
  }
}
