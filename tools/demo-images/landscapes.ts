import { palette } from './palette.ts';
import {
  type Frame,
  between,
  circle,
  group,
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
  tree,
  wash,
} from './shapes.ts';

export function citiesAtDawn(frame: Frame): string {
  const random = randomFrom(20);
  const { width, height } = frame;
  return [
    wash(frame, 'sky', palette.mist, palette.foam, palette.straw, palette.blush),
    sun(width * 0.68, height * 0.52, 105, palette.coral),
    sheet(ridge(frame, random, height * 0.6, 46, '#8bb7c2')),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.74,
        width: [46, 110],
        height: [60, 210],
        fill: palette.lagoon,
      }),
    ),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.86,
        width: [60, 140],
        height: [50, 230],
        fill: palette.harbour,
        windows: palette.straw,
        lit: 0.14,
      }),
    ),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.98,
        width: [80, 170],
        height: [40, 190],
        fill: palette.deep,
        windows: palette.straw,
        lit: 0.2,
      }),
    ),
  ].join('');
}

export function towersInTheHeat(frame: Frame): string {
  const random = randomFrom(9);
  const { width, height } = frame;
  const rings = range(9).map((ring) =>
    circle(
      width * 0.36,
      height * 0.44,
      620 - ring * 62,
      pick(random, [palette.straw, palette.ochre, palette.blush]),
      'opacity="0.2"',
    ),
  );
  return [
    wash(frame, 'sky', palette.ochre, palette.straw, palette.linen),
    rings.join(''),
    circle(width * 0.36, height * 0.44, 128, palette.coral),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.82,
        width: [60, 120],
        height: [90, 300],
        fill: '#d98463',
      }),
    ),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.9,
        width: [70, 150],
        height: [60, 260],
        fill: palette.plum,
        windows: palette.blush,
        lit: 0.16,
      }),
    ),
    sheet(ridge(frame, random, height * 0.87, 18, palette.moss)),
    range(22)
      .map((index) =>
        tree(
          index * 78 + between(random, -20, 20),
          height * 0.9 + between(random, 0, 40),
          between(random, 70, 130),
          palette.sage,
          palette.moss,
        ),
      )
      .join(''),
    sheet(ridge(frame, random, height * 0.97, 12, '#2f5146')),
  ].join('');
}

export function wasteInCircles(frame: Frame): string {
  const random = randomFrom(54);
  const { width, height } = frame;
  const cx = width * 0.5;
  const cy = height * 0.47;
  const arrow = (turn: number, colour: string) =>
    group(
      path(
        'M-245 -141A283 283 0 0 1 184 -215L212 -262L268 -126L122 -112L150 -157A215 215 0 0 0 -186 -108Z',
        colour,
      ),
      `transform="translate(${cx} ${cy}) rotate(${turn})" filter="url(#lift)"`,
    );
  const sorted = [palette.ochre, palette.coral, palette.harbour, palette.moss, palette.plum];
  const bins = sorted.map((colour, index) => {
    const x = 190 + index * 270;
    const y = height * 0.83;
    return sheet(
      path(`M${x} ${y}h140l-14 190h-112Z`, colour) +
        rect(x - 12, y - 22, 164, 26, colour, 'rx="8"') +
        rect(x + 50, y - 38, 40, 20, colour, 'rx="8"') +
        stroke(
          `M${x + 42} ${y + 36}l6 130M${x + 70} ${y + 36}v130M${x + 98} ${y + 36}l-6 130`,
          palette.paper,
          5,
          'opacity="0.45"',
        ),
    );
  });
  const pieces = range(26).map((index) => {
    const angle = index * 2.4;
    const reach = 26 * Math.sqrt(index);
    const x = cx + Math.cos(angle) * reach;
    const y = cy + Math.sin(angle) * reach;
    const size = between(random, 16, 27);
    const colour = sorted[index % sorted.length] ?? palette.ink;
    return index % 3 === 0
      ? circle(x, y, size * 0.62, colour)
      : rect(
          x - size / 2,
          y - size / 2,
          size,
          size,
          colour,
          `rx="${index % 3 === 1 ? 2 : 9}" transform="rotate(${index * 31} ${x} ${y})"`,
        );
  });
  return [
    wash(frame, 'sky', palette.foam, palette.linen),
    sheet(ridge(frame, random, height * 0.66, 70, palette.mist)),
    sheet(ridge(frame, random, height * 0.76, 44, palette.sage)),
    sheet(ridge(frame, random, height * 0.9, 20, palette.linen)),
    circle(cx, cy, 325, palette.paper, 'opacity="0.92"'),
    arrow(0, palette.harbour),
    arrow(120, palette.moss),
    arrow(240, palette.ochre),
    pieces.join(''),
    bins.join(''),
  ].join('');
}

export function roofGardens(frame: Frame): string {
  const random = randomFrom(12);
  const { width, height } = frame;
  const roofs = range(3).map((row) => {
    const wall = [palette.mist, palette.lagoon, palette.deep][row] ?? palette.deep;
    let x = -60;
    let blocks = '';
    while (x < width) {
      const span = between(random, 170, 300);
      const top = height * (0.42 + row * 0.19) - between(random, 0, 130);
      blocks += range(Math.floor(span / 46))
        .map((plant) =>
          tree(
            x + 34 + plant * 46,
            top + 4,
            between(random, 46, 92),
            pick(random, [palette.sage, '#94b28a', palette.moss]),
            palette.moss,
          ),
        )
        .join('');
      blocks +=
        rect(x, top, span, height - top, wall) + rect(x - 6, top - 4, span + 12, 18, palette.moss, 'rx="6"');
      for (let y = top + 50; y < height; y += 74) {
        blocks += range(Math.floor(span / 58))
          .map((pane) =>
            random() < 0.62
              ? rect(
                  x + 24 + pane * 58,
                  y,
                  28,
                  38,
                  random() < 0.3 ? palette.straw : palette.paper,
                  `opacity="${row === 2 ? 0.75 : 0.5}" rx="2"`,
                )
              : '',
          )
          .join('');
      }
      x += span + 16;
    }
    return sheet(blocks);
  });
  return [
    wash(frame, 'sky', palette.straw, palette.linen, palette.foam),
    sun(width * 0.8, height * 0.2, 90, palette.coral),
    sheet(ridge(frame, random, height * 0.4, 46, '#c3d5c0')),
    roofs.join(''),
  ].join('');
}
