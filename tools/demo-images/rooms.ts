import { palette } from './palette.ts';
import {
  type Frame,
  circle,
  group,
  path,
  person,
  pick,
  randomFrom,
  range,
  rect,
  sheet,
  stroke,
  wash,
} from './shapes.ts';

export function windowsAndWires(frame: Frame): string {
  const random = randomFrom(7);
  const { width, height } = frame;
  const columns = 8;
  const rows = 5;
  const pitchX = width / columns;
  const pitchY = height / rows;
  const lit: [number, number][] = [];
  const windows = range(columns * rows).map((cell) => {
    const x = (cell % columns) * pitchX;
    const y = Math.floor(cell / columns) * pitchY;
    const isLit = random() < 0.34;
    if (isLit) lit.push([x + pitchX / 2, y + pitchY / 2]);
    const glass = isLit
      ? pick(random, [palette.straw, palette.ochre, palette.blush])
      : pick(random, ['#1b5170', '#1f5c7d', '#174a68']);
    const frameOf = rect(x + 34, y + 26, pitchX - 68, pitchY - 56, glass, 'rx="5"');
    const sill = rect(x + 24, y + pitchY - 32, pitchX - 48, 10, palette.lagoon, 'rx="3"');
    const inside = isLit
      ? person(x + pitchX / 2, y + pitchY - 68, 66, palette.deep)
      : stroke(`M${x + pitchX / 2} ${y + 30}V${y + pitchY - 34}`, palette.deep, 4);
    return frameOf + inside + sill;
  });
  const wires = lit.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = lit[index] ?? [0, 0];
    const lift = Math.min(fromY, y) - 96;
    return (
      stroke(`M${fromX} ${fromY - 62}C${fromX} ${lift} ${x} ${lift} ${x} ${y - 62}`, palette.coral, 5) +
      circle(x, y - 62, 11, palette.coral) +
      circle(x, y - 62, 4, palette.paper)
    );
  });
  return [
    wash(frame, 'wall', palette.deep, '#0a2f45'),
    windows.join(''),
    group(wires.join(''), 'filter="url(#lift)"'),
  ].join('');
}

export function meetingTiles(frame: Frame): string {
  const random = randomFrom(48);
  const { width, height } = frame;
  const backdrops = [
    palette.mist,
    palette.straw,
    palette.blush,
    palette.sage,
    palette.foam,
    palette.sand,
  ] as const;
  const coats = [
    palette.deep,
    palette.plum,
    palette.coral,
    palette.moss,
    palette.harbour,
    palette.ochre,
  ] as const;
  const skins = ['#8a5a3c', '#c68863', '#e8b894', '#5f3b28', '#d9a27c', '#f0cdb0'] as const;
  const tile = (x: number, y: number, span: number, tall: number, index: number) => {
    const middle = x + span / 2;
    const clip = `tile${index}`;
    const face = (index * 5 + Math.floor(index / 6) * 2) % 6;
    const isSpeaking = index === 4;
    return [
      `<defs><clipPath id="${clip}"><rect x="${x}" y="${y}" width="${span}" height="${tall}" rx="18"/></clipPath></defs>`,
      sheet(rect(x, y, span, tall, backdrops[(face + 3) % 6] ?? palette.mist, 'rx="18"')),
      group(
        [
          index % 3 === 0
            ? rect(x + span * 0.1, y, span * 0.28, tall * 0.6, palette.paper, 'opacity="0.6"')
            : '',
          index % 3 === 1
            ? circle(x + span * 0.84, y + tall * 0.22, span * 0.16, palette.paper, 'opacity="0.55"')
            : '',
          index % 3 === 2
            ? range(4)
                .map((book) =>
                  rect(
                    x + span * (0.68 + book * 0.07),
                    y + tall * 0.14,
                    span * 0.05,
                    tall * 0.3,
                    pick(random, coats),
                    'opacity="0.55"',
                  ),
                )
                .join('')
            : '',
          path(
            `M${middle - span * 0.3} ${y + tall}q0 ${-tall * 0.34} ${span * 0.3} ${-tall * 0.34}t${span * 0.3} ${tall * 0.34}Z`,
            coats[(face + 1) % 6] ?? palette.deep,
          ),
          rect(middle - span * 0.05, y + tall * 0.56, span * 0.1, tall * 0.16, skins[face] ?? skins[0]),
          circle(middle, y + tall * 0.44, tall * 0.185, skins[face] ?? skins[0]),
          path(
            `M${middle - tall * 0.195} ${y + tall * 0.44}a${tall * 0.195} ${tall * 0.2} 0 0 1 ${tall * 0.39} 0q${-tall * 0.1} ${-tall * 0.11} ${-tall * 0.2} ${-tall * 0.09}t${-tall * 0.19} ${tall * 0.09}Z`,
            [palette.ink, '#4a2f22', palette.slate][index % 3] ?? palette.ink,
          ),
        ].join(''),
        `clip-path="url(#${clip})"`,
      ),
      isSpeaking ? rect(x, y, span, tall, 'none', `rx="18" stroke="${palette.coral}" stroke-width="12"`) : '',
    ].join('');
  };
  const gap = 34;
  const span = (width - gap * 4) / 3;
  const tall = (height - gap * 4) / 3;
  return [
    wash(frame, 'wall', palette.slate, palette.ink),
    range(9)
      .map((index) =>
        tile(gap + (index % 3) * (span + gap), gap + Math.floor(index / 3) * (tall + gap), span, tall, index),
      )
      .join(''),
  ].join('');
}
