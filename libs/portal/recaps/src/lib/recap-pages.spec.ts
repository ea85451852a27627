import { Location } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, RESPONSE_INIT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen } from '@testing-library/dom';
import type { FoundRecap, RecapPage, RecapsPage } from '@reihe/shared-contracts';
import { aRecapTeaser } from '@reihe/shared-testing';
import { describeForMachines, HEAD_FOR_MACHINES } from '@reihe/web-platform';
import { licenceAddress, recapForMachines } from './page/recap-for-machines';
import { RECAP_FOR_MACHINES } from './page/recap-head';
import { recapsRoutes } from './recaps.routes';

function aRecapPage(change: Partial<RecapPage> = {}): RecapPage {
  return {
    slug: 'leaks',
    language: 'en',
    title: 'What we learnt about leaks',
    lead: 'Pipes leak everywhere.',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A long text.' }] }],
    },
    seoTitle: '',
    seoDescription: '',
    publishedOn: '2026-10-20',
    updatedAt: null,
    outdatedSince: null,
    updateNote: null,
    byline: 'Sample editors',
    readingMinutes: 4,
    image: null,
    gallery: [],
    series: {
      slug: 'water-and-cities',
      title: 'Water and cities',
      language: 'en',
      summary: '',
      startsOn: '2026-03-01',
      endsOn: '2026-12-15',
      isSample: false,
      cover: null,
    },
    sessions: [],
    categories: [{ id: 'c1', slug: 'water', name: 'Water', language: 'en' }],
    regions: [{ id: 'r1', slug: 'africa', name: 'Africa', language: 'en', tint: 'africa' }],
    otherRecaps: [],
    relatedRecaps: [],
    socialImage: { address: '/media/recaps/1/en-0.jpeg', width: 1200, height: 630 },
    figureValues: {},
    figuresFrozenAt: null,
    shown: { pictures: {}, sessions: {}, speakers: {} },
    addresses: { en: 'leaks', de: 'lecks' },
    isSample: false,
    isArchived: false,
    ...change,
  };
}

function aFoundRecap(change: Partial<FoundRecap> = {}): FoundRecap {
  return { ...aRecapTeaser(), passage: null, ...change };
}

function aRecapsPage(items = [aFoundRecap()], change: Partial<RecapsPage> = {}): RecapsPage {
  return {
    recaps: { items, total: items.length, page: 1, pageSize: 25 },
    series: [{ slug: 'water-and-cities', title: 'Water and cities', language: 'en', count: 12 }],
    regions: [],
    categories: [{ id: 'c1', slug: 'water', name: 'Water', language: 'en', count: 3 }],
    years: [{ year: 2026, count: 1200 }],
    spelling: null,
    ...change,
  };
}

let backend: HttpTestingController;
let response: ResponseInit | null;

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(ApplicationRef).tick();
  }
}

async function open(address: string): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'recaps', children: recapsRoutes }], withComponentInputBinding()),
      { provide: RESPONSE_INIT, useFactory: () => response },
      { provide: HEAD_FOR_MACHINES, useValue: describeForMachines },
      { provide: RECAP_FOR_MACHINES, useValue: recapForMachines },
    ],
  });
  backend = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  void harness.navigateByUrl(address);
  await settle();
}

async function answer(url: string, body: object, status = 200): Promise<void> {
  backend.expectOne(url).flush(body, { status, statusText: String(status) });
  await settle();
}

beforeEach(() => {
  response = null;
});

afterEach(() => {
  backend.verify();
});

