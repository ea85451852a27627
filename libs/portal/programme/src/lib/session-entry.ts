import { Component, computed, inject, input, ViewEncapsulation } from '@angular/core';
import { publicPaths, type SessionTeaser } from '@reihe/shared-contracts';
import {
  contributorWords,
  countOrigin,
  countValue,
  Formats,
  LANGUAGE,
  languageList,
  measureWords,
  ReaderClock,
  sessionKindWords,
} from '@reihe/web-platform';
import { Chip, DateBlock, SessionPhase, SessionTime, TimelineItem } from '@reihe/web-ui';

/** A session in a list: day, title, time, for whom, and what one can do. A tick box may be projected. */
@Component({
  selector: 'reihe-session-entry',
  imports: [Chip, DateBlock, SessionPhase, SessionTime, TimelineItem],
  template: `
    <reihe-timeline-item [isPast]="isPast()">
      <reihe-date-block when [instant]="session().startsAt" [timeZone]="dayZone()" />
      <div class="row">
        <div class="what">
          <p class="kicker">
            {{ kind() }}
            @for (region of session().regions; track region.id) {
              <reihe-chip [tint]="region.tint">{{ region.name }}</reihe-chip>
            } @empty {
              <reihe-chip tint="world"
                ><ng-container i18n="@@programme.worldwide">Worldwide</ng-container></reihe-chip
              >
            }
          </p>
          <h3 [attr.lang]="lang()">
            <a [href]="address()" [class.off]="isCancelled()">{{ session().title }}</a>
          </h3>
          @if (isSeriesNamed()) {
            <p class="small" i18n="@@programme.entry.series">Part of “{{ session().seriesTitle }}”</p>
          }
          <p class="small">
            {{ languages() }}
            @if (who()) {
              <span aria-hidden="true">·</span> {{ who() }}
            }
            @if (attended(); as attended) {
              <span aria-hidden="true">·</span> {{ attended }}
            }
          </p>
        </div>
        <div class="state">
          <reihe-session-time
            [startsAt]="session().startsAt"
            [endsAt]="session().endsAt"
            [timeZone]="session().timeZone"
            [withDay]="false"
          />
          <reihe-session-phase [seats]="session().seats" [timeZone]="session().timeZone" />
          <ng-content />
        </div>
      </div>
    </reihe-timeline-item>
  `,
  // Written for the element itself: pages have very many of it, and scoping marks every element within.
  encapsulation: ViewEncapsulation.None,
  styles: `
    reihe-session-entry .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-s) var(--space-l);
    }
    @media (min-width: 56rem) {
      reihe-session-entry .row {
        grid-template-columns: minmax(0, 1fr) 19rem;
      }
    }
    reihe-session-entry .kicker {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.35em 0.6em;
      margin-block-end: 0.5em;
    }
    reihe-session-entry h3 {
      margin-block-end: 0.35em;
    }
    reihe-session-entry h3 a {
      color: inherit;
      text-decoration-color: var(--line-strong);
    }
    reihe-session-entry h3 a:hover {
      text-decoration-color: currentcolor;
    }
    reihe-session-entry h3 .off {
      text-decoration-line: line-through;
      color: var(--ink-soft);
    }
    reihe-session-entry .small {
      margin-block-end: 0.25em;
      line-height: 1.5;
    }
    reihe-session-entry .state {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: var(--space-2xs);
    }
  `,
})
export class SessionEntry {
  readonly session = input.required<SessionTeaser>();
  /** True in lists over several series. */
  readonly isSeriesNamed = input(false);

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly clock = inject(ReaderClock);

  protected readonly address = computed(() => publicPaths.session(this.language, this.session().slug));
  protected readonly dayZone = computed(() => this.clock.timeZone() ?? this.session().timeZone);
  protected readonly kind = computed(() => sessionKindWords(this.session().kind));
  protected readonly isPast = computed(() => this.session().seats.phase === 'held');
  protected readonly isCancelled = computed(() => this.session().seats.phase === 'cancelled');
  protected readonly lang = computed(() =>
    this.session().language === this.language ? null : this.session().language,
  );
  protected readonly languages = computed(() => languageList(this.session().languages, this.formats));
  /** The voices, moderators left out: they are there every time. */
  protected readonly who = computed(() => {
    const voices = this.session().speakers.filter(({ role }) => role !== 'moderator');
    return this.formats.list([...new Set(voices.map((part) => contributorWords(part, this.formats)))]);
  });
  protected readonly attended = computed(() => {
    const count = this.session().figures.find(({ measure, value }) => measure === 'attended' && value > 0);
    if (!count) return null;
    return `${countValue(count, this.formats)} ${measureWords('attended', count.value)} (${countOrigin(count, this.formats)})`;
  });
}
