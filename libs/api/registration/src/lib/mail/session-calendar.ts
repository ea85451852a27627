import { Injectable } from '@nestjs/common';
import { calendarFile, calendarUid, type CalendarEvent } from '@reihe/api-mail';
import { Clock, Config } from '@reihe/api-platform';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import type { SessionFacts } from '../places/registration-facts';

/** Calendar entries of people who may know the meeting's access. */
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
    sessions: readonly SessionFacts[],
    purpose: 'ENTER' | 'CANCEL',
  ) {
    const isCancel = purpose === 'CANCEL';
    // A request speaks of one event only (RFC 5546); several are offered as a file to take over.
    const method = isCancel ? 'CANCEL' : sessions.length === 1 ? 'REQUEST' : 'PUBLISH';
    const events = sessions.map((session): CalendarEvent => {
      const url = this.pageOf(session.slug, to.language);
      const joining = isCancel ? [] : [session.meetingUrl, session.meetingPasscode].filter(Boolean);
      return {
        uid: calendarUid(session.id),
        // Of two files with one number the later written counts: who cancels can come back, the session did not change.
        sequence: session.sequence,
        title: session.title,
        description: [...joining, url].join('\n'),
        url,
        ...(!isCancel && session.meetingUrl && { location: session.meetingUrl }),
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

/** `Reihe <reihe@example.org>` or a bare address. */
function senderOf(from: string): { name: string; email: string } {
  const [, name = '', email = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name || email, email };
}
