/**
 * Draws the land of the home page's map, once: `apps/portal/public/maps/land.svg` from world-atlas (Natural Earth, public domain),
 * Natural Earth projection, 1000 units wide; the admin's build takes it along. `WorldMap` in libs/web/ui puts the cities on it with the same projection.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { geoNaturalEarth1, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const WIDTH = 1000;
const HEIGHT = 440;
/** Pixels per radian, and where 0°/0° lies: copied by WorldMap. */
const SCALE = 180;
const CENTRE = [500, 262] as const;

type Atlas = Topology<{ land: GeometryCollection }>;

const atlasFile = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
const atlas = JSON.parse(readFileSync(atlasFile, 'utf8')) as Atlas;
const land = feature(atlas, atlas.objects.land) as GeoPermissibleObjects;
const projection = geoNaturalEarth1()
  .scale(SCALE)
  .translate([...CENTRE])
  .clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]);
const path = geoPath(projection).digits(0)(land) ?? '';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><style>path{fill:#dcd8cd}@media(prefers-color-scheme:dark){path{fill:#2b3944}}</style><path d="${path}"/></svg>\n`;
const file = join(import.meta.dirname, '../../apps/portal/public/maps/land.svg');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, svg);
console.log(`${file}: ${svg.length} bytes`);
