import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  SESSION_KINDS,
  type ProgrammeFilter,
  type SeriesPage,
  type SessionKind,
} from '@reihe/shared-contracts';
import { Formats, sessionKindWords } from '@reihe/web-platform';

type FilterKey = Exclude<keyof ProgrammeFilter, 'series'>;
/** As the address says it: whatever stands there. */
export type SeriesFilter = Record<FilterKey, string | undefined>;

interface Choice {
  value: string;
  label: string;
}

interface FilterSelect {
  key: FilterKey;
  label: string;
  chosen: string;
  choices: Choice[];
}

/** The programme's filters: a plain GET form, so they live in the address and need no script. */
@Component({
  selector: 'reihe-programme-filters',
  imports: [RouterLink],
  template: `
    <form
      method="get"
      [action]="address()"
      (submit)="chosen.emit(valuesOf($event))"
      [attr.aria-label]="label"
    >
      @for (select of selects(); track select.key) {
        <p>
          <label [attr.for]="'filter-' + select.key">{{ select.label }}</label>
          <select class="control" [id]="'filter-' + select.key" [attr.name]="select.key">
            <option value="" [selected]="!select.chosen" i18n="@@programme.filter.all">All</option>
            @for (choice of select.choices; track choice.value) {
              <!-- The attribute is what a page without scripts goes by; the property undoes a choice that the address dropped. -->
              <option
                [value]="choice.value"
                [selected]="choice.value === select.chosen"
                [attr.selected]="choice.value === select.chosen ? '' : null"
              >
                {{ choice.label }}
              </option>
            }
          </select>
        </p>
      }
      <p class="actions">
        <button class="button quiet" i18n="@@programme.filter.apply">Show</button>
        @if (isFiltered()) {
          <a [routerLink]="[]" fragment="programme" i18n="@@programme.filter.clear">Show everything</a>
        }
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(8rem, 100%), 1fr));
      gap: var(--space-s);
      align-items: end;
      padding: var(--space-m);
      border-radius: var(--radius);
      background: var(--sunken);
    }
    p {
      margin: 0;
    }
    label {
      display: block;
      margin-block-end: 0.25em;
      font-size: var(--step--1);
      font-weight: 600;
      line-height: 1.4;
    }
    .control {
      font-size: var(--step--1);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2xs) var(--space-s);
      font-size: var(--step--1);
    }
  `,
})
export class ProgrammeFilters {
  readonly options = input.required<SeriesPage['filters']>();
  readonly filter = input.required<SeriesFilter>();
  /** Path of the page, language included. */
  readonly address = input.required<string>();
  /** In the browser: what was chosen, instead of a new page. */
  readonly chosen = output<Record<FilterKey, string | null>>();

  private readonly formats = inject(Formats);

  protected readonly label = $localize`:@@programme.filter.label:Filter the programme`;
  protected readonly isFiltered = computed(() => Object.values(this.filter()).some(Boolean));

  /** A filter with nothing to choose between is left out, unless it is in use. */
  protected readonly selects = computed(() =>
    this.all().filter(({ choices, chosen }) => choices.length > 1 || chosen),
  );

  private readonly all = computed((): FilterSelect[] => {
    const { regions, categories, languages, kinds } = this.options();
    const term = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name });
    const known = SESSION_KINDS.filter((kind) => kinds.includes(kind));
    return [
      this.select('when', $localize`:@@programme.filter.when:When`, [
        { value: 'upcoming', label: $localize`:@@programme.filter.upcoming:Coming` },
        { value: 'past', label: $localize`:@@programme.filter.past:Past` },
      ]),
      this.select('region', $localize`:@@programme.filter.region:Region`, regions.map(term)),
      this.select('category', $localize`:@@programme.filter.category:Topic`, categories.map(term)),
      this.select(
        'language',
        $localize`:@@programme.filter.language:Language`,
        languages.map((tag) => ({ value: tag, label: this.formats.languageName(tag) })),
      ),
      this.select(
        'kind',
        $localize`:@@programme.filter.kind:Kind`,
        known.map((kind: SessionKind) => ({ value: kind, label: sessionKindWords(kind) })),
      ),
    ];
  });

  private select(key: FilterKey, label: string, choices: Choice[]): FilterSelect {
    return { key, label, choices, chosen: this.filter()[key] ?? '' };
  }

  protected valuesOf(event: SubmitEvent): Record<FilterKey, string | null> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const value = (key: FilterKey) => {
      const text = data.get(key);
      // An empty choice is no key in the address at all.
      return typeof text === 'string' && text !== '' ? text : null;
    };
    return {
      when: value('when'),
      region: value('region'),
      category: value('category'),
      language: value('language'),
      kind: value('kind'),
    };
  }
}
