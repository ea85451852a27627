import { palette } from './palette.ts';
import {
  type Frame,
  between,
  glints,
  path,
  pick,
  randomFrom,
  range,
  rect,
  ridge,
  sheet,
  skyline,
  stroke,
  sun,
  swell,
  tree,
  wash,
} from './shapes.ts';

export function waterTower(frame: Frame): string {
  const random = randomFrom(31);
  const { width, height } = frame;
  const x = width * 0.3;
  const ground = height * 0.74;
  const legs = [-105, -40, 40, 105].map((offset) =>
    stroke(`M${x + offset * 0.8} ${height * 0.36}L${x + offset * 1.35} ${ground + 20}`, palette.ink, 12),
  );
  const braces = [0, 1, 2].map((row) => {
    const y = height * 0.42 + row * 105;
    return stroke(
      `M${x - 100 - row * 12} ${y}L${x + 108 + row * 12} ${y + 90}M${x + 100 + row * 12} ${y}L${x - 108 - row * 12} ${y + 90}`,
      palette.slate,
      5,
    );
  });
  return [
    wash(frame, 'sky', palette.linen, palette.straw),
    sun(width * 0.78, height * 0.26, 84, palette.coral),
    sheet(ridge(frame, random, height * 0.62, 60, palette.sand)),
    sheet(skyline(frame, random, { baseline: ground, width: [44, 96], height: [26, 110], fill: '#c9946a' })),
    sheet(ridge(frame, random, height * 0.76, 14, palette.moss)),
    legs.join('') + braces.join(''),
    sheet(
      path(`M${x - 150} ${height * 0.16}h300v170q0 60 -150 84q-150 -24 -150 -84Z`, palette.harbour) +
        path(
          `M${x - 168} ${height * 0.16}L${x} ${height * 0.055}L${x + 168} ${height * 0.16}Z`,
          palette.deep,
        ) +
        path(`M${x + 40} ${height * 0.16}h110v170q0 60 -110 78Z`, palette.deep, 'opacity="0.35"') +
        stroke(`M${x - 150} ${height * 0.23}h300M${x - 150} ${height * 0.29}h300`, palette.lagoon, 5),
    ),
    sheet(swell(frame, height * 0.8, 420, 26, 0, palette.mist)),
    sheet(swell(frame, height * 0.86, 380, 28, 120, palette.lagoon)),
    sheet(swell(frame, height * 0.92, 440, 28, 250, palette.harbour)),
    glints(frame, random, height * 0.86, 26, palette.foam),
  ].join('');
}

export function riverBend(frame: Frame): string {
  const random = randomFrom(77);
  const { width, height } = frame;
  const river = `M${width * 0.62} ${height * 0.3}C${width * 0.3} ${height * 0.42} ${width * 1.05} ${height * 0.52} ${width * 0.66} ${height * 0.68}C${width * 0.36} ${height * 0.8} ${width * 0.1} ${height * 0.86} ${width * 0.16} ${height}H${width * 0.98}C${width * 0.9} ${height * 0.86} ${width * 0.98} ${height * 0.8} ${width * 1.02} ${height * 0.66}C${width * 1.08} ${height * 0.46} ${width * 0.5} ${height * 0.44} ${width * 0.68} ${height * 0.3}Z`;
  const houses = range(41).map((index) => {
    const isLeftBank = index < 32;
    const depth = isLeftBank ? (index % 32) / 32 : ((index - 32) % 9) / 42;
    const y = height * (0.4 + depth * 0.5);
    const size = 26 + depth * 46;
    const x = isLeftBank
      ? between(random, 0, width * (0.42 - depth * 0.34))
      : between(random, width * 0.82, width);
    const wall = pick(random, [palette.paper, palette.sand, palette.blush, palette.straw]);
    return {
      y,
      drawn:
        rect(x, y - size, size, size, wall) +
        path(
          `M${x - 5} ${y - size}L${x + size / 2} ${y - size * 1.55}L${x + size + 5} ${y - size}Z`,
          palette.coral,
        ) +
        rect(x + size * 0.38, y - size * 0.42, size * 0.24, size * 0.42, palette.slate),
    };
  });
  const bridge = (y: number, x: number, span: number) =>
    stroke(`M${x} ${y}q${span / 2} ${-span * 0.24} ${span} 0`, palette.ink, 13) +
    range(7)
      .map((pile) =>
        stroke(
          `M${x + (span * pile) / 6} ${y + 6}v${-Math.sin((pile / 6) * Math.PI) * span * 0.12}`,
          palette.ink,
          6,
        ),
      )
      .join('');
  return [
    wash(frame, 'sky', palette.blush, palette.straw, palette.foam),
    sun(width * 0.28, height * 0.2, 70, palette.paper),
    sheet(ridge(frame, random, height * 0.3, 42, palette.mist)),
    sheet(ridge(frame, random, height * 0.34, 18, palette.sage)),
    sheet(ridge(frame, random, height * 0.4, 10, '#9dbb95')),
    sheet(path(river, palette.lagoon)),
    bridge(height * 0.63, width * 0.6, width * 0.46),
    houses
      .sort((one, other) => one.y - other.y)
      .map((house) => house.drawn)
      .join(''),
    range(9)
      .map((index) =>
        tree(
          width * (0.04 + index * 0.035),
          height * (0.9 + (index % 3) * 0.04),
          between(random, 70, 120),
          palette.sage,
          palette.moss,
        ),
      )
      .join(''),
  ].join('');
}

