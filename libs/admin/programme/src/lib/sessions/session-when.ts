import { Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { FieldRow, ownTimeZone } from '@reihe/admin-ui';
import { Formats } from '@reihe/web-platform';
import { instantOf, minutesBetween, type SessionForm } from '@reihe/admin-session-form';

/** Places between which an exchange is usually held, to see at once for whom a time is night. */
const WATCHED_ZONES = ['America/Sao_Paulo', 'Africa/Nairobi', 'Europe/Kyiv', 'Asia/Kolkata', 'Asia/Manila'];
const NIGHT_ENDS = 7;
const NIGHT_BEGINS = 21;

/** Wall clock and zone as the organiser means them, with what that is elsewhere, while one types. */
@Component({
  selector: 'reihe-session-when',
  imports: [FormField, FieldRow],
  template: `
    <div class="fields">
      <reihe-field-row i18n-label="@@programme.when.starts" label="Starts">
        <input type="datetime-local" [formField]="form().startsLocal" />
      </reihe-field-row>
      <reihe-field-row i18n-label="@@programme.when.ends" label="Ends">
        <input type="datetime-local" [formField]="form().endsLocal" />
      </reihe-field-row>
      <reihe-field-row i18n-label="@@programme.when.zone" label="Time zone">
        <input list="time-zones" autocomplete="off" spellcheck="false" [formField]="form().timeZone" />
      </reihe-field-row>
      <datalist id="time-zones">
        @for (zone of zones; track zone) {
          <option [value]="zone"></option>
        }
      </datalist>
    </div>
    @if (elsewhere(); as times) {
      <table>
        <caption>
          <ng-container i18n="@@programme.when.elsewhere">The same time elsewhere</ng-container>
          @if (length(); as minutes) {
            &ngsp;<span i18n="@@programme.when.length">({{ minutes }} minutes)</span>
          }
        </caption>
        <tbody>
          @for (time of times; track time.zone) {
            <tr [class.night]="time.isNight">
              <th scope="row">
                {{ time.place }}
                @if (time.isOwn) {
                  &ngsp;<span i18n="@@programme.when.own">(you)</span>
                }
              </th>
              <td>{{ time.day }}</td>
              <td>{{ time.range }}</td>
              <td>
                {{ time.offset }}
                @if (time.isNight) {
                  <span i18n="@@programme.when.night">· night</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    }
  `,
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
      gap: var(--space-s);
    }
    table {
      margin-block-start: var(--space-s);
      border-collapse: collapse;
      font-size: var(--step--1);
      font-variant-numeric: tabular-nums;
    }
    caption {
      text-align: start;
      font-weight: 600;
    }
    th,
    td {
      padding: 0.15em 1.2em 0.15em 0;
      font-weight: 400;
      text-align: start;
    }
    .night {
      color: var(--ink-soft);
    }
  `,
})
export class SessionWhen {
  readonly form = input.required<FieldTree<SessionForm>>();

  private readonly formats = inject(Formats);
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly length = computed(() => {
    const minutes = minutesBetween(this.form().startsLocal().value(), this.form().endsLocal().value());
    return minutes !== null && minutes > 0 ? minutes : null;
  });

  protected readonly elsewhere = computed(() => {
    const { startsLocal, endsLocal, timeZone } = this.form()().value();
    const startsAt = instantOf(startsLocal, timeZone);
    const endsAt = instantOf(endsLocal, timeZone) ?? startsAt;
    if (startsAt === null || endsAt === null || endsAt < startsAt) return null;
    const own = ownTimeZone();
    const zones = [...new Set([timeZone, own, ...WATCHED_ZONES])];
    return zones.map((zone) => ({
      zone,
      place: this.formats.zoneCity(zone),
      isOwn: zone === own,
      day: this.formats.shortDay(startsAt, zone),
      range: this.formats.timeRange(startsAt, endsAt, zone),
      offset: this.formats.zoneOffset(startsAt, zone),
      isNight: isNight(this.formats.time(startsAt, zone)),
    }));
  });
}

function isNight(time: string): boolean {
  const hour = Number(time.slice(0, 2));
  return hour < NIGHT_ENDS || hour >= NIGHT_BEGINS;
}
