import { onWorldMap, type MapPoint } from '@reihe/web-ui';
import type { ChartLook } from '../panels/chart-look';

const WIDTH = 1000;
const HEIGHT = 440;

/** The outline of the land out of the picture that the page shows; null: there is none in it. */
export function landOf(svg: string): string | null {
  return /<path d="([^"]+)"/.exec(svg)?.[1] ?? null;
}

/** The map as a picture that needs nothing but itself. */
export function mapPicture(land: string, points: readonly MapPoint[], look: ChartLook): string {
  const dots = points.map((point) => {
    const { x, y } = onWorldMap(point);
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(point.radius ?? 5).toFixed(1)}" fill="${look.harbour}" stroke="${look.surface}" stroke-width="1.5"><title>${escaped(point.label)}</title></circle>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${look.surface}"/>`,
    `<path d="${escaped(land)}" fill="${look.line}"/>`,
    ...dots,
    '</svg>\n',
  ].join('');
}

/** Participants type names of cities. */
function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
