import sharp from 'sharp';
import { drawable, fitParagraph } from './set-paragraph';
import { SOCIAL_IMAGE_SIZE, type SocialFacts } from './social-image-address';
import { Typeface } from './typeface';

const { width: WIDTH, height: HEIGHT } = SOCIAL_IMAGE_SIZE;
const MARGIN = 64;
const PICTURE_WIDTH = 460;
const LINE_HEIGHT = 1.16;
/** The tokens of the light scheme. */
const PAPER = '#fbfaf7';
const INK = '#14212b';
const INK_SOFT = '#3f4c56';
const HARBOUR = '#0a4d7a';
const SITE = 'Reihe';

const serif = new Typeface('source-serif-4');
const sans = new Typeface('inter');

interface Line {
  typeface: Typeface;
  text: string;
  size: number;
  x: number;
  /** Of the baseline. */
  y: number;
  colour: string;
  /** Draws the outline as well: these files have no bolder letters. */
  boldness?: number;
}

/**
 * The picture that other sites show of a recap, as JPEG: series, title and date beside its lead image, which never goes without its
 * credit. A text with letters that the fonts do not have (Arabic, Hebrew, Chinese) is left out: boxes in its place would say less.
 * @param picture the lead image, as it is stored
 */
export async function drawSocialImage(facts: SocialFacts, picture: Uint8Array | null): Promise<Uint8Array> {
  const background = Buffer.from(svg(lines(facts, picture !== null), picture !== null));
  const photo =
    picture &&
    (await sharp(picture).resize(PICTURE_WIDTH, HEIGHT, { fit: 'cover', position: 'attention' }).toBuffer());
  const credit = photo && facts.image ? creditLine(facts.image.credit) : null;
  return sharp(background)
    .composite([
      ...(photo ? [{ input: photo, left: WIDTH - PICTURE_WIDTH, top: 0 }] : []),
      ...(credit
        ? [{ input: Buffer.from(credit), left: WIDTH - PICTURE_WIDTH, top: HEIGHT - CREDIT_HEIGHT }]
        : []),
    ])
    .flatten({ background: PAPER })
    .jpeg({ quality: 84, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

function lines({ title, series, publishedOn, language }: SocialFacts, hasPicture: boolean): Line[] {
  const width = WIDTH - 2 * MARGIN - (hasPicture ? PICTURE_WIDTH - 16 : 0);
  const at = (typeface: Typeface, text: string, size: number, y: number, colour: string): Line => ({
    ...{ typeface, text, size, x: MARGIN, y, colour },
  });
  const kicker = paragraph(sans, series, { width, height: 70, sizes: [28, 24], lineHeight: 1.25 });
  const heading = paragraph(serif, title, {
    width,
    height: 330,
    sizes: [72, 64, 56, 48, 42],
    lineHeight: LINE_HEIGHT,
  });
  const headingTop = 108 + kicker.lines.length * kicker.size * 1.25;
  return [
    ...kicker.lines.map((text, line) => ({
      ...at(sans, text, kicker.size, 100 + line * kicker.size * 1.25, HARBOUR),
      boldness: 0.8,
    })),
    ...heading.lines.map((text, line) => ({
      ...at(serif, text, heading.size, headingTop + heading.size * (0.86 + line * LINE_HEIGHT), INK),
      boldness: heading.size / 60,
    })),
    at(sans, dayOf(publishedOn, language), 26, HEIGHT - MARGIN - 4, INK_SOFT),
    {
      ...at(sans, SITE, 26, HEIGHT - MARGIN - 4, HARBOUR),
      x: MARGIN + width - sans.widthOf(SITE, 26),
      boldness: 0.8,
    },
  ];
}

function paragraph(typeface: Typeface, text: string, room: Parameters<typeof fitParagraph>[2]) {
  const words = drawable(text);
  return words !== '' && typeface.knows(words)
    ? fitParagraph(typeface, words, room)
    : { lines: [], size: room.sizes[0] ?? 0 };
}

function dayOf(date: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** Outlines and colours alone: no word of a text is in it. */
function svg(drawn: readonly Line[], hasPicture: boolean): string {
  const paths = drawn.map(({ typeface, text, size, x, y, colour, boldness = 0 }) => {
    const { outline } = typeface.set(text, size);
    return `<path transform="translate(${x} ${y})" d="${outline}" fill="${colour}" stroke="${colour}" stroke-width="${boldness}" stroke-linejoin="round"/>`;
  });
  const rule = WIDTH - 2 * MARGIN - (hasPicture ? PICTURE_WIDTH - 16 : 0);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="${PAPER}"/>
    <rect width="${WIDTH}" height="14" fill="${HARBOUR}"/>
    <rect x="${MARGIN}" y="${HEIGHT - MARGIN - 50}" width="${rule}" height="2" fill="#d5d0c4"/>
    ${paths.join('')}
  </svg>`;
}

const CREDIT_HEIGHT = 36;

/** On a band of its own, legible on any picture; null where nobody is credited. */
function creditLine(credit: string): string | null {
  const words = drawable(credit);
  if (words === '' || !sans.knows(words)) return null;
  const { lines: found, size } = fitParagraph(sans, words, {
    width: PICTURE_WIDTH - 32,
    height: CREDIT_HEIGHT,
    sizes: [18, 15],
    lineHeight: 1.5,
  });
  const { outline } = sans.set(found[0] ?? '', size);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${CREDIT_HEIGHT}">
    <rect width="100%" height="100%" fill="${INK}" fill-opacity="0.78"/>
    <path transform="translate(16 ${CREDIT_HEIGHT - 12})" d="${outline}" fill="#ffffff"/>
  </svg>`;
}
