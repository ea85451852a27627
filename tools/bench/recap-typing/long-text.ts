/** Words of the text that is typed in, figures and pictures in it: what a long recap of two sessions has. */
export const SIZE = { words: 5_000, figures: 40, pictures: 40, wordsPerParagraph: 60 } as const;

const WORDS = 'water pipes leak everywhere and cities mend them with people who know where they are'.split(
  ' ',
);

interface Node {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Node[];
  text?: string;
}

/** Paragraphs, every second of them with a live number, every second followed by a picture. */
export function longText(sessionId: string, mediaId: string): { type: 'doc'; content: Node[] } {
  const paragraphs = Math.ceil(SIZE.words / SIZE.wordsPerParagraph);
  const content = Array.from({ length: paragraphs }, (_, at): Node[] => {
    const hasFigure = at % 2 === 0 && at / 2 < SIZE.figures;
    const hasPicture = at % 2 === 1 && (at - 1) / 2 < SIZE.pictures;
    return [
      {
        type: 'paragraph',
        attrs: { id: `paragraph-${at}` },
        content: [
          { type: 'text', text: wordsFrom(at) },
          ...(hasFigure ? [{ type: 'figureValue', attrs: { measure: 'attended', sessionId } }] : []),
        ],
      },
      ...(hasPicture ? [{ type: 'picture', attrs: { id: `picture-${at}`, mediaId } }] : []),
    ];
  });
  return { type: 'doc', content: content.flat() };
}

function wordsFrom(start: number): string {
  return Array.from(
    { length: SIZE.wordsPerParagraph },
    (_, at) => WORDS[(start + at) % WORDS.length] ?? '',
  ).join(' ');
}
