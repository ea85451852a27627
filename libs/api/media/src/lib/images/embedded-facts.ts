import type { MediaSuggestions } from '@reihe/shared-contracts';
import { iptcFacts } from './iptc';
import { exifFacts } from './exif';
import { xmpFacts } from './xmp';

/** Blocks that a file may carry beside its pixels, as sharp hands them over. */
export interface EmbeddedBlocks {
  exif?: Buffer | undefined;
  iptc?: Buffer | undefined;
  xmp?: Buffer | undefined;
}

/** What one block says; absent: nothing. */
export interface FactsOfBlock {
  photographer?: string | undefined;
  agency?: string | undefined;
  /** Whose rights, as a notice: "© 2026 …". */
  licence?: string | undefined;
  licenceUrl?: string | undefined;
  caption?: string | undefined;
}

const LONGEST = { photographer: 160, agency: 160, licence: 160, licenceUrl: 500, caption: 400 } as const;

/**
 * Credit, rights and caption as the file states them: what an agency wrote (XMP, then IPTC) goes before what the camera did.
 * Suggestions, for whoever describes the picture to take over: nothing of it is shown by itself. Never throws: a block that cannot
 * be read says nothing.
 */
export function embeddedFacts({ exif, iptc, xmp }: EmbeddedBlocks): MediaSuggestions | null {
  const said = [
    xmp && quietly(() => xmpFacts(xmp)),
    iptc && quietly(() => iptcFacts(iptc)),
    exif && quietly(() => exifFacts(exif)),
  ];
  const first = (fact: keyof FactsOfBlock) =>
    said.map((facts) => clean(facts?.[fact] ?? '').slice(0, LONGEST[fact])).find((text) => text !== '') ?? '';
  const photographer = first('photographer');
  const agency = first('agency');
  const url = first('licenceUrl');
  const facts: MediaSuggestions = {
    photographer,
    // Many files name the same person twice.
    agency: agency === photographer ? '' : agency,
    licence: first('licence'),
    licenceUrl: /^https?:\/\/\S+$/.test(url) ? url : '',
    caption: first('caption'),
  };
  return Object.values(facts).some((text) => text !== '') ? facts : null;
}

function quietly(read: () => FactsOfBlock): FactsOfBlock {
  try {
    return read();
  } catch {
    return {};
  }
}

/** Spaces as in a line of text, without characters that print nothing. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}
