import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { LOOK, type Drawing, type Mark } from './drawing';

const WIDTH = 1000;
const HEIGHT = 440;

export interface MapCountry {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** null: people whose number is not shown. */
  people: number | null;
}

export interface MapPlace {
  latitude: number;
  longitude: number;
}

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

interface World {
  land: string;
  /** By ISO 3166-1 alpha-2. */
  countries: Map<string, string>;
}

/** As tools/world-map draws the land of the portal's pages. */
const projection = geoNaturalEarth1()
  .scale(180)
  .translate([500, 262])
  .clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]);

let drawn: World | undefined;

/** Natural Earth (public domain), read once: outlines of the land and of each country. */
function world(): World {
  if (drawn) return drawn;
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-110m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  const path = geoPath(projection).digits(0);
  const countries = new Map<string, string>();
  for (const country of atlas.objects.countries.geometries) {
    const { name } = (country.properties ?? {}) as { name?: string };
    const code = codeOf(country.id, name);
    if (code) countries.set(code, path(feature(atlas, country)) ?? '');
  }
  const land = path(feature(atlas, atlas.objects.land)) ?? '';
  drawn = { land, countries };
  return drawn;
}

/** The atlas numbers countries as ISO 3166-1 and the UN do; `Intl` knows which letters belong to a number. */
function codeOf(number: string | number | undefined, name: string | undefined): string | undefined {
  // Has no number yet, and the letters that everybody uses.
  if (name === 'Kosovo') return 'XK';
  return number === undefined ? undefined : new Intl.Locale(`und-${number}`).region;
}

/** Codes of the countries that have an outline; islands too small for this scale have none, and show by their cities alone. */
export function outlinedCountries(): string[] {
  return [...world().countries.keys()];
}

/** Countries by their number of people, places as dots. */
export function drawWorld(countries: readonly MapCountry[], places: readonly MapPlace[]): Drawing {
  const { land, countries: outlines } = world();
  const most = Math.max(1, ...countries.map(({ people }) => people ?? 0));
  const marks: Mark[] = [
    { kind: 'path', outline: land, fill: LOOK.land },
    ...countries.flatMap(({ country, people }): Mark[] => {
      const outline = outlines.get(country);
      return outline ? [{ kind: 'path', outline, fill: shadeOf(people, most), stroke: LOOK.paper }] : [];
    }),
    ...places.flatMap(({ latitude, longitude }): Mark[] => {
      const [x = NaN, y = NaN] = projection([longitude, latitude]) ?? [];
      const isOnPaper = x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;
      return isOnPaper ? [{ kind: 'circle', x, y, radius: 5, fill: '#932b14', stroke: LOOK.paper }] : [];
    }),
  ];
  return { width: WIDTH, height: HEIGHT, marks };
}

const LIGHTEST = [190, 213, 229] as const;
const DARKEST = [10, 77, 122] as const;

/** By the root: one country with very many leaves the others still apart. */
function shadeOf(people: number | null, most: number): string {
  const share = people === null ? 0 : Math.sqrt(people / most);
  const parts = LIGHTEST.map((light, at) => Math.round(light + ((DARKEST[at] ?? 0) - light) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
