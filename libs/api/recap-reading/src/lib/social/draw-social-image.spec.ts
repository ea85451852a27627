import { mkdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { drawSocialImage } from './draw-social-image';
import type { SocialFacts } from './social-image-address';

const facts = (change: Partial<SocialFacts> = {}): SocialFacts => ({
  recapId: '00000000-0000-4000-8000-000000000001',
  language: 'de',
  title: 'Wie Städte mit Überschwemmungen leben: drei Wege aus dem Hochwasser',
  series: 'Städte im Klimawandel',
  publishedOn: '2026-10-20',
  image: null,
  ...change,
});
const image = {
  mediaId: '1',
  template: '/media/1/{width}.{format}',
  widths: [960],
  credit: 'Sample Photographer | Sample Agency',
};
const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: { r: 200, g: 20, b: 30 } } })
    .jpeg()
    .toBuffer();

/** How much of a part of the picture is dark. */
async function inkOf(
  picture: Uint8Array,
  part: { left: number; top: number; width: number; height: number },
) {
  const shades = await sharp(picture).extract(part).greyscale().raw().toBuffer();
  return shades.filter((shade) => shade < 128).length / shades.length;
}
/** How much of the band that the credit stands on is white. */
async function lightOf(picture: Uint8Array) {
  const shades = await sharp(picture).extract(CREDIT).greyscale().raw().toBuffer();
  return shades.filter((shade) => shade > 180).length / shades.length;
}
const PICTURE = { left: 800, top: 100, width: 300, height: 300 };
const CREDIT = { left: 745, top: 598, width: 450, height: 30 };
const HEADING = { left: 64, top: 150, width: 560, height: 330 };
const KICKER = { left: 64, top: 60, width: 560, height: 60 };

/** REIHE_KEEP_PICTURES=folder keeps them for whoever wants to look. */
async function draw(
  name: string,
  drawn: SocialFacts,
  picture: Uint8Array | null = null,
): Promise<Uint8Array> {
  const contents = await drawSocialImage(drawn, picture);
  const folder = process.env['REIHE_KEEP_PICTURES'];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${name}.jpeg`, contents);
  }
  expect(await sharp(contents).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
  return contents;
}

describe('the picture for previews', () => {
  it('shows title and series, and the lead image with its credit', async () => {
    const picture = await draw('with-photo', facts({ image }), await photo());
    expect(await inkOf(picture, HEADING)).toBeGreaterThan(0.03);
    expect(await inkOf(picture, KICKER)).toBeGreaterThan(0.01);
    const { dominant } = await sharp(await sharp(picture).extract(PICTURE).toBuffer()).stats();
    expect(dominant.r).toBeGreaterThan(180);
    const uncredited = await draw('no-credit', facts({ image: { ...image, credit: '' } }), await photo());
    expect(await lightOf(picture)).toBeGreaterThan(0.01);
    expect(await lightOf(uncredited)).toBe(0);
  });

  it('has room for a title of any length, in one word or many', async () => {
    for (const [name, title] of [
      ['long', 'Very long titles about water and cities '.repeat(20)],
      ['one-word', 'Donaudampfschifffahrt'.repeat(40)],
      ['short', 'Rain'],
    ] as const) {
      const picture = await draw(name, facts({ title }));
      expect(await inkOf(picture, { left: 1140, top: 20, width: 60, height: 600 })).toBe(0);
      expect(await inkOf(picture, { left: 64, top: 490, width: 1000, height: 20 })).toBe(0);
    }
  });

  it('takes markup for words', async () => {
    const plain = await draw('plain', facts({ title: 'Rain' }));
    for (const title of [
      '</svg><script>alert(1)</script>',
      '&amp; <image href="file:///etc/passwd"/> "\'',
      ']]>',
    ])
      expect(Buffer.from(await draw('markup', facts({ title }))).equals(plain)).toBe(false);
  });

  it('draws Greek, Cyrillic and Vietnamese, and no boxes for what it has no letters for', async () => {
    expect(
      await inkOf(await draw('letters', facts({ title: 'Łódź, Αθήνα, Львів, Hạ Long' })), HEADING),
    ).toBeGreaterThan(0.01);
    for (const title of ['مرحبا بالعالم', 'שלום עולם', '城市', '💧🌍', '\u202e', '']) {
      const picture = await draw('left-out', facts({ title }));
      expect(await inkOf(picture, HEADING)).toBe(0);
      expect(await inkOf(picture, KICKER)).toBeGreaterThan(0.01);
    }
  });
});
