import { Component, computed, inject, input } from '@angular/core';
import type { PublicAgendaItem } from '@reihe/shared-contracts';
import {
  agendaKindWords,
  contributorDetails,
  contributorWords,
  Formats,
  LANGUAGE,
  ReaderClock,
  zonePlace,
} from '@reihe/web-platform';

/** A session's agenda in the reader's time, the host's until it is known. */
@Component({
  selector: 'reihe-agenda',
  template: `
    <p class="small">
      @if (clock.timeZone()) {
        <ng-container i18n="@@programme.agenda.yours">Times are in your time zone.</ng-container>
      } @else {
        <ng-container i18n="@@programme.agenda.host">Times as in {{ hostPlace() }}.</ng-container>
      }
    </p>
    <ol role="list">
      @for (item of items(); track $index) {
        <li [class.break]="item.kind === 'break'">
          <p class="time">
            <time [attr.datetime]="item.startsAt">{{ time(item.startsAt) }}</time>
            <span aria-hidden="true"> – </span>
            <span class="visually-hidden" i18n="@@programme.agenda.until">until</span>
            <time [attr.datetime]="item.endsAt">{{ time(item.endsAt) }}</time>
          </p>
          <div>
            @if (kindOf(item); as kind) {
              <p class="kicker">{{ kind }}</p>
            }
            <h3 [attr.lang]="foreign(item)">{{ item.title }}</h3>
            @if (item.description) {
              <p [attr.lang]="foreign(item)">{{ item.description }}</p>
            }
            @for (part of item.contributions; track $index) {
              <p class="who" [attr.lang]="foreign(part)">
                <strong>{{ nameOf(part) }}</strong>
                @if (detailsOf(part); as details) {
                  <span>, {{ details }}</span>
                }
                @if (part.topic) {
                  <span class="topic">{{ part.topic }}</span>
                }
              </p>
            }
          </div>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      border-block-end: 1px solid var(--line);
    }
    li {
      display: grid;
      grid-template-columns: 8.5rem minmax(0, 1fr);
      gap: var(--space-2xs) var(--space-m);
      padding-block: var(--space-s);
      border-block-start: 1px solid var(--line);
    }
    .break {
      color: var(--ink-soft);
    }
    p {
      margin-block-end: 0.35em;
    }
    .time {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .kicker {
      margin-block-end: 0.2em;
    }
    h3 {
      margin-block-end: 0.3em;
    }
    .break h3 {
      font-weight: 400;
    }
    .who {
      line-height: 1.45;
    }
    .topic {
      display: block;
      font-family: var(--serif);
    }
    @media (max-width: 32rem) {
      li {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class Agenda {
  readonly items = input.required<readonly PublicAgendaItem[]>();
  /** The host's IANA zone. */
  readonly timeZone = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  protected readonly clock = inject(ReaderClock);

  protected readonly hostPlace = computed(() => zonePlace(this.timeZone()));

  protected time(instant: string): string {
    return this.formats.time(instant, this.clock.timeZone() ?? this.timeZone());
  }

  /** The kind is told where the title does not say it already. */
  protected kindOf({ kind, title }: PublicAgendaItem): string {
    const words = agendaKindWords(kind);
    return title.toLocaleLowerCase().includes(words.toLocaleLowerCase()) ? '' : words;
  }

  protected nameOf(part: PublicAgendaItem['contributions'][number]): string {
    return contributorWords(part, this.formats);
  }

  protected detailsOf(part: PublicAgendaItem['contributions'][number]): string {
    return contributorDetails(part, this.formats);
  }

  protected foreign({ language }: { language: string }): string | null {
    return language === this.language ? null : language;
  }
}
