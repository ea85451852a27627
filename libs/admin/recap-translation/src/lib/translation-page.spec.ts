import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { RichNode, Role } from '@reihe/shared-contracts';
import type {
  ExchangePreview,
  Recap,
  RecapText,
  SaveRecap,
  TranslationStatus,
} from '@reihe/shared-editorial';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import type { Editor } from '@tiptap/core';
import { TranslationPage } from './translation-page';

const paragraph = (id: string, text: string): RichNode => ({
  ...{ type: 'paragraph', attrs: { id } },
  content: [{ type: 'text', text }],
});
const text = (title: string, slug: string, ...content: RichNode[]): RecapText => ({
  ...{ title, slug, lead: '', seoTitle: '', seoDescription: '' },
  body: { type: 'doc', content },
});
const status = (change: Partial<TranslationStatus>): TranslationStatus => ({
  ...{ state: 'translated', outdatedSince: null, reviewedAt: null, reviewedBy: null, lastWriter: null },
  ...change,
});

const RECAP: Recap = {
  figures: 'live',
  ...{ id: 'r1', version: 3, seriesId: 'y1', state: 'draft', byline: 'Somebody', leadMediaId: null },
  ...{ sessionIds: [], categoryIds: [], regionIds: [], gallery: [], publishedOn: null, reviewComment: null },
  ...{ staleLanguages: [], hasUnpublishedChanges: false, gaps: [], revisions: [] },
  translations: {
    en: text('Water', 'water', paragraph('pipes-1', 'Old pipes leak.'), paragraph('mend-2', 'Mend them.')),
    de: text('Wasser', 'wasser', paragraph('pipes-1', 'Rohre lecken.')),
  },
  translationBases: { de: { title: 'Water', 'pipes-1': 'Pipes leak.' } },
  translationStates: { en: status({ state: 'original' }), de: status({ state: 'in-progress' }) },
  workflow: { reviewer: null, lastWriter: null, approvedBy: null, approvedAt: null, schedule: null },
};

async function open(recap: Recap = RECAP, role: Role = 'editor'): Promise<HttpTestingController> {
  await render(TranslationPage, {
    inputs: { id: recap.id, language: 'de' },
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
    backend.expectOne('/api/v1/recaps/r1').flush(recap);
  });
  await screen.findByRole('heading', { level: 1, name: 'Water · German' });
  return backend;
}
const row = (name: RegExp) => screen.getByRole('group', { name });
type Written = HTMLElement & { editor: Editor };
const box = () => screen.findByRole<Written>('textbox', { name: /^Paragraph/ });
async function sent(backend: HttpTestingController, method: string, url: string) {
  return waitFor(() => backend.expectOne({ method, url }));
}