export function harbourAtDusk(frame: Frame): string {
  const random = randomFrom(63);
  const { width, height } = frame;
  const shore = height * 0.6;
  const crane = (x: number, size: number) =>
    stroke(
      `M${x} ${shore}V${shore - size}M${x + size * 0.3} ${shore}V${shore - size}M${x} ${shore - size * 0.55}h${size * 0.3}M${x - size * 0.55} ${shore - size}H${x + size * 0.75}M${x + size * 0.15} ${shore - size * 1.3}L${x - size * 0.55} ${shore - size}M${x + size * 0.15} ${shore - size * 1.3}L${x + size * 0.75} ${shore - size}M${x + size * 0.15} ${shore - size * 1.3}v${size * 0.3}`,
      palette.ink,
      9,
    );
  const boat = (x: number, y: number, size: number, hull: string) =>
    path(`M${x} ${y}h${size}l${-size * 0.16} ${size * 0.2}h${-size * 0.66}Z`, hull) +
    rect(x + size * 0.2, y - size * 0.2, size * 0.34, size * 0.2, palette.paper) +
    stroke(`M${x + size * 0.64} ${y}v${-size * 0.44}`, palette.ink, 5);
  return [
    wash(frame, 'sky', palette.plum, '#a8606a', palette.coral, palette.straw),
    sun(width * 0.5, shore - 30, 108, palette.straw),
    sheet(ridge(frame, random, height * 0.52, 30, '#7b4f66')),
    skyline(frame, random, {
      baseline: shore,
      width: [50, 110],
      height: [20, 110],
      fill: palette.plum,
      windows: palette.straw,
      lit: 0.22,
    }),
    crane(180, 250),
    crane(430, 190),
    crane(1290, 230),
    sheet(rect(0, shore, width, height - shore, palette.deep)),
    range(30)
      .map((index) =>
        stroke(
          `M${width * 0.5 - 150 + between(random, -30, 30) + index * 1.5} ${shore + 14 + index * 13}h${between(random, 120, 300)}`,
          palette.straw,
          5,
          `opacity="${0.6 - index * 0.016}"`,
        ),
      )
      .join(''),
    glints(frame, random, shore + 20, 40, palette.lagoon),
    boat(300, height * 0.76, 250, palette.coral),
    boat(1080, height * 0.7, 170, palette.ochre),
    boat(900, height * 0.9, 300, palette.paper),
  ].join('');
}

export function rainOnStreets(frame: Frame): string {
  const random = randomFrom(41);
  const { width, height } = frame;
  const rain = range(150).map(() => {
    const x = between(random, -80, width);
    const y = between(random, 0, height * 0.95);
    const length = between(random, 26, 74);
    return stroke(
      `M${x} ${y}l${-length * 0.26} ${length}`,
      palette.foam,
      3,
      `opacity="${between(random, 0.25, 0.7).toFixed(2)}"`,
    );
  });
  const umbrella = (x: number, y: number, size: number, colour: string) =>
    path(
      `M${x - size * 0.22} ${y + size * 1.5}v${-size * 0.75}a${size * 0.22} ${size * 0.26} 0 0 1 ${size * 0.44} 0v${size * 0.75}Z`,
      palette.ink,
    ) +
    stroke(`M${x} ${y}v${size * 0.8}`, palette.ink, 5) +
    path(
      `M${x - size} ${y}A${size} ${size * 0.86} 0 0 1 ${x + size} ${y}q${-size * 0.25} ${-size * 0.16} ${-size * 0.5} 0q${-size * 0.25} ${-size * 0.16} ${-size * 0.5} 0q${-size * 0.25} ${-size * 0.16} ${-size * 0.5} 0q${-size * 0.25} ${-size * 0.16} ${-size * 0.5} 0Z`,
      colour,
    );
  return [
    wash(frame, 'sky', palette.slate, palette.lagoon, palette.mist),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.6,
        width: [70, 150],
        height: [150, 420],
        fill: '#4b8398',
      }),
    ),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.7,
        width: [90, 190],
        height: [110, 380],
        fill: palette.harbour,
        windows: palette.straw,
        lit: 0.3,
      }),
    ),
    sheet(rect(0, height * 0.7, width, height, palette.deep)),
    range(34)
      .map(() => {
        const y = height * 0.72 + random() * height * 0.26;
        return `<ellipse cx="${between(random, 0, width).toFixed(0)}" cy="${y.toFixed(0)}" rx="${between(random, 26, 80).toFixed(0)}" ry="${between(random, 5, 14).toFixed(0)}" fill="none" stroke="${palette.lagoon}" stroke-width="4" opacity="0.7"/>`;
      })
      .join(''),
    rain.join(''),
    sheet(umbrella(width * 0.26, height * 0.7, 118, palette.coral)),
    sheet(umbrella(width * 0.56, height * 0.75, 140, palette.ochre)),
    sheet(umbrella(width * 0.84, height * 0.68, 104, palette.foam)),
  ].join('');
}
