import { palette } from './palette.ts';
import {
  between,
  circle,
  type Frame,
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
  wash,
} from './shapes.ts';

/** Branches that fork as they rise, each ending in a lamp: one idea leading to the next. */
export function branchingIdeas(frame: Frame): string {
  const random = randomFrom(70);
  const { width, height } = frame;
  const lamps: string[] = [];
  const grow = (x: number, y: number, angle: number, length: number, depth: number): string => {
    const endX = x + Math.cos(angle) * length;
    const endY = y + Math.sin(angle) * length;
    const bend = between(random, -0.16, 0.16);
    const branch = stroke(
      `M${x.toFixed(0)} ${y.toFixed(0)}Q${(x + Math.cos(angle + bend) * length * 0.55).toFixed(0)} ${(y + Math.sin(angle + bend) * length * 0.55).toFixed(0)} ${endX.toFixed(0)} ${endY.toFixed(0)}`,
      depth > 2 ? palette.slate : palette.lagoon,
      4 + depth * depth * 1.1,
    );
    if (depth === 0) {
      const radius = between(random, 11, 30);
      const colour = pick(random, [
        palette.ochre,
        palette.coral,
        palette.straw,
        palette.blush,
        palette.harbour,
      ]);
      lamps.push(
        circle(endX, endY, radius * 1.8, colour, 'opacity="0.18"') + circle(endX, endY, radius, colour),
      );
      return branch;
    }
    const spread = between(random, 0.3, 0.52);
    const shorter = length * between(random, 0.74, 0.86);
    return (
      branch +
      grow(endX, endY, angle - spread, shorter, depth - 1) +
      grow(endX, endY, angle + spread, shorter, depth - 1)
    );
  };
  const branches =
    grow(width / 2, height * 0.94, -Math.PI / 2, height * 0.22, 5) +
    grow(width / 2 - 30, height * 0.95, -Math.PI / 2 - 0.75, height * 0.2, 4) +
    grow(width / 2 + 30, height * 0.95, -Math.PI / 2 + 0.75, height * 0.2, 4);
  return [
    wash(frame, 'sky', palette.foam, palette.paper, palette.linen),
    range(6)
      .map((ring) =>
        circle(
          width / 2,
          height * 0.46,
          640 - ring * 96,
          ring % 2 === 0 ? palette.mist : palette.paper,
          'opacity="0.32"',
        ),
      )
      .join(''),
    branches,
    group(lamps.join(''), 'filter="url(#lift)"'),
    sheet(ridge(frame, random, height * 0.93, 16, palette.moss)),
    sheet(
      skyline(frame, random, {
        baseline: height * 1.02,
        width: [50, 100],
        height: [26, 96],
        fill: palette.deep,
        windows: palette.straw,
        lit: 0.3,
      }),
    ),
  ].join('');
}

export function voicesOverRoofs(frame: Frame): string {
  const random = randomFrom(28);
  const { width, height } = frame;
  const mastX = width * 0.5;
  const top = height * 0.34;
  const waves = range(8).map((ring) =>
    circle(
      mastX,
      top,
      110 + ring * 104,
      'none',
      `stroke="${ring % 2 === 0 ? palette.coral : palette.ochre}" stroke-width="${15 - ring * 1.2}" opacity="${(0.95 - ring * 0.1).toFixed(2)}"`,
    ),
  );
  const bubble = (x: number, y: number, span: number, colour: string, lines: number, isMirrored: boolean) => {
    const tall = span * 0.6;
    const tail = isMirrored
      ? `M${x + span * 0.7} ${y + tall - 2}l${span * 0.16} ${span * 0.2}l${-span * 0.34} ${-span * 0.2}Z`
      : `M${x + span * 0.3} ${y + tall - 2}l${-span * 0.16} ${span * 0.2}l${span * 0.34} ${-span * 0.2}Z`;
    return sheet(
      rect(x, y, span, tall, colour, 'rx="26"') +
        path(tail, colour) +
        range(lines)
          .map((line) =>
            rect(
              x + span * 0.14,
              y + tall * 0.24 + line * tall * 0.23,
              span * (line === lines - 1 ? 0.42 : 0.72),
              tall * 0.1,
              palette.paper,
              `rx="${tall * 0.05}" opacity="0.9"`,
            ),
          )
          .join(''),
    );
  };
  return [
    wash(frame, 'sky', palette.paper, palette.linen, palette.straw),
    waves.join(''),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.8,
        width: [70, 140],
        height: [40, 190],
        fill: palette.lagoon,
      }),
    ),
    stroke(`M${mastX - 74} ${height}L${mastX} ${top}L${mastX + 74} ${height}`, palette.ink, 12),
    range(7)
      .map((brace) =>
        stroke(
          `M${mastX - 14 - brace * 9} ${top + 74 + brace * 76}L${mastX + 22 + brace * 9} ${top + 140 + brace * 76}M${mastX + 14 + brace * 9} ${top + 74 + brace * 76}L${mastX - 22 - brace * 9} ${top + 140 + brace * 76}`,
          palette.ink,
          5,
        ),
      )
      .join(''),
    circle(mastX, top, 34, palette.coral) + circle(mastX, top, 13, palette.paper),
    bubble(150, 150, 310, palette.harbour, 3, false),
    bubble(1130, 110, 330, palette.moss, 3, true),
    bubble(300, 450, 230, palette.plum, 2, false),
    bubble(1060, 430, 250, palette.ochre, 2, true),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.93,
        width: [80, 160],
        height: [40, 190],
        fill: palette.harbour,
        windows: palette.straw,
        lit: 0.25,
      }),
    ),
    sheet(
      skyline(frame, random, {
        baseline: height * 1.02,
        width: [90, 180],
        height: [40, 130],
        fill: palette.deep,
        windows: palette.straw,
        lit: 0.25,
      }),
    ),
  ].join('');
}

