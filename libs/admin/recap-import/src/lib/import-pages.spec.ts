import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { IMPORT_NOTES, IMPORT_REFUSALS, type ImportArticle, type RecapImport } from '@reihe/shared-editorial';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import { noteSentence, refusalWords } from './import-words';
import { recapImportRoutes } from './recap-import.routes';

const IMPORT: RecapImport = {
  id: 'i1',
  version: 1,
  seriesId: 'y1',
  state: 'ready',
  fileName: 'export.xml',
  kind: 'wordpress',
  refusal: null,
  byteSize: 10,
  received: 10,
  createdAt: '2026-10-20T08:00:00Z',
  createdBy: 'Sample editor',
  articles: 2,
  chosen: 2,
  blocked: 1,
  written: 0,
  recaps: 0,
  pictures: { all: 2, inFile: 1, done: 0, failed: 0 },
  fetchesPictures: false,
  keepsDates: false,
  mayFetch: true,
  kept: [],
};
const ARTICLE: ImportArticle = {
  id: 'a1',
  version: 4,
  position: 0,
  title: 'Water in cities',
  language: 'en',
  statedLanguage: 'en-GB',
  author: 'Sample Author',
  publishedOn: '2020-05-12',
  lead: '',
  address: 'https://old.example/water',
  words: 120,
  pictures: { all: 2, inFile: 1, done: 0, failed: 0 },
  categories: ['Water'],
  sessionIds: ['s1'],
  translationOf: null,
  isChosen: true,
  notes: [{ code: 'scripts-dropped', count: 2, details: ['<script>'] }],
  recapId: null,
};
const FRENCH: ImportArticle = {
  ...ARTICLE,
  id: 'a2',
  position: 1,
  title: 'L’eau',
  language: null,
  statedLanguage: 'fr',
  sessionIds: [],
  notes: [{ code: 'language-unknown', count: 1, details: [] }],
};
const page = <T>(items: T[]) => ({ items, total: items.length, page: 1, pageSize: 100 });

async function open(path: string) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'recaps/import', children: recapImportRoutes }], withComponentInputBinding()),
    ],
  });
  const backend = TestBed.inject(HttpTestingController);
  await RouterTestingHarness.create(path);
  return {
    asked: (method: string, path: string) =>
      // A worker is looked at again after a second.
      waitFor(() => backend.expectOne((one) => one.method === method && one.url === `/api/v1${path}`), {
        timeout: 4000,
      }),
  };
}

async function ready() {
  const desk = await open('/recaps/import/i1');
  (await desk.asked('GET', '/recap-imports/i1')).flush(IMPORT);
  (await desk.asked('GET', '/recap-imports/i1/articles')).flush(page([ARTICLE, FRENCH]));
  (await desk.asked('GET', '/sessions')).flush(
    page([
      { id: 's1', title: 'Water', startsAt: '2020-05-10T12:00:00Z', timeZone: 'UTC' },
      { id: 's2', title: 'Ports', startsAt: '2020-05-11T12:00:00Z', timeZone: 'UTC' },
    ]),
  );
  return desk;
}

