/** Header lines end at a line break: what people type must not begin another. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}

/**
 * In a header the reader's program decodes what looks like an encoded word (RFC 2047), line breaks in it included: nobody types one
 * who only has a name.
 */
export function headerText(text: string): string {
  return oneLine(text).replaceAll('=?', '= ?');
}
