import { readablePage } from './readable-page';

describe('the page of everything stored about somebody', () => {
  const page = readablePage(
    {
      person: { name: '<img src=x onerror=alert(1)>', city: '', addressProvenAt: null },
      registrations: [],
      consents: [true, 3],
    },
    'de',
  );

  it('shows what was typed as text, never as markup', () => {
    expect(page).toContain('&#60;img src=x onerror=alert(1)&#62;');
    expect(page).not.toContain('<img');
  });

  it('has a word for what is not there', () => {
    expect(page).toContain('<dt>address proven at</dt><dd>nichts</dd>');
    expect(page).toContain('<dt>registrations</dt><dd>nichts</dd>');
    expect(page).toContain('<li>ja</li>\n<li>3</li>');
  });
});
