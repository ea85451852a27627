import { DOCUMENT_LIMITS, type RichNodeType } from '@reihe/shared-contracts';
import type { WordsQuestion } from './words-dialog';

const { line, note } = DOCUMENT_LIMITS;

type Given = Record<string, unknown>;
const said = (given: Given, name: string) => (typeof given[name] === 'string' ? given[name] : '');

/** What can be said of a block besides what stands in it, asked with what is said by now. */
const QUESTIONS: Partial<Record<RichNodeType, (given: Given) => WordsQuestion>> = {
  picture: (given) => ({
    title: $localize`:@@recap-desk.words.picture:Picture in the text`,
    action: $localize`:@@recap-desk.words.take:Take over`,
    fields: [captionOf(given)],
  }),
  gallery: (given) => ({
    title: $localize`:@@recap-desk.words.gallery:Gallery in the text`,
    action: $localize`:@@recap-desk.words.take:Take over`,
    fields: [captionOf(given)],
  }),
  blockquote: (given) => ({
    title: $localize`:@@recap-desk.words.quote:Quotation`,
    action: $localize`:@@recap-desk.words.take:Take over`,
    fields: [
      {
        name: 'source',
        label: $localize`:@@recap-desk.words.source:Source`,
        hint: $localize`:@@recap-desk.words.source-hint:Who said it, or where it is written.`,
        value: said(given, 'source'),
        maxLength: line,
      },
    ],
  }),
  factBox: (given) => ({
    title: $localize`:@@recap-desk.words.fact-box:Fact box`,
    action: $localize`:@@recap-desk.words.take:Take over`,
    fields: [
      {
        name: 'title',
        label: $localize`:@@recap-desk.words.title:Title`,
        hint: '',
        value: said(given, 'title'),
        maxLength: line,
      },
    ],
  }),
  video: (given) => ({
    title: $localize`:@@recap-desk.words.video:Video`,
    action: $localize`:@@recap-desk.words.take:Take over`,
    fields: [
      {
        name: 'href',
        label: $localize`:@@recap-desk.words.video-address:Address`,
        hint: $localize`:@@recap-desk.words.video-hint:Where it is watched. Readers see a picture and a link: nothing is loaded from there before they follow it.`,
        value: said(given, 'href'),
        maxLength: 2000,
        isNeeded: true,
        isAddress: true,
      },
      {
        name: 'title',
        label: $localize`:@@recap-desk.words.title:Title`,
        hint: '',
        value: said(given, 'title'),
        maxLength: line,
        isNeeded: true,
      },
    ],
  }),
  footnote: (given) => ({
    title: $localize`:@@recap-desk.words.footnote:Footnote`,
    action: $localize`:@@recap-desk.words.take:Take over`,
    fields: [
      {
        name: 'note',
        label: $localize`:@@recap-desk.words.note:Note`,
        hint: $localize`:@@recap-desk.words.note-hint:Stands at the end of the text; its number follows by itself.`,
        value: said(given, 'note'),
        maxLength: note,
        isNeeded: true,
        isLong: true,
      },
    ],
  }),
};

export function hasWords(type: string): type is RichNodeType {
  return type in QUESTIONS;
}

export function wordsQuestion(type: RichNodeType, given: Given): WordsQuestion | null {
  return QUESTIONS[type]?.(given) ?? null;
}

function captionOf(given: Given) {
  return {
    name: 'caption',
    label: $localize`:@@recap-desk.words.caption:Caption`,
    hint: $localize`:@@recap-desk.words.caption-hint:Empty: as in the media library. The credit always stands below.`,
    value: said(given, 'caption'),
    maxLength: line,
  };
}
