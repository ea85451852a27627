import { Component, computed, inject, input } from '@angular/core';
import type { PlannedAudience } from '@reihe/shared-planning';
import { fairnessOf, type Slot } from '@reihe/shared-policies';
import { Formats } from '@reihe/web-platform';
import { StackedTable } from '../stacked-table';
import { DayPartBadge } from './day-part-badge';
import { basisWords, fairnessWords, peopleWords, placeWords } from './fairness-words';

let tables = 0;

/** One slot as each part of the audience meets it: local hours, part of the day, how many people. */
@Component({
  selector: 'reihe-fairness-table',
  imports: [DayPartBadge, StackedTable],
  template: `
    @if (rows().length > 0) {
      <p role="status" class="words">{{ words() }}</p>
      <div class="table-frame" tabindex="0" role="region" [attr.aria-labelledby]="captionId">
        <table class="dense" reiheStackedTable>
          <caption [id]="captionId" i18n="@@fair.slot.caption">
            What time it is for the audience
          </caption>
          <thead>
            <tr>
              <th scope="col" i18n="@@fair.slot.who">Audience</th>
              <th scope="col" i18n="@@fair.slot.local">Local time</th>
              <th scope="col" i18n="@@fair.slot.part">Part of the day</th>
              <th scope="col" i18n="@@fair.slot.people">People</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.id) {
              <tr>
                <th scope="row">
                  {{ row.place }}
                  <small>{{ row.group }}</small>
                </th>
                <td class="time">{{ row.day }}, {{ row.range }}</td>
                <td><reihe-day-part-badge [part]="row.part" /></td>
                <td>{{ row.people }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      <p class="small">{{ basis() }}</p>
    }
  `,
  styles: `
    .words {
      margin: 0 0 var(--space-2xs);
      font-weight: 600;
    }
    .time {
      font-variant-numeric: tabular-nums;
    }
    .small {
      margin: 0;
      font-size: var(--step--1);
      color: var(--ink-soft);
    }
    .table-frame {
      margin-block-end: var(--space-2xs);
    }
  `,
})
export class FairnessTable {
  readonly audience = input.required<PlannedAudience>();
  readonly slot = input.required<Slot>();

  private readonly formats = inject(Formats);
  protected readonly captionId = `fairness-table-${(tables += 1)}`;
  private readonly fairness = computed(() => fairnessOf(this.slot(), this.audience().places));
  protected readonly words = computed(() => fairnessWords(this.fairness(), this.audience(), this.formats));
  protected readonly basis = computed(() => basisWords(this.audience(), this.formats));

  protected readonly rows = computed(() => {
    const { places, groups, basis } = this.audience();
    const [startsAt, endsAt] = [this.slot().startsAt.toISOString(), this.slot().endsAt.toISOString()];
    const { local, people: all } = this.fairness();
    return places.map((place, index) => ({
      id: place.id,
      place: placeWords(place, this.formats),
      group: groups.find(({ id }) => id === place.groupId)?.name ?? '',
      day: this.formats.shortDay(startsAt, place.timeZone),
      range: this.formats.timeRange(startsAt, endsAt, place.timeZone),
      part: local[index]?.dayPart ?? 'working-hours',
      people: peopleWords(place.people, all, basis, this.formats),
    }));
  });
}
