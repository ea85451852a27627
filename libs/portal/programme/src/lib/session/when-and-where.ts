import { Component, computed, inject, input } from '@angular/core';
import type { SessionPage } from '@reihe/shared-contracts';
import { Formats, ReaderClock, zonePlace, zonesOfAudience } from '@reihe/web-platform';
import { DateBlock, SessionTime } from '@reihe/web-ui';

const OTHER_CITIES = 4;

/** When a session is: for the reader, for the host, and in a few cities of its audience. */
@Component({
  selector: 'reihe-when-and-where',
  imports: [DateBlock, SessionTime],
  template: `
    <div class="when">
      <reihe-date-block [instant]="session().startsAt" [timeZone]="ownZone() ?? session().timeZone" />
      <reihe-session-time
        [startsAt]="session().startsAt"
        [endsAt]="session().endsAt"
        [timeZone]="session().timeZone"
      />
    </div>
    @if (movedFrom(); as was) {
      <p class="moved" i18n="@@programme.session.moved-from">Moved: it was to be on {{ was }}.</p>
    }
    @if (cities().length > 0) {
      <details>
        <summary i18n="@@programme.other-cities">In other cities</summary>
        <dl>
          @for (city of cities(); track city.name) {
            <div>
              <dt>{{ city.name }}</dt>
              <dd>{{ city.time }}</dd>
            </div>
          }
        </dl>
      </details>
    }
  `,
  styles: `
    .when {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-s) var(--space-m);
    }
    reihe-session-time {
      flex: 1 1 11rem;
    }
    .moved {
      margin: var(--space-xs) 0 0;
      font-size: var(--step--1);
    }
    details {
      margin-block-start: var(--space-xs);
      font-size: var(--step--1);
    }
    summary {
      padding-block: 0.4rem;
      color: var(--harbour);
      cursor: pointer;
    }
    dl {
      margin: 0;
      line-height: 1.8;
    }
    dl > div {
      display: flex;
      justify-content: space-between;
      gap: var(--space-s);
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class WhenAndWhere {
  readonly session = input.required<SessionPage>();

  private readonly formats = inject(Formats);
  protected readonly ownZone = inject(ReaderClock).timeZone;

  /** In the zone that stands first: the reader's own, else the host's. */
  protected readonly movedFrom = computed(() => {
    const { movedFrom, timeZone } = this.session();
    if (!movedFrom) return null;
    const zone = this.ownZone() ?? timeZone;
    const { startsAt, endsAt } = movedFrom;
    const range = this.formats.timeRange(startsAt, endsAt, zone);
    // A range over midnight names its days itself.
    const isOneDay = this.formats.day(startsAt, zone) === this.formats.day(endsAt, zone);
    return isOneDay ? `${this.formats.longDay(startsAt, zone)}, ${range}` : range;
  });

  /** Cities whose clocks differ from those already told, and from each other, from west to east. */
  protected readonly cities = computed(() => {
    const { startsAt, endsAt, timeZone, regions } = this.session();
    const told = new Set(
      [timeZone, this.ownZone() ?? 'UTC'].map((zone) => this.range(startsAt, endsAt, zone)),
    );
    const cities = [];
    for (const zone of zonesOfAudience([...regions.map(({ tint }) => tint), 'world'])) {
      const time = this.range(startsAt, endsAt, zone);
      if (told.has(time)) continue;
      told.add(time);
      cities.push({ name: zonePlace(zone), time, order: this.formats.date(startsAt, zone, ORDER) });
    }
    return cities.slice(0, OTHER_CITIES).sort((a, b) => a.order.localeCompare(b.order));
  });

  /** With the day, where it is another one there. */
  private range(startsAt: string, endsAt: string, zone: string): string {
    const range = this.formats.timeRange(startsAt, endsAt, zone);
    const [there, host] = [zone, this.session().timeZone].map((each) =>
      this.formats.date(startsAt, each, DAY),
    );
    return there === host ? range : `${there}, ${range}`;
  }
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const ORDER: Intl.DateTimeFormatOptions = {
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};
