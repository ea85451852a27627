import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGION_TINTS } from '@reihe/shared-contracts';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const [lightBlock = '', darkBlock = ''] = css.split('@media (prefers-color-scheme: dark)');

function coloursOf(block: string): Record<string, string> {
  const found = block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g);
  return Object.fromEntries(Array.from(found, ([, name = '', hex = '']) => [name, hex] as const));
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'surface', 'sunken'];
const pairs = [
  ...['ink', 'ink-soft', 'harbour', 'harbour-deep', 'coral'].flatMap((text) =>
    grounds.map((ground) => [text, ground, 7] as const),
  ),
  ...['go', 'hurry', 'wait', 'quiet', ...REGION_TINTS].map(
    (name) => [`${name}-ink`, `${name}-tint`, 7] as const,
  ),
  ['on-harbour', 'harbour', 7] as const,
  ['on-harbour', 'harbour-deep', 7] as const,
  ...['line-strong', 'focus'].flatMap((line) => grounds.map((ground) => [line, ground, 4.5] as const)),
];

describe.each([
  ['light', coloursOf(lightBlock)],
  ['dark', coloursOf(darkBlock)],
])('the %s colours', (_, colours) => {
  it.each(pairs)('%s on %s have a contrast of at least %s', (front, back, least) => {
    expect(contrast(colours[front] ?? '', colours[back] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

it('gives every light colour a dark one', () => {
  expect(Object.keys(coloursOf(darkBlock)).sort()).toEqual(Object.keys(coloursOf(lightBlock)).sort());
});
