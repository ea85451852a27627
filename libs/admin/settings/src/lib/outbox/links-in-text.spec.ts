import { linksInText } from './links-in-text';

describe('linksInText', () => {
  it('finds addresses and leaves every other character as it was', () => {
    const text =
      'Confirm here: http://localhost:3000/en/register/confirm/abc.\nOr write (https://example.org/a?b=c).';
    const pieces = linksInText(text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.flatMap(({ href }) => href ?? [])).toEqual([
      'http://localhost:3000/en/register/confirm/abc',
      'https://example.org/a?b=c',
    ]);
  });

  it('makes no link of a script', () => {
    expect(linksInText('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)', href: null }]);
  });
});
