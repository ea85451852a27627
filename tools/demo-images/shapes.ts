import { palette } from './palette.ts';

export interface Frame {
  width: number;
  height: number;
}

export type Random = () => number;

/** Mulberry32: the same seed draws the same picture on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const between = (random: Random, low: number, high: number) => low + (high - low) * random();

export function pick<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

export const range = (count: number) => Array.from({ length: count }, (_, index) => index);

const round = (value: number) => Math.round(value * 10) / 10;

export const rect = (x: number, y: number, width: number, height: number, fill: string, more = '') =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" ${more}/>`;

export const circle = (x: number, y: number, radius: number, fill: string, more = '') =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" ${more}/>`;

export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;

export const stroke = (d: string, colour: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;

export const group = (content: string, more = '') => `<g ${more}>${content}</g>`;

/** A sheet of cut paper: its soft shadow falls on the sheets behind it. */
export const sheet = (content: string) => group(content, 'filter="url(#lift)"');

/** A vertical wash; `name` must be unique within a picture. */
export function wash(frame: Frame, name: string, ...colours: string[]): string {
  const stops = colours.map((colour, index) => {
    const offset = colours.length === 1 ? 0 : index / (colours.length - 1);
    return `<stop offset="${offset}" stop-color="${colour}"/>`;
  });
  return `<defs><linearGradient id="${name}" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient></defs>${rect(0, 0, frame.width, frame.height, `url(#${name})`)}`;
}

export const sun = (x: number, y: number, radius: number, colour: string) =>
  [2.4, 1.85, 1.4].map((factor) => circle(x, y, radius * factor, colour, 'opacity="0.13"')).join('') +
  circle(x, y, radius, colour);

/** A hill line from edge to edge, filled to the bottom of the frame. */
export function ridge(frame: Frame, random: Random, baseline: number, swing: number, fill: string): string {
  const phases = range(3).map(() => between(random, 0, Math.PI * 2));
  const points = range(41).map((step) => {
    const t = step / 40;
    const rise = phases.reduce(
      (sum, phase, wave) => sum + Math.sin(t * Math.PI * (1.4 + wave * 1.7) + phase) / (wave + 1.4),
      0,
    );
    return `${round(t * frame.width)} ${round(baseline - rise * swing)}`;
  });
  return path(`M0 ${frame.height}L${points.join('L')}L${frame.width} ${frame.height}Z`, fill);
}

export interface SkylineStyle {
  baseline: number;
  width: readonly [number, number];
  height: readonly [number, number];
  fill: string;
  /** Colour of the lit windows; none when left out. */
  windows?: string;
  /** Share of windows that are lit, 0 to 1. */
  lit?: number;
}

function roof(random: Random, x: number, top: number, width: number, fill: string): string {
  const shape = Math.floor(random() * 7);
  const middle = x + width / 2;
  switch (shape) {
    case 0:
      return path(`M${x} ${top}L${middle} ${top - width * 0.45}L${x + width} ${top}Z`, fill);
    case 1:
      return path(`M${x} ${top}A${width / 2} ${width / 2} 0 0 1 ${x + width} ${top}Z`, fill);
    case 2:
      return rect(x + width * 0.2, top - width * 0.3, width * 0.6, width * 0.32, fill);
    case 3:
      return (
        rect(middle - width * 0.03, top - width * 0.75, width * 0.06, width * 0.76, fill) +
        rect(x + width * 0.3, top - width * 0.16, width * 0.4, width * 0.18, fill)
      );
    case 4:
      return path(`M${x} ${top}L${x} ${top - width * 0.4}L${x + width} ${top}Z`, fill);
    default:
      return '';
  }
}

/** Houses shoulder to shoulder from edge to edge, standing on `baseline` and reaching to the bottom of the frame. */
export function skyline(frame: Frame, random: Random, style: SkylineStyle): string {
  let houses = '';
  let x = -between(random, 0, style.width[0]);
  while (x < frame.width) {
    const width = Math.round(between(random, ...style.width));
    const height = between(random, ...style.height) * (0.75 + 0.5 * Math.sin((x / frame.width) * Math.PI));
    const top = Math.round(style.baseline - height);
    houses +=
      rect(x, top, width + 1, frame.height - top, style.fill) + roof(random, x, top, width, style.fill);
    if (style.windows !== undefined) {
      houses += windowsOf(random, x, top, width, style.baseline - 24, style.windows, style.lit ?? 0.35);
    }
    x += width;
  }
  return houses;
}

function windowsOf(
  random: Random,
  x: number,
  top: number,
  width: number,
  bottom: number,
  colour: string,
  lit: number,
): string {
  const columns = Math.max(1, Math.floor(width / 30));
  const step = width / columns;
  let panes = '';
  for (let y = top + 22; y < bottom; y += 36) {
    for (const column of range(columns)) {
      if (random() < lit) panes += rect(x + column * step + step / 2 - 6, y, 12, 17, colour, 'rx="1.5"');
    }
  }
  return panes;
}

/** Short horizontal strokes that thicken towards the reader: light on water. */
export function glints(frame: Frame, random: Random, top: number, count: number, colour: string): string {
  return range(count)
    .map(() => {
      const depth = random();
      const y = top + depth * depth * (frame.height - top);
      const length = between(random, 30, 90) * (0.6 + depth * 1.8);
      const x = between(random, -60, frame.width);
      return stroke(
        `M${round(x)} ${round(y)}h${round(length)}`,
        colour,
        round(1.5 + depth * 4),
        'opacity="0.55"',
      );
    })
    .join('');
}

/** A wavy band from edge to edge, filled to the bottom. */
export function swell(
  frame: Frame,
  top: number,
  length: number,
  swing: number,
  shift: number,
  fill: string,
): string {
  let d = `M${-length + shift} ${top}`;
  for (let x = -length + shift; x < frame.width + length; x += length) {
    d += `q${length / 4} ${-swing} ${length / 2} 0t${length / 2} 0`;
  }
  return path(`${d}V${frame.height}H${-length}Z`, fill);
}

export function tree(x: number, ground: number, size: number, crown: string, shade: string): string {
  return (
    rect(x - size * 0.05, ground - size * 0.55, size * 0.1, size * 0.55, palette.slate) +
    circle(x, ground - size * 0.82, size * 0.42, crown) +
    path(
      `M${round(x)} ${round(ground - size * 1.24)}a${size * 0.42} ${size * 0.42} 0 0 1 0 ${round(size * 0.84)}Z`,
      shade,
      'opacity="0.55"',
    )
  );
}

/** A person seen as a token: head and shoulders. */
export const person = (x: number, y: number, size: number, colour: string) =>
  circle(x, y - size * 0.62, size * 0.26, colour) +
  path(
    `M${round(x - size * 0.42)} ${round(y + size * 0.3)}v${-size * 0.2}a${size * 0.42} ${size * 0.42} 0 0 1 ${size * 0.84} 0v${size * 0.2}Z`,
    colour,
  );

export function picture(frame: Frame, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}" viewBox="0 0 ${frame.width} ${frame.height}"><defs><filter id="lift" x="-5%" y="-5%" width="110%" height="110%"><feDropShadow dx="0" dy="-3" stdDeviation="9" flood-color="${palette.ink}" flood-opacity="0.28"/></filter></defs>${content}</svg>`;
}
