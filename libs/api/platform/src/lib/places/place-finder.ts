import { Injectable } from '@nestjs/common';
import { cityMapping, type CityData } from 'city-timezones';

/** Degrees, WGS 84. */
export interface FoundPlace {
  latitude: number;
  longitude: number;
}

interface KnownPlace extends FoundPlace {
  timeZone: string;
}

/**
 * Where a city is, for maps: from the register of some 7,300 cities that city-timezones brings (Natural Earth). A city it does not
 * know by name is looked for as a province; what is then unknown is left off the map rather than put somewhere wrong.
 */
@Injectable()
export class PlaceFinder {
  private readonly places = new Map<string, KnownPlace>();

  constructor() {
    // Larger places first: of two towns with one name in one country the larger is meant more often.
    const bySize = [...cityMapping].sort((a, b) => b.pop - a.pop);
    for (const place of bySize) this.remember(place.province, place);
    for (const place of [...bySize].reverse()) {
      this.remember(place.city_ascii, place);
      this.remember(place.city, place);
    }
  }

  locate(city: string, country: string): FoundPlace | null {
    const place = this.places.get(keyOf(city, country));
    return place ? { latitude: place.latitude, longitude: place.longitude } : null;
  }

  /** IANA; null where nobody knows the city. */
  timeZoneOf(city: string, country: string): string | null {
    return this.places.get(keyOf(city, country))?.timeZone ?? null;
  }

  private remember(name: string | undefined, { iso2, lat, lng, timezone }: CityData): void {
    if (!name) return;
    this.places.set(keyOf(name, iso2), { latitude: lat, longitude: lng, timeZone: timezone });
  }
}

function keyOf(name: string, country: string): string {
  const letters = name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return `${country}:${letters}`;
}
