import type { FactsOfBlock } from './embedded-facts';

/** A packet is read this far at most; editors keep their whole history in it. */
const LONGEST_PACKET = 512 * 1024;

/**
 * Reads the few properties that matter from an XMP packet. Not a parser of XML: values are looked for by the names that every
 * writer of XMP uses, as an attribute or as an element with or without a list in it; what is written otherwise says nothing.
 */
export function xmpFacts(block: Buffer): FactsOfBlock {
  const packet = block.toString('utf8', 0, LONGEST_PACKET);
  return {
    photographer: property(packet, 'dc:creator'),
    agency: property(packet, 'photoshop:Credit') ?? property(packet, 'photoshop:Source'),
    licence: property(packet, 'xmpRights:UsageTerms') ?? property(packet, 'dc:rights'),
    licenceUrl:
      property(packet, 'cc:license') ??
      property(packet, 'xmpRights:WebStatement') ??
      property(packet, 'plus:LicensorURL'),
    caption: property(packet, 'dc:description'),
  };
}

function property(packet: string, name: string): string | undefined {
  const element = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]{0,20000}?)</${name}>`).exec(packet)?.[1];
  if (element !== undefined) return textOf(element);
  const resource = new RegExp(`<${name}\\s[^>]*rdf:resource="([^"]*)"`).exec(packet)?.[1];
  const attribute = new RegExp(`\\s${name}="([^"]*)"`).exec(packet)?.[1];
  const value = resource ?? attribute;
  return value === undefined ? undefined : unescaped(value);
}

/** Several people are named one after the other; of translations the default one is taken. */
function textOf(element: string): string {
  const items = [...element.matchAll(/<rdf:li(\s[^>]*)?>([\s\S]*?)<\/rdf:li>/g)];
  if (items.length === 0) return unescaped(element.replace(/<[^>]*>/g, ''));
  const isTranslated = element.includes('<rdf:Alt');
  const chosen = isTranslated
    ? [items.find(([, attributes = '']) => attributes.includes('x-default')) ?? items[0]]
    : items;
  return chosen.map((item) => unescaped(item?.[2] ?? '')).join(', ');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
