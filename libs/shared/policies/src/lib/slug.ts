/** Letters that are written as two where they have no accent to drop. */
const SPELLED: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  å: 'aa',
  ł: 'l',
  đ: 'd',
  þ: 'th',
};

/** An address for a title: lower-case words joined by hyphens, cut at a word where it is longer than `maxLength`. */
export function slugFrom(title: string, maxLength = 80): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøåłđþ]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, maxLength) : `${slug}-${word}`;
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug;
}
