import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SESSION_STATES, type SessionListItem, type SessionState } from '@reihe/shared-contracts';
import { AnswerStates, lastAnswer, listAddress, ownTimeZone, SearchBox, StackedTable } from '@reihe/admin-ui';
import { SeriesClient, SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { sessionKindWords, sessionStateTone, sessionStateWords } from '@reihe/admin-session-form';
import { SeatsBar } from './seats-bar';

/** Every session of every series: what is when, how full, and what is missing. */
@Component({
  selector: 'reihe-sessions-list',
  imports: [AnswerStates, EmptyState, Pagination, RouterLink, SearchBox, SeatsBar, StateBadge, StackedTable],
  templateUrl: './sessions-list.html',
})
export class SessionsList {
  private readonly formats = inject(Formats);
  protected readonly access = inject(StaffAccess);
  protected readonly address = listAddress(['series', 'state']);

  private readonly series = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  protected readonly sessions = inject(SessionsClient).list(() => ({
    page: this.address.page(),
    q: this.address.q(),
    series: this.address.filter('series') || undefined,
    state: stateOf(this.address.filter('state')),
  }));
  protected readonly answer = lastAnswer(this.sessions);

  protected readonly seriesOptions = computed(() => this.series()?.items ?? []);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
  protected readonly states = SESSION_STATES.map((value) => ({ value, words: sessionStateWords(value) }));
  protected readonly stateWords = sessionStateWords;
  protected readonly stateTone = sessionStateTone;
  protected readonly kindWords = sessionKindWords;
  private readonly ownZone = ownTimeZone();

  protected hostTime(session: SessionListItem): { day: string; range: string; zone: string } {
    return this.timeIn(session, session.timeZone);
  }

  /** Null where the host's zone shows the same clock. */
  protected ownTime(session: SessionListItem): { day: string; range: string; zone: string } | null {
    const [host, own] = [this.timeIn(session, session.timeZone), this.timeIn(session, this.ownZone)];
    return host.day === own.day && host.range === own.range ? null : own;
  }

  private timeIn({ startsAt, endsAt }: SessionListItem, zone: string) {
    return {
      day: this.formats.date(startsAt, zone, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
      }),
      range: this.formats.timeRange(startsAt, endsAt, zone),
      zone: this.formats.zoneCity(zone),
    };
  }
}

function stateOf(value: string): SessionState | undefined {
  return SESSION_STATES.find((state) => state === value);
}
