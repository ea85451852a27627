import { Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import type { CityPeople, CountryPeople, Dashboard } from '@reihe/shared-figures';
import { Formats } from '@reihe/web-platform';
import { WorldMap } from '@reihe/web-ui';
import { notTold } from '../figure-words';
import { ChartLooks } from '../panels/chart-look';
import type { Panel } from '../panels/panel';
import { PANEL_FILES, PanelFiles, type PanelFile } from '../panels/panel-files';
import { landOf, mapPicture } from './map-picture';
import { mapPoints } from './map-points';

type Shown = 'cities' | 'countries';
const LAND = 'maps/land.svg';

/** Where people come from, on the map. Its twin in words are the lists of cities and countries below it. */
@Component({
  selector: 'reihe-people-map',
  imports: [WorldMap],
  template: `
    <section class="panel">
      <h2 id="figure-map" i18n="@@dashboards.map">On the map</h2>
      <fieldset>
        <legend class="visually-hidden" i18n="@@dashboards.map.shown">What the map shows</legend>
        @for (choice of choices; track choice.value) {
          <label>
            <input
              type="radio"
              name="map-shows"
              [checked]="shown() === choice.value"
              (change)="shown.set(choice.value)"
            />
            {{ choice.words }}
          </label>
        }
      </fieldset>
      <reihe-world-map [points]="points()" [alt]="alt()" />
      @if (missing() > 0) {
        <p class="small">
          @if (shown() === 'cities') {
            <ng-container i18n="@@dashboards.map.missing-cities">{missing(), plural,
              =1 {One city is not on the map: the list of cities does not know it.}
              other {{{ missing() }} cities are not on the map: the list of cities does not know them.}
            }</ng-container>
          } @else {
            <ng-container i18n="@@dashboards.map.missing-countries">{missing(), plural,
              =1 {One line of the list is not on the map: its country is not known.}
              other {{{ missing() }} lines of the list are not on the map: their country is not known.}
            }</ng-container>
          }
        </p>
      }
      <p>
        <a [attr.href]="'#figure-' + shown()" (click)="goToTable($event)" i18n="@@dashboards.map.twin"
          >The same as a list</a
        >
      </p>
      <p class="files" role="group" aria-labelledby="figure-map">
        <span class="small" i18n="@@dashboards.keep">Keep as</span>
        @for (format of fileFormats; track format) {
          <button type="button" class="link" (click)="save(format)">
            {{ format.toUpperCase() }}<span class="visually-hidden">: {{ heading }}</span>
          </button>
        }
      </p>
    </section>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-m);
      margin: 0 0 var(--space-2xs);
      padding: 0;
      border: 0;
    }
    reihe-world-map {
      max-inline-size: 60rem;
    }
    p {
      margin: var(--space-2xs) 0 0;
    }
    .files {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3xs) var(--space-s);
      align-items: baseline;
    }
  `,
})
export class PeopleMap {
  readonly dashboard = input.required<Dashboard>();
  /** The lists of cities and of countries. */
  readonly panels = input.required<readonly Panel[]>();
  /** The series' slug, or another name of what is shown, for files. */
  readonly of = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly files = inject(PanelFiles);
  private readonly looks = inject(ChartLooks);
  private readonly document = inject(DOCUMENT);
  protected readonly shown = signal<Shown>('cities');
  protected readonly heading = $localize`:@@dashboards.map:On the map`;
  protected readonly fileFormats = PANEL_FILES;
  protected readonly choices: { value: Shown; words: string }[] = [
    { value: 'cities', words: $localize`:@@figures.measure.cities:Cities` },
    { value: 'countries', words: $localize`:@@figures.measure.countries:Countries` },
  ];
  private readonly places = computed(() => {
    const { cities, countries } = this.dashboard();
    return this.shown() === 'cities'
      ? cities.map((one) => ({ ...one, label: this.labelOf(this.cityWords(one), one) }))
      : countries.map((one) => ({ ...one, label: this.labelOf(this.countryWords(one), one) }));
  });
  protected readonly points = computed(() => mapPoints(this.places()));
  protected readonly missing = computed(() => this.places().length - this.points().length);
  protected readonly alt = computed(() => {
    const count = this.formats.number(this.points().length);
    return this.shown() === 'cities'
      ? $localize`:@@dashboards.map.alt-cities:World map. Cities: ${count}:count:, each as large as people come from it`
      : $localize`:@@dashboards.map.alt-countries:World map. Countries: ${count}:count:, each as large as people come from it`;
  });

  protected goToTable(event: Event): void {
    const heading = this.document.getElementById(`figure-${this.shown()}`);
    if (!heading) return;
    // The base address of the page is another one: the link alone would leave it.
    event.preventDefault();
    heading.tabIndex = -1;
    heading.focus();
    heading.scrollIntoView();
  }

  protected async save(format: PanelFile): Promise<void> {
    const shown = this.shown();
    const panel = this.panels().find(({ id }) => id === shown);
    if (!panel) return;
    const isPicture = format === 'svg' || format === 'png';
    await this.files.save(
      format,
      { ...panel, id: `map-${panel.id}` },
      this.of(),
      isPicture ? await this.picture() : null,
    );
  }

  private async picture(): Promise<string | null> {
    const answer = await fetch(new URL(LAND, this.document.baseURI));
    const land = landOf(await answer.text());
    return land && mapPicture(land, this.points(), this.looks.look());
  }

  private labelOf(place: string, { people, guests }: { people: number; guests: number }): string {
    return `${place}: ${this.formats.number(people + guests)}`;
  }

  private cityWords({ city, country }: CityPeople): string {
    return country === null ? city : `${city}, ${this.formats.countryName(country)}`;
  }

  private countryWords({ country }: CountryPeople): string {
    return country === null ? notTold() : this.formats.countryName(country);
  }
}