describe('importing recaps', () => {
  it('wants a series before a file, and refuses a file that is too large before it is sent', async () => {
    const desk = await open('/recaps/import');
    (await desk.asked('GET', '/series')).flush(
      page([
        { id: 'y1', title: 'One' },
        { id: 'y2', title: 'Two' },
      ]),
    );
    (await desk.asked('GET', '/recap-imports')).flush([]);
    const file = new File(['x'], 'export.xml');
    const chooser = await screen.findByLabelText('Choose a file');
    fireEvent.change(chooser, { target: { files: [file] } });
    expect(await screen.findByRole('alert')).toHaveTextContent('Choose first to which series');
    fireEvent.change(screen.getByLabelText('Series to which the recaps belong'), { target: { value: 'y2' } });
    const huge = new File(['x'], 'huge.zip');
    Object.defineProperty(huge, 'size', { value: 200_000_000 });
    fireEvent.change(chooser, { target: { files: [huge] } });
    await waitFor(() => {
      expect(screen.getByRole('alert')).toHaveTextContent('“huge.zip” is too large');
    });
    fireEvent.change(chooser, { target: { files: [file] } });
    const begun = await desk.asked('POST', '/recap-imports');
    expect(begun.request.body).toEqual({ seriesId: 'y2', fileName: 'export.xml', byteSize: 1 });
  });

  it('shows each article with what is wrong, and keeps every change at once', async () => {
    const desk = await ready();
    const french = within(await screen.findByRole('article', { name: 'L’eau' }));
    expect(french.getByText(/none of Reihe’s/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import one article as a draft' })).toBeEnabled();
    const water = within(screen.getByRole('article', { name: 'Water in cities' }));
    expect(water.getByText('Scripts and styles are left out (2): <script>')).toBeInTheDocument();
    fireEvent.click(water.getByRole('button', { name: /Remove.*Water/ }));
    const change = await desk.asked('PUT', '/recap-imports/i1/articles/a1');
    expect(change.request.body).toEqual({
      version: 4,
      title: 'Water in cities',
      language: 'en',
      sessionIds: [],
      translationOf: null,
      isChosen: true,
    });
    change.flush(null);
    (await desk.asked('GET', '/recap-imports/i1/articles')).flush(
      page([{ ...ARTICLE, version: 5, sessionIds: [] }, FRENCH]),
    );
    expect(await water.findByText(/None suggested/)).toBeInTheDocument();
  });

  it('says that somebody else was faster, and what there is now', async () => {
    const desk = await ready();
    const water = within(await screen.findByRole('article', { name: 'Water in cities' }));
    fireEvent.change(water.getByLabelText('Title'), { target: { value: 'Mine' } });
    (await desk.asked('PUT', '/recap-imports/i1/articles/a1')).flush(
      { code: 'version.outdated', status: 409 },
      { status: 409, statusText: 'Conflict' },
    );
    (await desk.asked('GET', '/recap-imports/i1/articles')).flush(
      page([{ ...ARTICLE, version: 5, title: 'Theirs' }, FRENCH]),
    );
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(await screen.findByRole('article', { name: 'Theirs' })).toBeInTheDocument();
  });

  it('runs, shows how far it is, and ends with a report that links to the drafts', async () => {
    const desk = await ready();
    fireEvent.click(await screen.findByLabelText(/Fetch 1 pictures/));
    fireEvent.click(screen.getByRole('button', { name: 'Import one article as a draft' }));
    const run = await desk.asked('POST', '/recap-imports/i1/run');
    expect(run.request.body).toEqual({ version: 1, fetchesPictures: true, keepsDates: false });
    run.flush({});
    const pictures = { all: 2, inFile: 1, done: 1, failed: 0 };
    (await desk.asked('GET', '/recap-imports/i1')).flush({
      ...IMPORT,
      state: 'pictures',
      recaps: 1,
      pictures,
    });
    expect(await screen.findByText(/1 of 2 pictures/)).toBeInTheDocument();
    (await desk.asked('GET', '/recap-imports/i1')).flush({
      ...IMPORT,
      state: 'done',
      recaps: 1,
      pictures: { ...pictures, failed: 1 },
    });
    (await desk.asked('GET', '/recap-imports/i1/articles')).flush(
      page([{ ...ARTICLE, recapId: 'r1', pictures: { ...pictures, failed: 1 } }, FRENCH]),
    );
    expect(await screen.findByRole('link', { name: 'Water in cities' })).toHaveAttribute(
      'href',
      '/recaps/r1',
    );
    expect(screen.getByText('not imported')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Undo …' })).toBeEnabled();
    expect(TestBed.inject(Router).url).toBe('/recaps/import/i1');
  });

  it('tells why a file cannot be read, and the line', async () => {
    const desk = await open('/recaps/import/i1');
    const refusal = { code: 'broken-xml', line: 12, detail: 'unclosed tag: item' };
    (await desk.asked('GET', '/recap-imports/i1')).flush({
      ...IMPORT,
      state: 'refused',
      kind: null,
      refusal,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('in line 12');
  });

  it('has words for all that can happen', () => {
    const notes = IMPORT_NOTES.map((code) => noteSentence({ code, count: 1, details: [] }));
    const refusals = IMPORT_REFUSALS.map((code) => refusalWords({ code, line: null, detail: 'x' }));
    expect(new Set(notes).size).toBe(IMPORT_NOTES.length);
    expect(new Set(refusals).size).toBe(IMPORT_REFUSALS.length);
  });
});
