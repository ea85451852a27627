import type { RichDocument } from '@reihe/shared-contracts';
import { withPictures, type ArrivedPicture } from './place-pictures';

const paragraph = (id: string) => ({
  type: 'paragraph' as const,
  attrs: { id },
  content: [{ type: 'text' as const, text: id }],
});
const media = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const picture = (
  digit: number,
  afterBlock: string | null,
  gallery: number | null = null,
): ArrivedPicture => ({
  mediaId: media(digit),
  afterBlock,
  gallery,
  caption: '',
});
const shapes = ({ content }: RichDocument) =>
  content.map(({ type, attrs }) =>
    type === 'paragraph' ? attrs?.id : `${type} ${String(attrs?.mediaId ?? attrs?.mediaIds?.length)}`,
  );

describe('pictures on their way into a text', () => {
  it('follow their blocks, in order, galleries together', () => {
    const body: RichDocument = { type: 'doc', content: [paragraph('block-a'), paragraph('block-b')] };
    const arrived = [
      picture(1, null),
      picture(2, 'block-a'),
      picture(3, 'block-a', 1),
      picture(4, 'block-a', 1),
      picture(5, 'block-b', 2),
    ];
    expect(shapes(withPictures(body, arrived))).toEqual([
      `picture ${media(1)}`,
      'block-a',
      `picture ${media(2)}`,
      'gallery 2',
      'block-b',
      `picture ${media(5)}`,
    ]);
  });

  it('stand at the end where somebody has taken their block away', () => {
    const body: RichDocument = { type: 'doc', content: [paragraph('written')] };
    expect(shapes(withPictures(body, [picture(1, 'block-gone')]))).toEqual([
      'written',
      `picture ${media(1)}`,
    ]);
  });
});
