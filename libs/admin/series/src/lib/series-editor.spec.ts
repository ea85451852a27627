import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Media, Role, SaveSeries, Series } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { SeriesEditor } from './series-editor';

const SERIES: Series = {
  id: 's1',
  version: 4,
  slug: 'water-and-cities',
  state: 'published',
  startsOn: '2026-10-01',
  endsOn: '2027-03-31',
  defaultLanguage: 'en',
  timeZone: 'Europe/Berlin',
  isSample: false,
  coverMediaId: null,
  categoryIds: [],
  translations: { en: { title: 'Water and cities', summary: '', host: '', commissioner: '' } },
};

const COVER: Media = {
  id: 'm1',
  version: 1,
  fileName: 'harbour.jpg',
  mimeType: 'image/jpeg',
  width: 1200,
  height: 800,
  byteSize: 340_000,
  state: 'ready',
  failure: null,
  credit: { photographer: '', agency: '', licence: '' },
  rights: { licenceUrl: '', consent: 'open', consentNote: '' },
  translations: {},
  suggestions: null,
  image: {
    width: 1200,
    height: 800,
    template: '/media/m1/{width}.{format}',
    widths: [480],
    formats: ['webp'],
  },
  focus: { x: 50, y: 50 },
  lookAlikes: 0,
  uploadedAt: '2026-01-15T09:00:00.000Z',
  usedIn: [],
};

async function open(role: Role): Promise<HttpTestingController> {
  await render(SeriesEditor, {
    inputs: { id: SERIES.id },
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    configureTestBed: (testBed) => {
      void testBed.inject(StaffAccess).ready();
      testBed
        .inject(HttpTestingController)
        .expectOne('/api/v1/auth/me')
        .flush({ id: 'a1', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    },
  });
  const backend = TestBed.inject(HttpTestingController);
  await waitFor(() => {
    backend.expectOne('/api/v1/series/s1').flush(SERIES);
  });
  await screen.findByRole('heading', { level: 1, name: 'Water and cities' });
  return backend;
}

/** The first language's. */
function title(): HTMLElement {
  const [first] = screen.getAllByRole('textbox', { name: 'Title' });
  if (!first) throw new Error('There is no title.');
  return first;
}

describe('the editor of a series', () => {
  it('sends what was typed with the version it began from, and leaves out languages without a word', async () => {
    const backend = await open('organiser');
    fireEvent.input(title(), { target: { value: 'Water, cities and people' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    const request = backend.expectOne({ method: 'PUT', url: '/api/v1/series/s1' });
    expect(request.request.body as SaveSeries).toMatchObject({
      version: 4,
      translations: { en: { title: 'Water, cities and people' } },
    });
    expect(Object.keys((request.request.body as SaveSeries).translations)).toEqual(['en']);
  });

  it('takes its cover from the library', async () => {
    const backend = await open('organiser');
    fireEvent.click(screen.getByRole('button', { name: 'From the library …' }));
    await waitFor(() => {
      backend
        .expectOne(({ url }) => url === '/api/v1/media')
        .flush({ items: [COVER], total: 1, page: 1, pageSize: 24 });
    });
    fireEvent.click(await screen.findByRole('button', { name: /harbour/ }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      const request = backend.expectOne({ method: 'PUT', url: '/api/v1/series/s1' });
      expect((request.request.body as SaveSeries).coverMediaId).toBe('m1');
    });
  });

  it('keeps what was typed when saving fails', async () => {
    const backend = await open('organiser');
    fireEvent.input(title(), { target: { value: 'Water, cities and people' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    backend
      .expectOne({ method: 'PUT', url: '/api/v1/series/s1' })
      .flush({ code: 'server.error', status: 500 }, { status: 500, statusText: 'Error' });
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(title()).toHaveValue('Water, cities and people');
  });

  it('is only read by those who may not write', async () => {
    await open('editor');
    expect(title()).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  });
});
