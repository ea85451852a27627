import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RegionTint } from '@reihe/shared-contracts';

export interface MapPoint {
  label: string;
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
  /** In units of the map, which is 1000 wide; as a small dot where nothing is said. */
  radius?: number;
  /** Of the place's region; the map's own colour where none is said. */
  tint?: RegionTint | null;
}

const DOT = 5;

/** As in tools/world-map, which draws the land below. */
const SCALE = 180;
const CENTRE = { x: 500, y: 262 };

/** Natural Earth projection (Šavrič et al. 2015), the polynomial that d3-geo's geoNaturalEarth1 uses; in units of the map. */
export function onWorldMap({ latitude, longitude }: Pick<MapPoint, 'latitude' | 'longitude'>): {
  x: number;
  y: number;
} {
  const phi = (latitude * Math.PI) / 180;
  const lambda = (longitude * Math.PI) / 180;
  const p2 = phi * phi;
  const p4 = p2 * p2;
  const x = lambda * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)));
  const y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
  return { x: CENTRE.x + SCALE * x, y: CENTRE.y - SCALE * y };
}

/** Places on a map without tiles: the cities that took part, the people of countries. Its twin in words is the caller's: `alt` says what is to be seen. */
@Component({
  selector: 'reihe-world-map',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 1000 440" role="img" [attr.aria-label]="alt()">
      <image href="maps/land.svg" width="1000" height="440" />
      @for (dot of dots(); track dot.label) {
        <circle [attr.cx]="dot.x" [attr.cy]="dot.y" [attr.r]="dot.radius" [style.fill]="dot.fill">
          <title>{{ dot.label }}</title>
        </circle>
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: auto;
    }
    circle {
      fill: var(--harbour);
      stroke: var(--paper);
      stroke-width: 1.5;
    }
  `,
})
export class WorldMap {
  readonly points = input.required<readonly MapPoint[]>();
  readonly alt = input.required<string>();

  protected readonly dots = computed(() =>
    this.points().map((point) => {
      const { x, y } = onWorldMap(point);
      const fill = point.tint ? `var(--${point.tint}-ink)` : null;
      return { label: point.label, radius: point.radius ?? DOT, fill, x: Math.round(x), y: Math.round(y) };
    }),
  );
}
