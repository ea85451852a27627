import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SeriesFairnessSession } from '@reihe/shared-planning';
import {
  AnswerStates,
  basisWords,
  dayPartWords,
  FilterSelect,
  lastAnswer,
  listAddress,
  placeWords,
  seriesOptions,
  StackedTable,
} from '@reihe/admin-ui';
import { FairTimeClient, SeriesClient, StaffAccess } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState } from '@reihe/web-ui';
import { burdenRows, placesWith } from './series-burden';

/** Over the sessions of a series: which part of the audience had the night shift how often, and in which session. */
@Component({
  selector: 'reihe-fair-time-page',
  imports: [AnswerStates, EmptyState, FilterSelect, RouterLink, StackedTable],
  templateUrl: './fair-time-page.html',
  styleUrl: './fair-time-page.css',
})
export class FairTimePage {
  private readonly formats = inject(Formats);
  private readonly access = inject(StaffAccess);
  protected readonly address = listAddress(['series']);

  private readonly allSeries = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  protected readonly series = computed(() => seriesOptions(this.allSeries()));
  protected readonly fairness = inject(FairTimeClient).ofSeries(() => this.address.filter('series') || null);
  protected readonly answer = lastAnswer(this.fairness);

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly parts = (['working-hours', 'early-or-late', 'night'] as const).map((part) => ({
    part,
    words: dayPartWords(part),
  }));
  protected readonly basis = computed(() => {
    const answer = this.answer();
    return answer ? basisWords(answer.audience, this.formats) : '';
  });

  protected readonly rows = computed(() => {
    const answer = this.answer();
    if (!answer) return [];
    const { places, groups } = answer.audience;
    return burdenRows(answer).map((row) => {
      const place = places.find(({ id }) => id === row.placeId);
      return {
        ...row,
        name: place ? placeWords(place, this.formats) : '',
        group: groups.find(({ id }) => id === place?.groupId)?.name ?? '',
      };
    });
  });

  /** Whether the nights are spread: what to do about it comes in the same sentence. */
  protected readonly verdict = computed(() => {
    const rows = this.rows();
    const nights = rows.map(({ sessions }) => sessions.night);
    const most = Math.max(0, ...nights);
    if (most === 0)
      return $localize`:@@planning.fair.no-night:No session of this series asks anybody up at night.`;
    const tired = rows.filter(({ sessions }) => sessions.night === most).map(({ name }) => name);
    const rested = rows
      .filter(({ sessions }) => sessions.night === Math.min(...nights))
      .map(({ name }) => name);
    if (tired.length === rows.length)
      return $localize`:@@planning.fair.even:Everybody had the night equally often: ${this.formats.number(most)}:nights: times.`;
    return $localize`:@@planning.fair.uneven:Most nights so far (${this.formats.number(most)}:nights:): ${this.formats.list(tired)}:tired:. Fewest: ${this.formats.list(rested.slice(0, 3))}:rested:.`;
  });

  protected when({ startsAt, endsAt, timeZone }: SeriesFairnessSession): string {
    const day = this.formats.shortDate(startsAt, timeZone);
    return `${day}, ${this.formats.timeRange(startsAt, endsAt, timeZone)} (${this.formats.zoneCity(timeZone)})`;
  }

  protected who(part: 'night' | 'early-or-late', { dayParts }: SeriesFairnessSession): string {
    const answer = this.answer();
    if (!answer) return '';
    const ids = placesWith(part, dayParts, answer.audience);
    const names = answer.audience.places
      .filter(({ id }) => ids.includes(id))
      .map((place) => placeWords({ ...place, cities: place.cities.slice(0, 1) }, this.formats));
    return this.formats.list(names);
  }
}
