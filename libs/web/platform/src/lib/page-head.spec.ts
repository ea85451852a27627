import { LOCALE_ID, REQUEST_CONTEXT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describeForMachines } from './head-for-machines';
import { HEAD_FOR_MACHINES, inEveryLanguage, PageHead } from './page-head';

const addresses = inEveryLanguage((language) => `/${language}/recaps/x`);
const attribute = (selector: string, name: string) =>
  document.head.querySelector(selector)?.getAttribute(name);

describe('the page head', () => {
  let head: PageHead;

  beforeEach(() => {
    document.head.innerHTML = '';
    TestBed.configureTestingModule({
      providers: [
        { provide: LOCALE_ID, useValue: 'de' },
        { provide: HEAD_FOR_MACHINES, useValue: describeForMachines },
        { provide: REQUEST_CONTEXT, useValue: { baseUrl: 'https://reihe.example', fetchApi: jest.fn() } },
      ],
    });
    head = TestBed.inject(PageHead);
  });

  it('names the page and its twins in other languages absolutely', () => {
    head.describe({ title: 'Rückblick', description: 'Was war.', addresses });
    expect(document.title).toBe('Rückblick · Reihe');
    expect(attribute('link[rel=canonical]', 'href')).toBe('https://reihe.example/de/recaps/x');
    expect(attribute('link[hreflang=en]', 'href')).toBe('https://reihe.example/en/recaps/x');
    expect(attribute('link[hreflang=x-default]', 'href')).toBe('https://reihe.example/en/recaps/x');
    expect(head.addresses()).toEqual(addresses);
  });

  it('points a fallback to where the text is at home', () => {
    head.describe({ title: 'Recap', description: '', addresses: { en: '/en/recaps/x' } });
    expect(attribute('link[rel=canonical]', 'href')).toBe('https://reihe.example/en/recaps/x');
    expect(attribute('link[hreflang=de]', 'href')).toBeUndefined();
  });

  it('leaves nothing of the page before', () => {
    const image = { address: '/media/1.jpeg', alt: 'Roofs', width: 10, height: 5 };
    head.describe({
      title: 'One',
      description: 'x',
      addresses,
      image,
      structuredData: [{ '@type': 'Event' }],
    });
    head.describe({ title: 'Two', description: 'y', addresses: {}, isPrivate: true });
    expect(
      document.head.querySelectorAll('link[rel=alternate], script, meta[property="og:image"]'),
    ).toHaveLength(0);
    expect(attribute('meta[name=robots]', 'content')).toBe('noindex');
  });

  it('keeps markup inside texts from ending the data block', () => {
    head.describe({
      title: 'One',
      description: 'x',
      addresses,
      structuredData: [{ '@type': 'Event', name: '</script><script>' }],
    });
    const text = document.head.querySelector('script')?.textContent ?? '';
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: '</script><script>',
    });
  });

  it('cuts a long description at a word', () => {
    head.describe({ title: 'One', description: 'word '.repeat(100), addresses });
    expect(attribute('meta[name=description]', 'content')).toMatch(/^(word )+…$/);
  });
});

describe('the page head in a browser', () => {
  const described = { title: 'One', description: 'x', addresses };

  beforeEach(() => {
    document.head.innerHTML = '<script data-page-head type="application/ld+json">{}</script>';
    document.body.innerHTML = '<div ng-server-context="ssr"></div>';
    TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: 'de' }] });
  });
  afterEach(() => {
    document.body.innerHTML = '';
  });

  it('keeps what the server said of the first page, and replaces it with the next', () => {
    const head = TestBed.inject(PageHead);
    head.describe(described);
    expect(document.head.children).toHaveLength(1);
    expect(head.addresses()).toEqual(addresses);
    head.describe({ ...described, title: 'Two' });
    expect(document.head.querySelector('script')).toBeNull();
    expect(document.title).toBe('Two · Reihe');
  });

  it('describes the first page where no server did', () => {
    document.body.innerHTML = '';
    TestBed.inject(PageHead).describe(described);
    expect(document.title).toBe('One · Reihe');
  });
});
