import type { FactsOfBlock } from './embedded-facts';

/** Datasets of record 2 (IPTC-IIM 4.2). */
const BYLINE = 80;
const CREDIT = 110;
const SOURCE = 115;
const COPYRIGHT = 116;
const CAPTION = 120;

const RESOURCE = Buffer.from('8BIM', 'latin1');
const IPTC_RESOURCE = 0x0404;
const UTF8 = '\x1b%G';

/** @param block bare IPTC records, or the Photoshop resources that JPEG files keep them in */
export function iptcFacts(block: Buffer): FactsOfBlock {
  const records = recordsOf(block);
  const decode = decoderOf(records);
  const said = (dataset: number) => {
    const values = records.filter(({ record, id }) => record === 2 && id === dataset);
    return values.map(({ value }) => decode(value)).join(', ') || undefined;
  };
  return {
    photographer: said(BYLINE),
    agency: said(CREDIT) ?? said(SOURCE),
    licence: said(COPYRIGHT),
    caption: said(CAPTION),
  };
}

interface Dataset {
  record: number;
  id: number;
  value: Buffer;
}

function recordsOf(block: Buffer): Dataset[] {
  const bytes = iptcWithin(block);
  const found: Dataset[] = [];
  let at = bytes.indexOf(0x1c);
  // Each dataset starts with 0x1c, its record and number, and its length; lengths above 32,767 have another form that no text needs.
  while (at >= 0 && at + 5 <= bytes.length && bytes[at] === 0x1c) {
    const length = bytes.readUInt16BE(at + 3);
    if (length > 0x7fff) break;
    const value = bytes.subarray(at + 5, at + 5 + length);
    found.push({ record: bytes.readUInt8(at + 1), id: bytes.readUInt8(at + 2), value });
    at += 5 + length;
  }
  return found;
}

/** Resources are padded to even lengths: name, size, content. */
function iptcWithin(block: Buffer): Buffer {
  let at = block.indexOf(RESOURCE);
  if (at < 0) return block;
  while (at + 12 <= block.length && block.subarray(at, at + 4).equals(RESOURCE)) {
    const id = block.readUInt16BE(at + 4);
    const name = 1 + block.readUInt8(at + 6);
    const sizeAt = at + 6 + name + (name % 2);
    const size = block.readUInt32BE(sizeAt);
    const content = block.subarray(sizeAt + 4, sizeAt + 4 + size);
    if (id === IPTC_RESOURCE) return content;
    at = sizeAt + 4 + size + (size % 2);
  }
  return Buffer.alloc(0);
}

/** Envelope record 1:90 says which letters; without it files of today still mostly mean UTF-8. */
function decoderOf(records: readonly Dataset[]): (value: Buffer) => string {
  const charset = records.find(({ record, id }) => record === 1 && id === 90)?.value.toString('latin1');
  return (value) => {
    const text = value.toString('utf8');
    return charset === UTF8 || !text.includes('\ufffd') ? text : value.toString('latin1');
  };
}
