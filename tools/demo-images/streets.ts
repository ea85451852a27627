import { palette } from './palette.ts';
import {
  type Frame,
  between,
  circle,
  path,
  person,
  pick,
  randomFrom,
  range,
  rect,
  sheet,
  skyline,
  stroke,
  sun,
  tree,
  wash,
} from './shapes.ts';

export function squareWithDistance(frame: Frame): string {
  const random = randomFrom(18);
  const { width, height } = frame;
  const coats = [palette.coral, palette.harbour, palette.ochre, palette.moss, palette.plum] as const;
  const spots = range(4).flatMap((row) =>
    range(7).map((column) => {
      const x = 150 + column * 216 + (row % 2) * 108;
      const y = height * 0.46 + row * 150;
      return { x, y, size: 74 + row * 13, radius: 62 + row * 13, isFree: random() < 0.24 };
    }),
  );
  return [
    wash(frame, 'sky', palette.mist, palette.foam),
    sun(width * 0.2, height * 0.15, 64, palette.ochre),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.33,
        width: [90, 170],
        height: [90, 210],
        fill: palette.blush,
        windows: palette.coral,
        lit: 0.4,
      }),
    ),
    rect(0, height * 0.33, width, height * 0.67, palette.linen),
    range(12)
      .map((line) =>
        stroke(
          `M${width / 2 + (line - 5.5) * 90} ${height * 0.33}L${width / 2 + (line - 5.5) * 330} ${height}`,
          palette.sand,
          3,
        ),
      )
      .join(''),
    spots
      .map(({ x, y, radius, size, isFree }) => {
        const ring = `<ellipse cx="${x}" cy="${y + 20}" rx="${radius}" ry="${radius * 0.42}" fill="${palette.paper}" stroke="${isFree ? palette.sand : palette.lagoon}" stroke-width="5"/>`;
        return isFree ? ring : ring + person(x, y, size, pick(random, coats));
      })
      .join(''),
  ].join('');
}

export function streetOfServices(frame: Frame): string {
  const random = randomFrom(25);
  const { width, height } = frame;
  const street = height * 0.78;
  const facade = (x: number, span: number, tall: number, wall: string, roof: string, awning: string) => {
    const top = street - tall;
    const panes = range(Math.floor((tall - 130) / 92)).map((row) =>
      range(Math.floor(span / 78))
        .map((pane) =>
          rect(
            x + 26 + pane * 78,
            top + 34 + row * 92,
            40,
            56,
            random() < 0.3 ? palette.paper : palette.deep,
            'rx="3"',
          ),
        )
        .join(''),
    );
    const stripes = range(Math.floor((span - 24) / 28)).map((stripe) =>
      path(
        `M${x + 12 + stripe * 28} ${street - 120}h28l-4 36h-28Z`,
        stripe % 2 === 0 ? awning : palette.paper,
      ),
    );
    return (
      sheet(rect(x, top, span, tall, wall) + rect(x - 8, top - 16, span + 16, 22, roof) + panes.join('')) +
      rect(x + 26, street - 92, span - 52, 92, palette.slate) +
      rect(x + 40, street - 82, span * 0.36, 66, palette.mist) +
      stripes.join('')
    );
  };
  const bus = (x: number, y: number) =>
    sheet(
      rect(x, y - 168, 470, 140, palette.coral, 'rx="22"') +
        range(5)
          .map((pane) => rect(x + 28 + pane * 78, y - 146, 64, 56, palette.foam, 'rx="7"'))
          .join('') +
        rect(x + 414, y - 146, 42, 96, palette.foam, 'rx="7"') +
        rect(x, y - 72, 470, 10, palette.paper) +
        [96, 370]
          .map(
            (axle) => circle(x + axle, y - 28, 36, palette.ink) + circle(x + axle, y - 28, 14, palette.mist),
          )
          .join(''),
    );
  const lamp = (x: number) =>
    stroke(`M${x} ${street + 20}V${street - 330}q0 -40 44 -40`, palette.ink, 9) +
    circle(x + 58, street - 366, 18, palette.straw);
  return [
    wash(frame, 'sky', palette.foam, palette.linen, palette.straw),
    sheet(
      skyline(frame, random, { baseline: street, width: [70, 130], height: [260, 470], fill: palette.mist }),
    ),
    facade(40, 270, 420, palette.sand, palette.coral, palette.coral),
    facade(326, 330, 540, palette.lagoon, palette.deep, palette.harbour),
    facade(672, 250, 380, palette.blush, palette.plum, palette.plum),
    facade(938, 350, 500, palette.straw, palette.ochre, palette.moss),
    facade(1304, 270, 440, palette.sage, palette.moss, palette.ochre),
    sheet(rect(0, street, width, height, palette.linen)),
    rect(0, street + 34, width, height, palette.slate),
    range(10)
      .map((dash) => rect(dash * 175 + 20, height * 0.93, 90, 9, palette.linen, 'rx="4"'))
      .join(''),
    [150, 660, 1290].map(lamp).join(''),
    [780, 1120, 1500]
      .map((x) => tree(x, street + 18, between(random, 130, 170), palette.moss, '#2c5145'))
      .join(''),
    [360, 430, 900, 990, 1230, 1400]
      .map((x, index) =>
        person(x, street + 6, 74, [palette.ink, palette.plum, palette.coral][index % 3] ?? palette.ink),
      )
      .join(''),
    bus(540, height * 0.95),
  ].join('');
}

