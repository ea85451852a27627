import type { Editor } from '@tiptap/core';
import { HEADING_LEVELS } from '@reihe/shared-contracts';
import type { BlockDesk } from './block-desk';

/** Something that can be put into the text from the menu. */
export interface BlockOffer {
  name: string;
  label: string;
  hint: string;
  run: (editor: Editor, desk: BlockDesk) => void | Promise<void>;
}

const TABLE = { rows: 3, cols: 3, withHeaderRow: true };

/**
 * All that can be put into the text, in the order in which people look for it. What cannot hold headings makes a paragraph of one.
 * @param placeFigure asks which number
 */
export function blockOffers(placeFigure: (editor: Editor) => Promise<void>): readonly BlockOffer[] {
  return [
    {
      name: 'picture',
      label: $localize`:@@recap-desk.offer.picture:Picture`,
      hint: $localize`:@@recap-desk.offer.picture-hint:From the media library, with caption and credit`,
      run: (editor, desk) => desk.addPicture(editor),
    },
    {
      name: 'gallery',
      label: $localize`:@@recap-desk.offer.gallery:Gallery`,
      hint: $localize`:@@recap-desk.offer.gallery-hint:Several pictures side by side`,
      run: (editor, desk) => desk.addGallery(editor),
    },
    ...HEADING_LEVELS.map((level) => ({
      name: `heading-${level}`,
      label: $localize`:@@recap-desk.tool.heading:Heading ${level}:level:`,
      hint: $localize`:@@recap-desk.offer.heading-hint:Also: ${'#'.repeat(level)}:signs: and a space`,
      run: (editor: Editor) => void editor.chain().focus().setHeading({ level }).run(),
    })),
    {
      name: 'figure',
      label: $localize`:@@recap-desk.tool.figure:Live number`,
      hint: $localize`:@@recap-desk.offer.figure-hint:From the records, as of the day somebody reads`,
      run: (editor) => placeFigure(editor),
    },
    {
      name: 'bullets',
      label: $localize`:@@recap-desk.tool.bullets:List`,
      hint: $localize`:@@recap-desk.offer.bullets-hint:Also: - and a space`,
      run: (editor) => void editor.chain().focus().toggleBulletList().run(),
    },
    {
      name: 'numbers',
      label: $localize`:@@recap-desk.tool.numbers:Numbered list`,
      hint: $localize`:@@recap-desk.offer.numbers-hint:Also: 1. and a space`,
      run: (editor) => void editor.chain().focus().toggleOrderedList().run(),
    },
    {
      name: 'quote',
      label: $localize`:@@recap-desk.tool.quote:Quotation`,
      hint: $localize`:@@recap-desk.offer.quote-hint:With its source. Also: > and a space`,
      run: (editor) => void editor.chain().focus().setParagraph().wrapIn('blockquote').run(),
    },
    {
      name: 'fact-box',
      label: $localize`:@@recap-desk.offer.fact-box:Fact box`,
      hint: $localize`:@@recap-desk.offer.fact-box-hint:What somebody takes away, set apart from the text`,
      run: (editor) => void editor.chain().focus().setParagraph().wrapIn('factBox').run(),
    },
    {
      name: 'table',
      label: $localize`:@@recap-desk.offer.table:Table`,
      hint: $localize`:@@recap-desk.offer.table-hint:Three columns to begin with; Tab goes to the next cell`,
      run: (editor) => void editor.chain().focus().insertTable(TABLE).run(),
    },
    {
      name: 'session',
      label: $localize`:@@recap-desk.card.session:Session`,
      hint: $localize`:@@recap-desk.offer.session-hint:A card with date, audience and link`,
      run: (editor, desk) => desk.addCard(editor, 'sessionCard'),
    },
    {
      name: 'speaker',
      label: $localize`:@@recap-desk.card.speaker:Speaker`,
      hint: $localize`:@@recap-desk.offer.speaker-hint:A card with position, city and country`,
      run: (editor, desk) => desk.addCard(editor, 'speakerCard'),
    },
    {
      name: 'video',
      label: $localize`:@@recap-desk.words.video:Video`,
      hint: $localize`:@@recap-desk.offer.video-hint:A picture that leads to it; nothing is loaded before`,
      run: (editor, desk) => desk.addWorded(editor, 'video'),
    },
    {
      name: 'footnote',
      label: $localize`:@@recap-desk.words.footnote:Footnote`,
      hint: $localize`:@@recap-desk.offer.footnote-hint:Stands at the end of the text`,
      run: (editor, desk) => desk.addWorded(editor, 'footnote'),
    },
    {
      name: 'rule',
      label: $localize`:@@recap-desk.tool.rule:Dividing line`,
      hint: $localize`:@@recap-desk.offer.rule-hint:Also: ---`,
      run: (editor) => void editor.chain().focus().setHorizontalRule().run(),
    },
  ];
}

/** Those whose name has a word that begins so, then those that hold it anywhere. */
export function matchingOffers(offers: readonly BlockOffer[], typed: string): readonly BlockOffer[] {
  const sought = typed.trim().toLocaleLowerCase();
  const begins = ({ label }: BlockOffer) =>
    label
      .toLocaleLowerCase()
      .split(/[\s-]+/)
      .some((word) => word.startsWith(sought));
  const first = offers.filter(begins);
  const others = offers.filter(
    (offer) => !first.includes(offer) && `${offer.label} ${offer.hint}`.toLocaleLowerCase().includes(sought),
  );
  return [...first, ...others];
}
