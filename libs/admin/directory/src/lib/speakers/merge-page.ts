import { Component, computed, inject, input, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { isLanguage, LANGUAGES, type Speaker } from '@reihe/shared-contracts';
import { mergedSpeaker } from '@reihe/shared-policies';
import { AnswerStates, fullName } from '@reihe/admin-ui';
import { SpeakersClient } from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';

/** As long as a person needs to see that it was the wrong one. */
const UNDO_MS = 30_000;

interface MergeLine {
  field: string;
  label: string;
  kept: string;
  absorbed: string;
  result: string;
}

/** Two entries side by side, and what becomes of them before anybody says yes. */
@Component({
  selector: 'reihe-merge-page',
  imports: [AnswerStates, RouterLink],
  template: `
    <header class="page-head">
      <p class="kicker">
        <a routerLink="/speakers/duplicates" i18n="@@directory.duplicates.heading">Possible duplicates</a>
      </p>
      <h1 tabindex="-1" i18n="@@directory.merge.heading">Merge two entries</h1>
    </header>
    <reihe-answer-states [answer]="one" [hasAnswer]="pair() !== null">
      <reihe-answer-states [answer]="two" [hasAnswer]="pair() !== null">
        @if (isOne()) {
          <p>
            <ng-container i18n="@@directory.merge.is-one">These two are one entry already.</ng-container>
            &ngsp;<a [routerLink]="['/speakers', id()]" i18n="@@directory.merge.to-entry">Look at it</a>
          </p>
        } @else if (pair(); as pair) {
          <p i18n="@@directory.merge.text">
            Parts in sessions move with what stood there on their day. Empty details are filled in, nothing
            that is written is replaced. The other entry leaves the lists, and can be split off again.
          </p>
          <div class="table-frame" tabindex="0" role="region" aria-labelledby="merge-caption">
            <table class="dense">
              <caption id="merge-caption" i18n="@@directory.merge.caption">
                What becomes of the two
              </caption>
              <thead>
                <tr>
                  <th scope="col" i18n="@@directory.merge.column-detail">Detail</th>
                  <th scope="col" i18n="@@directory.merge.column-kept">This entry goes on</th>
                  <th scope="col" i18n="@@directory.merge.column-absorbed">This one is merged into it</th>
                  <th scope="col" i18n="@@directory.merge.column-result">Result</th>
                </tr>
              </thead>
              <tbody>
                @for (line of lines(); track line.field) {
                  <tr>
                    <th scope="row">{{ line.label }}</th>
                    <td>{{ line.kept || '–' }}</td>
                    <td>
                      {{ line.absorbed || '–' }}
                      @if (isDiffering(line)) {
                        <small i18n="@@directory.merge.stays">stays with the other entry only</small>
                      }
                    </td>
                    <td>
                      <strong>{{ line.result || '–' }}</strong>
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <div class="page-actions">
            <button type="button" class="button" [disabled]="isMerging()" (click)="merge(pair)">
              <ng-container i18n="@@directory.merge.merge">Merge</ng-container>
            </button>
            <a
              class="button quiet"
              [routerLink]="['/speakers', pair.absorbed.id, 'merge', pair.kept.id]"
              i18n="@@directory.merge.swap"
              >Keep the other entry instead</a
            >
          </div>
        }
      </reihe-answer-states>
    </reihe-answer-states>
  `,
  styles: `
    td {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    small {
      display: block;
      color: var(--ink-soft);
    }
    .page-actions {
      margin-block-start: var(--space-s);
    }
  `,
})
export class MergePage {
  /** Which goes on, and which is merged into it; from the address. */
  readonly id = input.required<string>();
  readonly otherId = input.required<string>();

  private readonly router = inject(Router);
  private readonly client = inject(SpeakersClient);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);

  protected readonly one = this.client.one(() => this.id());
  protected readonly two = this.client.one(() => this.otherId());
  protected readonly isMerging = signal(false);
  protected readonly pair = computed(() =>
    this.one.hasValue() && this.two.hasValue()
      ? { kept: this.one.value(), absorbed: this.two.value() }
      : null,
  );
  /** An address from before they were merged. */
  protected readonly isOne = computed(
    () => this.pair()?.kept.id === this.pair()?.absorbed.id && this.pair() !== null,
  );
  private readonly merged = computed(() => {
    const pair = this.pair();
    return pair && mergedSpeaker(pair.kept, pair.absorbed);
  });
  private readonly differing = computed(
    () => new Set(this.merged()?.differing.map(({ field }) => field) ?? []),
  );

  protected readonly lines = computed<MergeLine[]>(() => {
    const pair = this.pair();
    const merged = this.merged();
    if (!pair || !merged) return [];
    const { kept, absorbed } = pair;
    const photo = $localize`:@@directory.list.has-photo:Yes`;
    const own: MergeLine[] = [
      ...linesOf(kept, absorbed, merged.result, this.formats).map((line) => ({
        ...line,
        label: this.label(line.field),
      })),
      {
        field: 'photo',
        label: $localize`:@@directory.list.column-photo:Photo`,
        kept: kept.photo ? photo : '',
        absorbed: absorbed.photo ? photo : '',
        result: kept.photo || absorbed.photo ? photo : '',
      },
      {
        field: 'parts',
        label: $localize`:@@programme.speakers.column-parts:Parts in sessions`,
        kept: this.formats.number(kept.contributions),
        absorbed: this.formats.number(absorbed.contributions),
        result: this.formats.number(kept.contributions + absorbed.contributions),
      },
    ];
    return own.filter((line) => line.kept || line.absorbed);
  });

  protected isDiffering({ field }: MergeLine): boolean {
    return this.differing().has(field);
  }

  protected async merge({ kept, absorbed }: { kept: Speaker; absorbed: Speaker }): Promise<void> {
    this.isMerging.set(true);
    try {
      const merged = await this.client.merge(kept.id, {
        version: kept.version,
        absorbedId: absorbed.id,
        absorbedVersion: absorbed.version,
      });
      await this.router.navigate(['/speakers', kept.id]);
      this.offerUndo(merged, absorbed);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
      this.one.reload();
      this.two.reload();
    } finally {
      this.isMerging.set(false);
    }
  }

  private offerUndo(kept: Speaker, absorbed: Speaker): void {
    const told = this.snackBar.open(
      $localize`:@@directory.merge.done:${fullName(absorbed)}:name: is merged into ${fullName(kept)}:kept:.`,
      $localize`:@@directory.merge.undo:Undo`,
      { duration: UNDO_MS },
    );
    told.onAction().subscribe(() => {
      void this.undo(kept, absorbed);
    });
  }

  private async undo(kept: Speaker, absorbed: Speaker): Promise<void> {
    try {
      await this.client.split(kept.id, { version: kept.version, absorbedId: absorbed.id });
      this.snackBar.open(
        $localize`:@@directory.page.is-split:${absorbed.name}:name: is an entry of its own again.`,
      );
      await this.router.navigate(['/speakers', kept.id, 'merge', absorbed.id]);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }

  private label(field: string): string {
    const [first = '', language = '', text = ''] = field.split('.');
    const words = detailWords(text || first);
    return isLanguage(language) ? `${words} (${this.formats.languageName(language)})` : words;
  }
}

const DETAILS = ['title', 'name', 'email', 'city', 'country', 'language'] as const;
type Details = Pick<Speaker, (typeof DETAILS)[number] | 'translations'>;

function linesOf(
  kept: Details,
  absorbed: Details,
  result: Details,
  formats: Formats,
): Omit<MergeLine, 'label'>[] {
  const value = (of: Details, field: (typeof DETAILS)[number]) => {
    if (field === 'country') return of.country === null ? '' : formats.countryName(of.country);
    if (field === 'language') return of.language === null ? '' : formats.languageName(of.language);
    return of[field];
  };
  const fields = DETAILS.map((field) => ({
    field,
    kept: value(kept, field),
    absorbed: value(absorbed, field),
    result: value(result, field),
  }));
  const texts = LANGUAGES.flatMap((language) =>
    (['position', 'organisation', 'bio'] as const).map((text) => ({
      field: `translations.${language}.${text}`,
      kept: kept.translations[language]?.[text] ?? '',
      absorbed: absorbed.translations[language]?.[text] ?? '',
      result: result.translations[language]?.[text] ?? '',
    })),
  );
  return [...fields, ...texts];
}

function detailWords(field: string): string {
  const words: Record<string, string> = {
    title: $localize`:@@programme.speaker.title:Title`,
    name: $localize`:@@programme.speaker.name:Name`,
    email: $localize`:@@programme.speaker.email:E-mail`,
    city: $localize`:@@programme.contribution.city:City`,
    country: $localize`:@@programme.contribution.country:Country`,
    language: $localize`:@@programme.speaker.language:Language of mails`,
    position: $localize`:@@programme.contribution.position:Position`,
    organisation: $localize`:@@programme.contribution.organisation:Organisation`,
    bio: $localize`:@@programme.speaker.bio:About`,
  };
  return words[field] ?? field;
}
