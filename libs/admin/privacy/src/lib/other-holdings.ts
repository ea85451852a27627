import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OtherHoldings } from '@reihe/shared-figures';
import { Formats } from '@reihe/web-platform';

/** What is kept of people beside what is of a series, and until when: no rule reaches it. */
@Component({
  selector: 'reihe-other-holdings',
  imports: [RouterLink],
  template: `
    <section aria-labelledby="privacy-other">
      <h3 id="privacy-other" i18n="@@privacy.other">Of no one series</h3>
      <dl>
        <div>
          <dt i18n="@@privacy.other.speakers">Speakers</dt>
          <dd>{{ formats.number(kept().speakers) }}</dd>
          <dd>
            <a routerLink="/speakers" i18n="@@privacy.other.by-hand"
              >Until somebody removes them among the speakers</a
            >
          </dd>
        </div>
        <div>
          <dt i18n="@@privacy.other.mails">E-mails about several sessions or none</dt>
          <dd>{{ formats.number(kept().mails) }}</dd>
          <dd i18n="@@privacy.other.mails-until">Until nothing that their reader had by then is kept</dd>
        </div>
        <div>
          <dt i18n="@@privacy.other.mails-to-others">E-mails to speakers and staff</dt>
          <dd>{{ formats.number(kept().mailsToOthers) }}</dd>
          <dd i18n="@@privacy.other.no-end">No end: nothing removes them</dd>
        </div>
      </dl>
    </section>
  `,
  styles: `
    dl {
      margin: 0;
    }
    div {
      display: grid;
      grid-template-columns: minmax(14rem, 2fr) minmax(4rem, 1fr) minmax(14rem, 3fr);
      gap: 0 var(--space-s);
      padding-block: var(--space-3xs);
    }
    dd {
      margin: 0;
    }
    dt + dd {
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
    @media (width < 40rem) {
      div {
        grid-template-columns: 1fr auto;
      }
      dd + dd {
        grid-column: 1 / -1;
        color: var(--ink-soft);
      }
    }
  `,
})
export class OtherHoldingsList {
  readonly kept = input.required<OtherHoldings>();
  protected readonly formats = inject(Formats);
}
