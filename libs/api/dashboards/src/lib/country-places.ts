import { Injectable } from '@nestjs/common';
import type { FoundPlace } from '@reihe/api-platform';
import { cityMapping } from 'city-timezones';

/** Where the people of a country are, for maps: the middle of its cities in the register, each as heavy as people live in it. */
@Injectable()
export class CountryPlaces {
  private readonly places = new Map<string, FoundPlace>();

  constructor() {
    const sums = new Map<string, FoundPlace & { weight: number }>();
    for (const { iso2, lat, lng, pop } of cityMapping) {
      const sum = sums.get(iso2) ?? { latitude: 0, longitude: 0, weight: 0 };
      const weight = Math.max(pop, 1);
      sum.latitude += lat * weight;
      sum.longitude += lng * weight;
      sum.weight += weight;
      sums.set(iso2, sum);
    }
    for (const [country, { latitude, longitude, weight }] of sums)
      this.places.set(country, { latitude: latitude / weight, longitude: longitude / weight });
  }

  /** null: the register has no city of it. */
  locate(country: string): FoundPlace | null {
    return this.places.get(country) ?? null;
  }
}
