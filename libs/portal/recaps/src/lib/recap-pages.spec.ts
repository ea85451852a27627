import { Location } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, RESPONSE_INIT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen } from '@testing-library/dom';
import type { RecapPage, RecapsPage } from '@reihe/shared-contracts';
import { aRecapTeaser } from '@reihe/shared-testing';
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
    byline: 'Sample editors',
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
    figureValues: {},
    shown: { pictures: {}, sessions: {}, speakers: {} },
    addresses: { en: 'leaks', de: 'lecks' },
    isSample: false,
    isArchived: false,
    ...change,
  };
}

function aRecapsPage(items = [aRecapTeaser()], total = items.length): RecapsPage {
  return {
    recaps: { items, total, page: 1, pageSize: 25 },
    series: [{ slug: 'water-and-cities', title: 'Water and cities' }],
    regions: [],
    categories: [{ id: 'c1', slug: 'water', name: 'Water', language: 'en' }],
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
    });
    expect(screen.getByRole('heading', { level: 1, name: 'What we learnt about leaks' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Water and cities' })).toHaveAttribute(
      'href',
      '/series/water-and-cities',
    );
    expect(screen.getByText('20 October 2026').parentElement).toHaveTextContent('updated on 2 November 2026');
    expect(screen.getByText('By Sample editors')).toBeVisible();
    expect(screen.getByText('Virtual exchange')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Africa' })).toHaveAttribute('href', '/recaps?region=africa');
    expect(screen.getByRole('link', { name: 'Wells' }).closest('li')).toHaveTextContent(
      'Worldwide · held on 6 October 2026',
    );
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
    const alternates = [...document.querySelectorAll('link[rel=alternate]')].map((link) =>
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
    expect(form).toHaveAttribute('action', '/en/recaps');
    expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveValue('pipes');
    expect(screen.getByRole('combobox', { name: 'Category' })).toHaveValue('water');
    expect(screen.getByRole('status')).toHaveTextContent('1 recap');
  });

  it('searches without loading the page anew, back from the first page', async () => {
    await open('/recaps?page=2');
    await answer('/api/v1/pages/recaps?page=2&lang=en', aRecapsPage());
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: ' leaks ' } });
    fireEvent.submit(screen.getByRole('search'));
    await settle();
    expect(TestBed.inject(Location).path()).toBe('/recaps?q=leaks');
    await answer('/api/v1/pages/recaps?q=leaks&lang=en', aRecapsPage([], 0));
    expect(screen.getByText('No recap fits this search')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all recaps' })).toHaveAttribute('href', '/recaps');
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
