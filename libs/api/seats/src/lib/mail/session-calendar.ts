import { Injectable } from '@nestjs/common';
import { calendarFile, calendarUid, senderOf, type CalendarEvent } from '@reihe/api-mail';
import { Clock, Config } from '@reihe/api-platform';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import type { SessionFacts } from '../places/registration-facts';

/** A session to enter into somebody's calendar, with their own address to join at; null: they have none, or it is taken out. */
export interface CalendarSeat {
  session: SessionFacts;
  joinAt: string | null;
}

/** Calendar entries of people with a place and of speakers. */
@Injectable()
export class SessionCalendar {
  private readonly organiser: { name: string; email: string };

  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.organiser = senderOf(config.mailFrom);
  }

  entry(
    to: { name: string; email: string; language: Language },
    seats: readonly CalendarSeat[],
    purpose: 'ENTER' | 'CANCEL',
  ) {
    const isCancel = purpose === 'CANCEL';
    // A request speaks of one event only (RFC 5546); several are offered as a file to take over.
    const method = isCancel ? 'CANCEL' : seats.length === 1 ? 'REQUEST' : 'PUBLISH';
    const events = seats.map(({ session, joinAt }): CalendarEvent => {
      const way = isCancel ? null : joinAt;
      const page = this.pageOf(session.slug, to.language);
      // A draft has no page yet: of its readers, all speakers, everybody has a way.
      const addresses = [way, session.state === 'draft' ? null : page].filter((one) => one !== null);
      return {
        uid: calendarUid(session.id),
        // Of two files with one number the later written counts: who cancels can come back, the session did not change.
        sequence: session.sequence,
        title: session.title,
        description: addresses.join('\n'),
        url: addresses[0] ?? '',
        ...(way && { location: way }),
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        timeZone: session.timeZone,
        changedAt: session.updatedAt,
        status: isCancel ? 'cancelled' : 'confirmed',
      };
    });
    const attendee = { name: to.name, email: to.email };
    const file = calendarFile({
      method,
      events,
      organiser: this.organiser,
      ...(method !== 'PUBLISH' && { attendee }),
      writtenAt: this.clock.now(),
    });
    return { method, file } as const;
  }

  pageOf(slug: string, language: Language): string {
    return this.config.baseUrl + publicPaths.session(language, slug);
  }
}