export function marketStalls(frame: Frame): string {
  const random = randomFrom(36);
  const { width, height } = frame;
  const stall = (x: number, y: number, span: number, one: string, other: string) => {
    const drop = span * 0.2;
    const stripe = span / 8;
    const roof = range(8).map((index) => {
      const left = x + index * stripe;
      return path(
        `M${x + span * 0.08 + index * stripe * 0.84} ${y - span * 0.24}h${stripe * 0.84}L${left + stripe} ${y}v${drop * 0.5}a${stripe / 2} ${stripe / 2} 0 0 1 ${-stripe} 0V${y}Z`,
        index % 2 === 0 ? one : other,
      );
    });
    const goods = range(11).map((index) =>
      circle(
        x + span * 0.12 + (index % 11) * span * 0.076,
        y + span * 0.53 - (index % 2) * 14,
        span * 0.044,
        pick(random, [palette.coral, palette.ochre, palette.sage, palette.straw, palette.moss]),
      ),
    );
    return sheet(
      stroke(
        `M${x + span * 0.07} ${y}v${span * 0.9}M${x + span * 0.93} ${y}v${span * 0.9}`,
        palette.slate,
        9,
      ) +
        person(x + span * 0.5, y + span * 0.44, span * 0.38, palette.ink) +
        goods.join('') +
        rect(x + span * 0.03, y + span * 0.56, span * 0.94, span * 0.32, palette.sand, 'rx="6"') +
        stroke(`M${x + span * 0.03} ${y + span * 0.67}h${span * 0.94}`, '#c7a878', 5) +
        roof.join(''),
    );
  };
  return [
    wash(frame, 'sky', palette.straw, palette.linen, palette.blush),
    sheet(
      skyline(frame, random, {
        baseline: height * 0.5,
        width: [80, 150],
        height: [90, 260],
        fill: '#e9a182',
        windows: palette.paper,
        lit: 0.3,
      }),
    ),
    sheet(rect(0, height * 0.5, width, height, palette.linen)),
    range(3)
      .map((column) =>
        stall(
          width * 0.02 + column * width * 0.34,
          height * 0.4,
          width * 0.27,
          [palette.harbour, palette.moss, palette.plum][column] ?? palette.ink,
          palette.paper,
        ),
      )
      .join(''),
    range(3)
      .map((column) =>
        stall(
          -width * 0.1 + column * width * 0.42,
          height * 0.68,
          width * 0.36,
          [palette.ochre, palette.coral, palette.lagoon][column] ?? palette.ink,
          palette.paper,
        ),
      )
      .join(''),
  ].join('');
}

export function tramLines(frame: Frame): string {
  const { width, height } = frame;
  const lines: [string, string, [number, number][]][] = [
    [
      'M-20 210H420L640 430H1020L1240 210H1620',
      palette.coral,
      [
        [180, 210],
        [420, 210],
        [830, 430],
        [1240, 210],
        [1450, 210],
      ],
    ],
    [
      'M-20 780H300L520 560V430L740 210H980L1620 850',
      palette.harbour,
      [
        [130, 780],
        [520, 500],
        [740, 210],
        [1200, 430],
        [1420, 650],
      ],
    ],
    [
      'M200 -20V330L520 650H1100L1330 880V1020',
      palette.ochre,
      [
        [200, 120],
        [330, 460],
        [700, 650],
        [940, 650],
        [1330, 930],
      ],
    ],
    [
      'M-20 520H240L560 840H1010L1200 650V-20',
      palette.moss,
      [
        [120, 520],
        [700, 840],
        [1010, 840],
        [1200, 120],
        [1200, 540],
      ],
    ],
    [
      'M760 1020V720L1020 460L1620 460',
      palette.plum,
      [
        [760, 930],
        [1020, 460],
        [1380, 460],
        [1540, 460],
      ],
    ],
  ];
  return [
    rect(0, 0, width, height, palette.linen),
    path(
      'M0 1000C260 900 320 760 620 720C960 676 960 380 1180 300C1360 236 1500 300 1600 120V1000Z',
      palette.foam,
    ),
    stroke(
      'M-40 930C260 850 320 730 620 690C960 646 940 350 1180 270C1360 206 1500 250 1640 60',
      palette.mist,
      74,
    ),
    range(7)
      .map((block) =>
        rect(60 + block * 226, 60 + (block % 3) * 330, 128, 92, palette.sand, 'rx="10" opacity="0.6"'),
      )
      .join(''),
    lines.map(([course, colour]) => sheet(stroke(course, colour, 26))).join(''),
    lines
      .map(([, , stops]) =>
        stops
          .map(([x, y]) => circle(x, y, 22, palette.paper, `stroke="${palette.ink}" stroke-width="8"`))
          .join(''),
      )
      .join(''),
    [
      [640, 430],
      [1020, 430],
    ]
      .map(([x, y]) =>
        rect(
          (x ?? 0) - 30,
          (y ?? 0) - 42,
          60,
          84,
          palette.paper,
          `rx="30" stroke="${palette.ink}" stroke-width="9"`,
        ),
      )
      .join(''),
  ].join('');
}
