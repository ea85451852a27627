import type { MediaCredit } from '@reihe/shared-contracts';
import { lineOf } from './markup';

export interface CreditedCaption {
  /** Without the credit. */
  caption: string;
  credit: MediaCredit;
}

/** "Foto: Somebody / Agency", "(Photo by Somebody)", "© Somebody": at the end of a caption, or all of it. */
const NAMED =
  /(?:^|[\s.,;:|–—(\[]+)(?:(?:foto|fotos|fotografie|photo|photos|photograph|picture|image|bild|bilder|bildnachweis|credit|credits)(?:\s*©|\s*:|\s+by\b|\s+von\b)\s*|©\s*|\(c\)\s*)(?<name>[^©:]{2,200}?)[)\]]?\s*\.?$/iu;
const LONGEST = 160;

/** What a caption says about who made the picture. */
export function creditOf(text: string): CreditedCaption {
  const line = lineOf(text);
  const found = NAMED.exec(line);
  const name = found?.groups?.['name']?.trim() ?? '';
  if (!found || name === '' || name.length > LONGEST) return { caption: line, credit: noCredit() };
  const [photographer = '', ...agencies] = name.split(/\s*[/|]\s*/);
  const caption = line.slice(0, found.index).replace(/[\s,;:|–—(\[]+$/u, '');
  return {
    caption: caption !== '' && found[0].startsWith('.') ? `${caption}.` : caption,
    credit: { photographer, agency: agencies.join(' / ').slice(0, LONGEST), licence: '' },
  };
}

function noCredit(): MediaCredit {
  return { photographer: '', agency: '', licence: '' };
}