describe('the page of a recap', () => {
  const show = async (change: Partial<RecapPage> = {}) => {
    await open('/recaps/leaks');
    await answer('/api/v1/pages/recaps/leaks?lang=en', { kind: 'page', page: aRecapPage(change) });
  };

  it('names its series, date, byline, regions and categories, and leads to the others', async () => {
    await show({
      otherRecaps: [aRecapTeaser({ slug: 'wells', title: 'Wells', publishedOn: '2026-09-01' })],
      updatedAt: '2026-11-02T09:00:00Z',
      updateNote: 'One number was corrected.',
    });
    expect(screen.getByRole('heading', { level: 1, name: 'What we learnt about leaks' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Water and cities' })).toHaveAttribute(
      'href',
      '/series/water-and-cities',
    );
    expect(screen.getByText('20 October 2026').parentElement).toHaveTextContent(
      'updated on 2 November 2026 (One number was corrected.)',
    );
    expect(screen.getByText('By Sample editors')).toBeVisible();
    expect(screen.getByText('Virtual exchange')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Africa' })).toHaveAttribute('href', '/recaps?region=africa');
    expect(screen.getByRole('link', { name: 'Wells' }).closest('li')).toHaveTextContent(
      'Worldwide · held on 6 October 2026',
    );
  });

  it('says of which day its figures are, where they are frozen and there are any', async () => {
    const count = { measure: 'participants', value: 3, origin: 'counted', isAtLeast: false } as const;
    const figureValues = { 'participants:series': { ...count, source: null, statedOn: null } };
    await show({ figuresFrozenAt: '2026-11-29T08:00:00Z', figureValues });
    const day = screen.getByText('29 November 2026');
    expect(day).toHaveAttribute('datetime', '2026-11-29T08:00:00Z');
    expect(day.parentElement).toHaveTextContent('figures as of 29 November 2026');
  });

  it.each([
    ['follow the records', { figuresFrozenAt: null }],
    ['are not there', { figuresFrozenAt: '2026-11-29T08:00:00Z' }],
  ])('names no day of figures that %s', async (_why, change) => {
    await show(change);
    expect(screen.queryByText(/figures as of/)).toBeNull();
  });

  it('leads to recaps of other series on the same subject, and to all of its own', async () => {
    await show({
      readingMinutes: 4,
      otherRecaps: [aRecapTeaser({ slug: 'wells', title: 'Wells' })],
      relatedRecaps: [aRecapTeaser({ slug: 'shade', title: 'Shade', seriesTitle: 'Heat' })],
    });
    expect(screen.getByText('4 minutes to read')).toBeVisible();
    const related = screen.getByRole('region', { name: 'On the same subject, from other series' });
    expect(related).toHaveTextContent('Heat · 20 October 2026');
    expect(screen.getByRole('link', { name: 'All recaps of this series' })).toHaveAttribute(
      'href',
      '/recaps?series=water-and-cities',
    );
  });

  it('tells previews of its own picture, and search engines of the rights in its lead image', async () => {
    const image = {
      ...{ width: 1600, height: 900, template: '/media/1/{width}.{format}', widths: [480, 1600] },
      ...{ formats: ['webp', 'jpeg'] as const, alt: 'A pipe', caption: '', licence: 'CC BY-SA 4.0' },
    };
    await show({ image: { ...image, formats: [...image.formats], credit: 'A </script> | B' } });
    const meta = (property: string) =>
      document.head.querySelector(`meta[property="${property}"]`)?.getAttribute('content');
    expect(meta('og:image')).toBe('http://localhost/media/recaps/1/en-0.jpeg');
    expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630']);
    expect(meta('article:published_time')).toBe('2026-10-20');
    const block = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}';
    expect(block).not.toContain('</script');
    expect(JSON.parse(block)).toMatchObject({
      image: [
        {
          '@type': 'ImageObject',
          url: 'http://localhost/media/1/1600.jpeg',
          creditText: 'A </script> | B',
          copyrightNotice: 'A </script> | B, CC BY-SA 4.0',
          license: 'https://creativecommons.org/licenses/by-sa/4.0/',
          acquireLicensePage: 'https://creativecommons.org/licenses/by-sa/4.0/',
        },
        { url: 'http://localhost/media/recaps/1/en-0.jpeg', width: 1200, height: 630 },
      ],
      publisher: { '@type': 'Organization', name: 'Reihe' },
      isPartOf: { '@type': 'EventSeries', name: 'Water and cities' },
    });
    expect(document.head.querySelector('link[type="application/atom+xml"]')).toHaveAttribute(
      'href',
      '/feeds/series/water-and-cities/recaps.en.xml',
    );
  });

  it.each([
    ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['cc-by-nc-nd 3.0 DE', 'https://creativecommons.org/licenses/by-nc-nd/3.0/'],
    ['CC0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['https://example.org/licence (site)', 'https://example.org/licence'],
    ['All rights reserved', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('knows where the licence %j is to be read', (licence, address) => {
    expect(licenceAddress(licence)).toBe(address);
  });

  it('is passed on by plain links', async () => {
    await show();
    expect(screen.getByRole('link', { name: 'LinkedIn' }).getAttribute('href')).toMatch(
      /^https:\/\/www\.linkedin\.com\/.*url=http%3A%2F%2Flocalhost%2Fen%2Frecaps%2Fleaks$/,
    );
    expect(screen.getByRole('link', { name: 'By e-mail' }).getAttribute('href')).toMatch(
      /^mailto:\?subject=What%20we%20learnt/,
    );
  });

  it('tells search engines of the languages it is written in, and of itself as an article', async () => {
    await show({ addresses: { en: 'leaks' } });
    const alternates = [...document.querySelectorAll('link[hreflang]')].map((link) =>
      link.getAttribute('hreflang'),
    );
    expect(alternates).toEqual(['en', 'x-default']);
    const data = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}',
    );
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'What we learnt about leaks',
      inLanguage: 'en',
    });
  });

  it('says which language it is in when it is not the reader’s, and marks the text so', async () => {
    await show({ language: 'de', addresses: { de: 'leaks' }, title: 'Was wir gelernt haben' });
    expect(screen.getByText(/has not been translated. You are reading it in German/)).toBeVisible();
    expect(screen.getByText('A long text.').closest('[lang]')).toHaveAttribute('lang', 'de');
    expect(screen.getByRole('heading', { level: 1 }).closest('[lang]')).toHaveAttribute('lang', 'de');
  });

  it('leads to its translation', async () => {
    await show();
    expect(screen.getByRole('link', { name: 'Deutsch' })).toHaveAttribute('href', '/de/recaps/lecks');
  });

  it('says that it is archived', async () => {
    await show({ isArchived: true });
    expect(screen.getByText(/This recap is archived/)).toBeVisible();
  });

  it('sends readers of an old address on, for good', async () => {
    response = { status: 200 };
    await open('/recaps/old');
    await answer('/api/v1/pages/recaps/old?lang=en', { kind: 'moved', slug: 'new', language: 'en' });
    expect(response.status).toBe(301);
    expect(new Headers(response.headers).get('Location')).toBe('/recaps/new');
  });

  it('goes on to the new address in the browser', async () => {
    await open('/recaps/old');
    await answer('/api/v1/pages/recaps/old?lang=en', { kind: 'moved', slug: 'leaks', language: 'en' });
    expect(TestBed.inject(Location).path()).toBe('/recaps/leaks');
    await answer('/api/v1/pages/recaps/leaks?lang=en', { kind: 'page', page: aRecapPage() });
    expect(screen.getByText('A long text.')).toBeVisible();
  });

  it('answers 404 where there is no recap, with ways on', async () => {
    response = { status: 200 };
    await open('/recaps/nowhere');
    await answer(
      '/api/v1/pages/recaps/nowhere?lang=en',
      { type: '', title: '', status: 404, code: 'recap.not-found', correlationId: 'c1' },
      404,
    );
    expect(response.status).toBe(404);
    expect(screen.getByRole('link', { name: 'All recaps' })).toHaveAttribute('href', '/recaps');
  });
});

describe('the list of recaps', () => {
  it('is a plain GET form whose fields are the keys of the address', async () => {
    await open('/recaps?q=pipes&category=water&page=2');
    await answer('/api/v1/pages/recaps?q=pipes&category=water&page=2&lang=en', aRecapsPage());
    const form = screen.getByRole('search');
    expect(form).toHaveAttribute('method', 'get');
    expect(form).toHaveAttribute('action', '/en/recaps#found');
    expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveValue('pipes');
    expect(screen.getByRole('combobox', { name: 'Category' })).toHaveValue('water');
    expect(screen.getByRole('option', { name: 'Water (3)' })).toHaveValue('water');
    expect(screen.getByRole('option', { name: '2026 (1,200)' })).toHaveValue('2026');
    expect(screen.getByRole('status')).toHaveTextContent('1 recap');
  });

  it('searches without loading the page anew, back from the first page', async () => {
    await open('/recaps?page=2');
    await answer('/api/v1/pages/recaps?page=2&lang=en', aRecapsPage());
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: ' leaks ' } });
    fireEvent.submit(screen.getByRole('search'));
    await settle();
    expect(TestBed.inject(Location).path()).toBe('/recaps?q=leaks');
    await answer('/api/v1/pages/recaps?q=leaks&lang=en', aRecapsPage([]));
    expect(screen.getByText('No recap fits this search')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all recaps' })).toHaveAttribute('href', '/recaps');
  });

  it('marks what was found, and says which language that is in', async () => {
    await open('/recaps?q=pipes');
    const passage = {
      language: 'de' as const,
      parts: [
        { text: 'Alte <b> ', isFound: false },
        { text: 'Rohre', isFound: true },
      ],
    };
    await answer('/api/v1/pages/recaps?q=pipes&lang=en', aRecapsPage([aFoundRecap({ passage })]));
    expect(screen.queryByText('Pipes leak everywhere.')).toBeNull();
    const mark = screen.getByText('Rohre');
    expect(mark.tagName).toBe('MARK');
    expect(mark.closest('[lang]')).toHaveAttribute('lang', 'de');
    expect(screen.getByRole('article')).toHaveTextContent('German: … Alte <b> Rohre …');
  });

  it('says what it looked for where the typed words find nothing', async () => {
    await open('/recaps?q=pipse');
    await answer(
      '/api/v1/pages/recaps?q=pipse&lang=en',
      aRecapsPage([aFoundRecap()], { spelling: { words: 'pipes', isApplied: true } }),
    );
    expect(screen.getByText(/Nothing was found for “pipse”/)).toHaveTextContent(
      'Shown is what was found for pipes.',
    );
  });

  it('proposes another spelling beside what was found, with the filters kept', async () => {
    await open('/recaps?q=pipse&year=2026');
    await answer(
      '/api/v1/pages/recaps?q=pipse&year=2026&lang=en',
      aRecapsPage([aFoundRecap()], { spelling: { words: 'pipes', isApplied: false } }),
    );
    expect(screen.getByRole('link', { name: 'pipes' })).toHaveAttribute('href', '/recaps?q=pipes&year=2026');
  });

  it('keeps showing a filter that nothing has any more', async () => {
    await open('/recaps?series=gone');
    await answer('/api/v1/pages/recaps?series=gone&lang=en', aRecapsPage([]));
    expect(screen.getByRole('combobox', { name: 'Series' })).toHaveValue('gone');
    expect(screen.getByRole('option', { name: 'No longer there (0)' })).toBeInTheDocument();
    expect(screen.getByText('No recap fits this search')).toBeVisible();
  });

  it('asks the API for nothing that it would refuse', async () => {
    const search = 'x'.repeat(10_000);
    await open(
      `/recaps?q=${search}&series=NOT%20A%20SLUG&year=20260&category=${'a'.repeat(200)}&page=1000000000`,
    );
    await answer(`/api/v1/pages/recaps?q=${'x'.repeat(200)}&page=100000&lang=en`, aRecapsPage([]));
    expect(screen.getByRole('searchbox')).toHaveValue('x'.repeat(200));
  });

  it('leads back from a page that is past the end', async () => {
    await open('/recaps?q=pipes&page=9');
    const recaps = { items: [], total: 30, page: 9, pageSize: 25 };
    await answer('/api/v1/pages/recaps?q=pipes&page=9&lang=en', aRecapsPage([], { recaps }));
    expect(screen.getByText('There is no such page')).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the first page' })).toHaveAttribute(
      'href',
      '/recaps?q=pipes',
    );
  });

  it.each([
    ['', '/feeds/recaps.en'],
    ['?series=water', '/feeds/series/water/recaps.en'],
    ['?category=pipes', '/feeds/categories/pipes/recaps.en'],
  ])('offers the feeds of what is shown (%s), to readers and to their programs', async (query, path) => {
    await open(`/recaps${query}`);
    await answer(`/api/v1/pages/recaps${query}${query ? '&' : '?'}lang=en`, aRecapsPage());
    for (const [name, format, type] of [
      ['Atom', 'xml', 'application/atom+xml'],
      ['RSS', 'rss', 'application/rss+xml'],
      ['JSON Feed', 'json', 'application/feed+json'],
    ] as const) {
      expect(screen.getByRole('link', { name })).toHaveAttribute('href', `${path}.${format}`);
      expect(document.head.querySelector(`link[rel=alternate][type="${type}"]`)).toHaveAttribute(
        'href',
        `${path}.${format}`,
      );
    }
  });

  it('says quietly that the original of a translation was changed since, and on which day', async () => {
    await open('/recaps/leaks');
    const answered = { kind: 'page', page: aRecapPage({ outdatedSince: '2026-10-28T09:00:00Z' }) };
    await answer('/api/v1/pages/recaps/leaks?lang=en', answered);
    expect(screen.getByText(/The original was changed on 28 October 2026/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Deutsch' })).toBeVisible();
  });

  it('tells of each recap the series, the date, the audience and the day held', async () => {
    await open('/recaps');
    await answer('/api/v1/pages/recaps?lang=en', aRecapsPage());
    const row = screen.getByRole('article');
    expect(row).toHaveTextContent('Water and cities');
    expect(row).toHaveTextContent('20 October 2026');
    expect(row).toHaveTextContent('Worldwide · held on 6 October 2026');
    expect(screen.getByRole('link', { name: 'What we learnt about leaks' })).toHaveAttribute(
      'href',
      '/recaps/what-we-learnt-about-leaks',
    );
  });
});
