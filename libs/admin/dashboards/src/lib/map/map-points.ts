import type { OnMap, PeopleNumbers } from '@reihe/shared-figures';
import type { MapPoint } from '@reihe/web-ui';

const SMALLEST = 3;
const LARGEST = 18;

/** Places as circles whose area is how many people they stand for, the large ones below the small; those that are nowhere left out. */
export function mapPoints(places: readonly (OnMap & PeopleNumbers & { label: string })[]): MapPoint[] {
  const shown = places.flatMap(({ latitude, longitude, people, guests, label }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude, label, size: people + guests }],
  );
  const most = Math.max(1, ...shown.map(({ size }) => size));
  return shown
    .sort((a, b) => b.size - a.size)
    .map(({ size, ...point }) => ({
      ...point,
      radius: Math.max(SMALLEST, LARGEST * Math.sqrt(size / most)),
    }));
}
