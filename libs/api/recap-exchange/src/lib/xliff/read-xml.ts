import { SaxesParser } from 'saxes';
import { fileRefused } from '../exchange.errors';

/** An element as it was read; attributes by their local name, those of a namespace as `{uri}name`. */
export interface XmlElement {
  name: string;
  uri: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const DEPTH = 60;
const ELEMENTS = 200_000;

/**
 * Well-formed XML and nothing that reaches beyond the file: no document type, no entities of its own.
 * @throws recap.file-refused, with the line where it is about one
 */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  parser.on('error', () => {
    throw fileRefused('broken', { line: parser.line });
  });
  parser.on('doctype', () => {
    throw fileRefused('doctype', { line: parser.line });
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (open.length >= DEPTH || count > ELEMENTS) throw fileRefused('too-large', { line: parser.line });
    const values = Object.values(attributes).map((one): [string, string] => [
      one.uri === '' ? one.local : `{${one.uri}}${one.local}`,
      one.value,
    ]);
    const element: XmlElement = { name: local, uri, attributes: Object.fromEntries(values), children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (words: string) => {
    open.at(-1)?.children.push(words);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  // The handlers above set it.
  const found = root as XmlElement | null;
  if (!found) throw fileRefused('broken', { line: 1 });
  return found;
}

const LABEL = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/;

/** The words of a file as its beginning says they are written; UTF-8 where it says nothing. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const marked = isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : null;
  const unmarked =
    first === 0x3c && second === 0 ? 'utf-16le' : first === 0 && second === 0x3c ? 'utf-16be' : null;
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^ï»¿/, '');
  const declared = LABEL.exec(beginning)?.[1]?.toLowerCase() ?? 'utf-8';
  try {
    // Whoever says that letters are two bytes long and writes one has not written what they say.
    if (!marked && !unmarked && declared.startsWith('utf-16')) throw new TypeError('narrow');
    return new TextDecoder(marked ?? unmarked ?? declared, { fatal: true }).decode(bytes);
  } catch {
    throw fileRefused('encoding');
  }
}