/** A globe of meridians with lamps on it, and lines drawn from one to another. */
export function meridians(frame: Frame): string {
  const random = randomFrom(912);
  const { width, height } = frame;
  const cx = width * 0.5;
  const cy = height * 0.56;
  const radius = height * 0.43;
  const ellipses = range(5).map(
    (step) =>
      `<ellipse cx="${cx}" cy="${cy}" rx="${radius * Math.sin(((step + 0.5) / 5) * (Math.PI / 2))}" ry="${radius}" fill="none" stroke="${palette.mist}" stroke-width="3" opacity="0.55"/>`,
  );
  const parallels = range(7).map((step) => {
    const offset = ((step - 3) / 4) * radius;
    const half = Math.sqrt(radius * radius - offset * offset);
    return stroke(
      `M${cx - half} ${cy + offset}Q${cx} ${cy + offset + 54} ${cx + half} ${cy + offset}`,
      palette.mist,
      3,
      'opacity="0.55"',
    );
  });
  const cities = range(9).map((index) => {
    const angle = index * 2.399 + 0.6;
    const reach = radius * 0.86 * Math.sqrt((index + 0.7) / 9);
    return {
      x: cx + Math.cos(angle) * reach,
      y: cy + Math.sin(angle) * reach,
      colour: pick(random, [palette.coral, palette.ochre, palette.straw, palette.blush]),
    };
  });
  const arcs = cities.flatMap((from, index) =>
    [cities[(index + 2) % 9], cities[(index + 5) % 9]].map((to) =>
      to === undefined
        ? ''
        : stroke(
            `M${from.x.toFixed(0)} ${from.y.toFixed(0)}Q${((from.x + to.x) / 2).toFixed(0)} ${(Math.min(from.y, to.y) - 120).toFixed(0)} ${to.x.toFixed(0)} ${to.y.toFixed(0)}`,
            palette.straw,
            3.5,
            'opacity="0.8"',
          ),
    ),
  );
  const stars = range(90).map(() =>
    circle(
      between(random, 0, width),
      between(random, 0, height * 0.8),
      between(random, 1.2, 3.4),
      palette.foam,
      'opacity="0.6"',
    ),
  );
  return [
    wash(frame, 'sky', palette.ink, palette.deep, palette.plum),
    stars.join(''),
    range(4)
      .map((halo) => circle(cx, cy, radius + 34 + halo * 44, palette.lagoon, 'opacity="0.1"'))
      .join(''),
    `<defs><radialGradient id="sea" cx="0.36" cy="0.3" r="0.9"><stop offset="0" stop-color="${palette.lagoon}"/><stop offset="0.6" stop-color="${palette.harbour}"/><stop offset="1" stop-color="${palette.deep}"/></radialGradient></defs>`,
    sheet(circle(cx, cy, radius, 'url(#sea)')),
    ellipses.join('') + parallels.join(''),
    arcs.join(''),
    cities
      .map(({ x, y, colour }) => circle(x, y, 34, colour, 'opacity="0.22"') + circle(x, y, 15, colour))
      .join(''),
    sheet(
      skyline(frame, random, {
        baseline: height * 1.01,
        width: [60, 130],
        height: [20, 120],
        fill: palette.ink,
        windows: palette.straw,
        lit: 0.3,
      }),
    ),
  ].join('');
}

/** Falling tiles that stop where one tile has been taken out of the row. */
export function brokenChain(frame: Frame): string {
  const { width, height } = frame;
  const floor = height * 0.76;
  const colours = [palette.coral, '#e5785a', palette.blush, palette.straw, palette.ochre];
  const fallen = range(7).map((index) => {
    const lean = 62 - index * 8.6;
    return group(
      rect(-27, -330, 54, 330, colours[index % 5] ?? palette.coral, 'rx="12"') +
        circle(0, -245, 9, palette.paper) +
        circle(0, -85, 9, palette.paper) +
        stroke('M-14 -165h28', palette.paper, 5),
      `transform="translate(${130 + index * 112} ${floor}) rotate(${lean})" filter="url(#lift)"`,
    );
  });
  const standing = range(5).map((index) =>
    group(
      rect(
        -27,
        -330,
        54,
        330,
        [palette.harbour, palette.lagoon, palette.deep][index % 3] ?? palette.deep,
        'rx="12"',
      ) +
        circle(0, -245, 9, palette.paper) +
        circle(0, -85, 9, palette.paper) +
        stroke('M-14 -165h28', palette.paper, 5),
      `transform="translate(${1106 + index * 112} ${floor})" filter="url(#lift)"`,
    ),
  );
  const gap = `<rect x="945" y="${floor - 330}" width="54" height="330" rx="12" fill="none" stroke="${palette.slate}" stroke-width="5" stroke-dasharray="16 14"/>`;
  return [
    wash(frame, 'wall', palette.foam, palette.paper),
    circle(972, floor - 160, 330, palette.mist, 'opacity="0.35"') +
      circle(972, floor - 160, 230, palette.paper, 'opacity="0.7"'),
    rect(0, floor, width, height - floor, palette.linen),
    rect(0, floor, width, 8, palette.sand),
    fallen.join(''),
    gap,
    standing.join(''),
    group(
      range(5)
        .map((index) => rect(1079 + index * 112, floor + 10, 54, 110, palette.lagoon, 'rx="12"'))
        .join(''),
      'opacity="0.16"',
    ),
  ].join('');
}
