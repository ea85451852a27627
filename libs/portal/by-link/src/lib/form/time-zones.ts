import { zonePlace } from '@reihe/web-platform';

export interface ZoneGroup {
  /** Continent or ocean, as the zone names have it. */
  area: string;
  zones: { name: string; place: string }[];
}

/** The zones of the world by area, and those in `also`, which one device may know by another name than the other. */
export function zoneGroups(also: readonly (string | null)[]): ZoneGroup[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), ...also.filter((name) => name !== null)]);
  const groups = new Map<string, ZoneGroup>();
  for (const name of [...names].sort()) {
    const [area = ''] = name.split('/');
    if (name === '' || (!name.includes('/') && name !== 'UTC')) continue;
    const group = groups.get(area) ?? { area, zones: [] };
    group.zones.push({ name, place: placeOf(name) });
    groups.set(area, group);
  }
  return [...groups.values()];
}

/** "Argentina: Buenos Aires" where an area has parts, else the city alone. */
function placeOf(name: string): string {
  const parts = name.split('/');
  const city = zonePlace(name);
  return parts.length > 2 ? `${(parts[1] ?? '').replaceAll('_', ' ')}: ${city}` : city;
}
