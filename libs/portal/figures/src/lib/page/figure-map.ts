import { Component, computed, inject, input } from '@angular/core';
import type { ShownCity } from '@reihe/shared-figures';
import { Formats } from '@reihe/web-platform';
import { WorldMap, type MapPoint } from '@reihe/web-ui';
import { shownNumber } from './figure-words';

/** Of a city whose number is not shown, and of the smallest that is. */
const RADIUS = { least: 4, most: 16 };

/** The cities that people took part from, in the tint of their region, and as large as their number. */
@Component({
  selector: 'reihe-figure-map',
  imports: [WorldMap],
  template: `<reihe-world-map [points]="points()" [alt]="alt()" />`,
})
export class FigureMap {
  readonly cities = input.required<readonly ShownCity[]>();

  private readonly formats = inject(Formats);

  protected readonly points = computed((): MapPoint[] => {
    const cities = this.cities();
    const most = Math.max(1, ...cities.map(({ participants }) => participants.value ?? 0));
    return [...cities]
      .sort((a, b) => (b.participants.value ?? 0) - (a.participants.value ?? 0))
      .flatMap(({ city, country, latitude, longitude, tint, participants }) => {
        if (latitude === null || longitude === null) return [];
        // Areas are compared, not widths.
        const share = Math.sqrt((participants.value ?? 0) / most);
        const number = shownNumber(participants, this.formats).words;
        return {
          label: `${city}, ${this.formats.countryName(country)}: ${number}`,
          ...{ latitude, longitude, tint },
          radius: Math.round(RADIUS.least + share * (RADIUS.most - RADIUS.least)),
        };
      });
  });
  protected readonly alt = computed(() => {
    const count = this.formats.number(this.points().length);
    return $localize`:@@figures.map-alt:World map with ${count}:count: cities from which people took part; the tables below say the same in numbers.`;
  });
}
