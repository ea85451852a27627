import type { FactsOfBlock } from './embedded-facts';

/** Tags of the first directory, all of them text. */
const DESCRIPTION = 0x010e;
const ARTIST = 0x013b;
const COPYRIGHT = 0x8298;
const TEXT = 2;
const ENTRY = 12;

/** What many cameras write where nobody told them anything. */
const SAYS_NOTHING = /^(OLYMPUS DIGITAL CAMERA|SAMSUNG CAMERA PICTURES|DCIM.*|SONY DSC|DSC\d*|untitled)?$/i;

export function exifFacts(block: Buffer): FactsOfBlock {
  const start = block.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0;
  const tiff = block.subarray(start);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));

  const directory = long(4);
  const said = new Map<number, string>();
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * ENTRY;
    const length = long(at + 4);
    if (short(at + 2) !== TEXT) continue;
    // Four bytes or less stand in the entry itself.
    const from = length <= 4 ? at + 8 : long(at + 8);
    said.set(
      short(at),
      tiff
        .subarray(from, from + length)
        .toString('utf8')
        .replace(/\0+$/, ''),
    );
  }
  const caption = said.get(DESCRIPTION)?.trim() ?? '';
  return {
    photographer: said.get(ARTIST),
    licence: said.get(COPYRIGHT),
    caption: SAYS_NOTHING.test(caption) ? undefined : caption,
  };
}