describe('a translation beside its original', () => {
  beforeAll(() => {
    const none = {
      top: 0,
      bottom: 0,
      left: 0,
      right: 0,
      width: 0,
      height: 0,
      x: 0,
      y: 0,
      toJSON: () => ({}),
    };
    Range.prototype.getBoundingClientRect = () => none;
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
    Element.prototype.scrollIntoView = () => undefined;
  });
  beforeEach(() => {
    localStorage.clear();
  });

  it('shows each part with its state, what the original said, and how much is done', async () => {
    await open();
    expect(screen.getByText('1 of 3 parts')).toBeVisible();
    expect(within(row(/^1: Title, Translated/)).getByRole('textbox')).toHaveValue('Wasser');
    const outdated = within(row(/^2: Paragraph, Outdated/));
    expect(outdated.getByRole('deletion')).toHaveTextContent('Pipes');
    expect(outdated.getByText('Rohre lecken.').closest('[lang]')).toHaveAttribute('lang', 'de');
    expect(row(/^3: Paragraph, Not translated/)).toBeVisible();
    fireEvent.click(screen.getByLabelText('Only open ones'));
    expect(screen.queryByRole('group', { name: /^1: Title/ })).toBeNull();
  });

  it('is gone through by keyboard and saved through the recap, with the blocks of the original', async () => {
    const backend = await open();
    fireEvent.keyDown(screen.getByRole('heading', { level: 1 }), { key: 'ArrowDown', altKey: true });
    // At once: nobody waits for a page before they type on.
    expect(screen.getByRole('textbox', { name: 'Paragraph 2, German' })).toHaveFocus();
    fireEvent.keyDown(await box(), { key: 'ArrowDown', altKey: true });
    expect(screen.getByRole('textbox', { name: 'Paragraph 3, German' })).toHaveFocus();
    (await box()).editor.chain().focus('end').insertContent('Flickt sie.').run();
    fireEvent.keyDown(document, { key: 's', ctrlKey: true });
    const request = await sent(backend, 'PUT', '/api/v1/recaps/r1');
    const body = JSON.parse(JSON.stringify(request.request.body)) as SaveRecap;
    expect(body.version).toBe(3);
    expect(body.translations.de?.body.content).toEqual([
      paragraph('pipes-1', 'Rohre lecken.'),
      paragraph('mend-2', 'Flickt sie.'),
    ]);
    expect(screen.getByText('2 of 3 parts')).toBeVisible();
  });

  it('copies the original into a row, and confirms what is still right once all is saved', async () => {
    const backend = await open();
    fireEvent.click(screen.getByRole('button', { name: /Copy the original here 3/ }));
    await waitFor(() => {
      expect(screen.getByText('2 of 3 parts')).toBeVisible();
    });
    fireEvent.click(screen.getByRole('button', { name: /It is still right 2/ }));
    const put = await sent(backend, 'PUT', '/api/v1/recaps/r1');
    const { translations } = JSON.parse(JSON.stringify(put.request.body)) as SaveRecap;
    put.flush({ ...RECAP, version: 4, translations });
    const confirm = await sent(backend, 'POST', '/api/v1/recaps/r1/confirm-translation');
    expect(confirm.request.body).toEqual({ version: 4, language: 'de', parts: ['pipes-1'] });
  });

  it('says which number is lost, and puts it back', async () => {
    const figure: RichNode = { type: 'figureValue', attrs: { measure: 'attended', sessionId: null } };
    const en = text('Water', 'water', {
      ...paragraph('pipes-1', 'came.'),
      content: [figure, { type: 'text', text: ' came.' }],
    });
    const de = text('Wasser', 'wasser', paragraph('pipes-1', 'Viele kamen'));
    const backend = await open({ ...RECAP, translations: { en, de }, translationBases: {} });
    expect(screen.getByText('The translation lacks:')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: /^Change 2/ }));
    fireEvent.click(await screen.findByRole('button', { name: /^Insert the number/ }));
    await waitFor(() => {
      expect(screen.queryByText('The translation lacks:')).toBeNull();
    });
    // The first key only selects it.
    const { editor } = await box();
    const backspace = { key: 'Backspace', keyCode: 8 };
    fireEvent.keyDown(editor.view.dom, backspace);
    expect(JSON.stringify(editor.getJSON())).toContain('figureValue');
    fireEvent.keyDown(editor.view.dom, backspace);
    expect(JSON.stringify(editor.getJSON())).not.toContain('figureValue');
    expect(backend).toBeDefined();
  });

  it('is reviewed by somebody else than who wrote it', async () => {
    const whole = { ...RECAP, translationStates: { de: status({ lastWriter: { id: 'a1', name: 'A' } }) } };
    await open(whole);
    expect(screen.getByText('You wrote last: somebody else reviews it.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'I have reviewed it' })).toBeNull();
    TestBed.resetTestingModule();
    const backend = await open({
      ...whole,
      translationStates: { de: status({ lastWriter: { id: 'b2', name: 'B' } }) },
    });
    fireEvent.click(screen.getByRole('button', { name: 'I have reviewed it' }));
    const request = await sent(backend, 'POST', '/api/v1/recaps/r1/review-translation');
    expect(request.request.body).toEqual({ version: 3, language: 'de', isReviewed: true });
  });

  it('takes a file in after a look at it, keeps what is newer here unless one chooses, and can undo it', async () => {
    const backend = await open();
    const plain = {
      original: '',
      before: '',
      isOriginalChanged: false,
      isNewerHere: false,
      missingCodes: [],
      problems: [],
    };
    const preview: ExchangePreview = {
      ...{ version: 3, language: 'de', format: 'xliff-2.1' },
      rows: [
        { ...plain, key: 'title', kind: 'change', before: 'Wasser', after: 'Gewässer', isNewerHere: true },
        { ...plain, key: 'mend-2', kind: 'new', after: 'Flickt sie.' },
        { ...plain, key: 'pipes-1', kind: 'change', after: 'x', problems: ['doubled-code'] },
      ],
    };
    const file = new File(['<xliff/>'], 'back.xlf');
    fireEvent.change(screen.getByLabelText('Take a file in …'), { target: { files: [file] } });
    (await sent(backend, 'POST', '/api/v1/recap-exchange/r1/preview')).flush(preview);
    const dialog = within(await screen.findByRole('dialog', { name: 'What the file would change' }));
    const [title, mend, pipes] = dialog.getAllByRole<HTMLInputElement>('checkbox');
    expect([title?.checked, mend?.checked, pipes?.disabled]).toEqual([false, true, true]);
    expect(dialog.getByText('A number or note stands in it twice.')).toBeInTheDocument();
    fireEvent.click(dialog.getByRole('button', { name: 'Take one part' }));
    const request = await sent(backend, 'POST', '/api/v1/recap-exchange/r1/import');
    expect((request.request.body as FormData).get('rows')).toBe('mend-2');
    request.flush({ recap: { ...RECAP, version: 4 }, importId: 'i1', rows: 1 });
    await screen.findByText('One part of the file was taken in.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    const undo = await sent(backend, 'POST', '/api/v1/recap-exchange/r1/imports/i1/undo');
    expect(undo.request.body).toEqual({ version: 4 });
  });

  it('says in a sentence why a file is not taken, and where it breaks off', async () => {
    const backend = await open();
    const file = new File(['<xliff'], 'cut-off.xlf');
    fireEvent.change(screen.getByLabelText('Take a file in …'), { target: { files: [file] } });
    (await sent(backend, 'POST', '/api/v1/recap-exchange/r1/preview')).flush(
      {
        type: 'x',
        title: 'x',
        status: 422,
        code: 'recap.file-refused',
        details: { reason: 'broken', line: 7 },
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    expect(await screen.findByText(/breaks off or is damaged at line 7/)).toBeInTheDocument();
  });

  it('is only read by who may not write', async () => {
    await open(RECAP, 'organiser');
    expect(screen.queryByRole('button', { name: /Translate|Change|Copy/ })).toBeNull();
    expect(within(row(/^1: Title/)).getByRole('textbox')).toHaveAttribute('readonly');
  });
});
