import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { RichNode, Role } from '@reihe/shared-contracts';
import type { Recap, SaveRecap } from '@reihe/shared-editorial';
import type { Editor } from '@tiptap/core';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { RecapEditor } from './recap-editor';

const RECAP: Recap = {
  id: 'r1',
  version: 3,
  seriesId: 'y1',
  state: 'draft',
  sessionIds: ['a7f0c1de-2b34-4c56-8d78-9e0f1a2b3c4d'],
  categoryIds: [],
  regionIds: [],
  byline: 'Somebody',
  leadMediaId: null,
  gallery: [],
  publishedOn: null,
  reviewComment: null,
  translations: {
    en: {
      title: 'Night shift',
      slug: 'night-shift',
      lead: 'What came of it.',
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Written.' }] }] },
      seoTitle: '',
      seoDescription: '',
    },
  },
  staleLanguages: [],
  translationStates: {},
  translationBases: {},
  hasUnpublishedChanges: false,
  gaps: [],
  revisions: [],
  workflow: { reviewer: null, lastWriter: null, approvedBy: null, approvedAt: null, schedule: null },
  figures: 'live',
};

async function open(role: Role, recap: Recap = RECAP): Promise<HttpTestingController> {
  await render(RecapEditor, {
    inputs: { id: recap.id },
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
  await screen.findByRole('heading', { level: 1, name: 'Night shift' });
  return backend;
}

const paragraph = (text: string, id: string): RichNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});

function withBody(...content: RichNode[]): Recap {
  const { en } = RECAP.translations;
  if (!en) throw new Error('The sample is English.');
  return { ...RECAP, translations: { en: { ...en, body: { type: 'doc', content } } } };
}

const draftRequests = (backend: HttpTestingController) =>
  backend.match(({ url }) => url.startsWith('/api/v1/drafts'));

/** The question about the other version, once it is known whose it is. */
async function dialogAfter(backend: HttpTestingController): Promise<HTMLElement> {
  const lastSave = { by: 'Sample Colleague', isOwn: false, at: '2026-11-01T08:00:00Z' };
  await waitFor(() => {
    backend
      .match(({ url }) => url.startsWith('/api/v1/presence'))
      .filter(({ cancelled }) => !cancelled)
      .forEach((request) => {
        request.flush({ others: [], ownTabs: 0, version: 4, lastSave });
      });
    expect(screen.getByRole('dialog')).toHaveTextContent('Sample Colleague');
  });
  return screen.getByRole('dialog');
}

/** Nothing was kept at another time. */
async function noDraftOf(backend: HttpTestingController): Promise<void> {
  await waitFor(() => {
    const asked = draftRequests(backend);
    expect(asked).toHaveLength(1);
    asked[0]?.flush([]);
  });
}

/** Tiptap hangs its editor on the element. */
type Written = HTMLElement & { editor: Editor };

const inEnglish = () => within(screen.getByRole('group', { name: 'English' }));
const titleBox = () => inEnglish().getByLabelText('Title');
const type = (title: string) => fireEvent.input(titleBox(), { target: { value: title } });

async function save(): Promise<void> {
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
  });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
}

describe('the recap editor', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('sends the languages that are written, with their text as a document', async () => {
    const backend = await open('editor');
    expect(screen.getByRole('textbox', { name: 'Text, English' })).toHaveTextContent('Written.');
    type('Night shifts');
    await save();
    const request = await waitFor(() => backend.expectOne({ method: 'PUT', url: '/api/v1/recaps/r1' }));
    // As JSON: signal forms mark list items with symbols, which never cross the wire.
    const body = JSON.parse(JSON.stringify(request.request.body)) as SaveRecap;
    expect(Object.keys(body.translations)).toEqual(['en']);
    expect(body.translations.en?.body).toMatchObject({
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Written.' }] }],
    });
    expect(body.version).toBe(3);
    request.flush({ ...RECAP, version: 4 });
    expect(await screen.findByText(/Saved at/)).toBeVisible();
  });

  it('keeps what is typed in this browser while the server cannot be reached, and offers it after a reload', async () => {
    const backend = await open('editor');
    await noDraftOf(backend);
    type('Typed in vain');
    await save();
    await waitFor(() => {
      backend.expectOne({ method: 'PUT', url: '/api/v1/recaps/r1' }).error(new ProgressEvent('error'));
    });
    expect(titleBox()).toHaveValue('Typed in vain');
    await waitFor(
      () => {
        draftRequests(backend).forEach((request) => {
          request.error(new ProgressEvent('error'));
        });
        expect(localStorage).toHaveLength(1);
      },
      { timeout: 5_000 },
    );
    expect(await screen.findByText(/Kept in this browser/)).toBeVisible();

    TestBed.resetTestingModule();
    const later = await open('editor');
    await waitFor(() => {
      draftRequests(later).forEach((request) => {
        request.error(new ProgressEvent('error'));
      });
      expect(screen.getByText(/You have unsaved changes/)).toBeVisible();
    });
    expect(titleBox()).toHaveValue('Night shift');
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await waitFor(() => {
      expect(titleBox()).toHaveValue('Typed in vain');
    });
  });

  it('leads from what a picture lacks to the picture, where it stands in a text alone', async () => {
    const mediaId = '00000000-0000-4000-8000-00000000000a';
    await open(
      'editor',
      withBody(paragraph('First.', 'block-1'), { type: 'picture', attrs: { id: 'block-2', mediaId } }),
    );
    const { editor } = screen.getByRole<Written>('textbox', { name: 'Text, English' });
    const lack = await screen.findByRole('button', { name: /^Describe a picture.*English/ });
    expect(editor.isActive('picture')).toBe(false);
    fireEvent.click(lack);
    await waitFor(() => {
      expect(editor.isActive('picture')).toBe(true);
    });
  });

  it('leads from a link that leads nowhere to its words, or to the video', async () => {
    const backend = await open(
      'editor',
      withBody(
        paragraph('First, a note.', 'block-1'),
        {
          ...paragraph('', 'block-2'),
          content: [
            { type: 'text', text: 'See ' },
            {
              type: 'text',
              text: 'the leaks',
              marks: [{ type: 'link', attrs: { href: '/en/recaps/leaks' } }],
            },
          ],
        },
        { type: 'video', attrs: { id: 'block-3', href: 'https://video.example/1', title: 'Pipes' } },
      ),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Check links' }));
    await waitFor(() => {
      backend.expectOne('/api/v1/recap-desk/link-checks').flush([
        { href: '/en/recaps/leaks', state: 'missing', status: null },
        { href: 'https://video.example/1', state: 'dead', status: 404 },
      ]);
    });
    const { editor } = screen.getByRole<Written>('textbox', { name: 'Text, English' });
    fireEvent.click(
      await screen.findByRole('button', { name: /^The link “the leaks” leads to a page of this site/ }),
    );
    await waitFor(() => {
      const { from, to } = editor.state.selection;
      expect(editor.state.doc.textBetween(from, to)).toBe('the leaks');
    });
    fireEvent.click(screen.getByRole('button', { name: /^The link “Pipes” leads nowhere.*404/ }));
    await waitFor(() => {
      expect(editor.isActive('video')).toBe(true);
    });
  });

  it('joins what a colleague wrote in another paragraph, and says so before it is saved', async () => {
    const two = withBody(paragraph('First.', 'block-1'), paragraph('Second.', 'block-2'));
    const backend = await open('editor', two);
    await noDraftOf(backend);
    const box = screen.getByRole<Written>('textbox', { name: 'Text, English' });
    box.editor.chain().setTextSelection(2).insertContent('My ').run();
    await save();
    await waitFor(() => {
      backend
        .expectOne({ method: 'PUT', url: '/api/v1/recaps/r1' })
        .flush({ code: 'version.outdated' }, { status: 409, statusText: 'Conflict' });
    });
    const theirs = withBody(paragraph('First.', 'block-1'), paragraph('Second, hers.', 'block-2'));
    await waitFor(() => {
      backend.expectOne('/api/v1/recaps/r1').flush({ ...theirs, version: 4 });
    });
    const dialog = within(await dialogAfter(backend));
    expect(dialog.getByText('English, “Second.”')).toBeInTheDocument();
    fireEvent.click(dialog.getByRole('button', { name: 'Save the result' }));
    const request = await waitFor(() => backend.expectOne({ method: 'PUT', url: '/api/v1/recaps/r1' }));
    const sent = JSON.parse(JSON.stringify(request.request.body)) as SaveRecap;
    expect(sent.version).toBe(4);
    expect(sent.translations.en?.body.content).toEqual([
      paragraph('FMy irst.', 'block-1'),
      paragraph('Second, hers.', 'block-2'),
    ]);
  });

  it('asks where both wrote in one paragraph, and keeps mine until it is answered', async () => {
    const backend = await open('editor', withBody(paragraph('First.', 'block-1')));
    await noDraftOf(backend);
    const box = screen.getByRole<Written>('textbox', { name: 'Text, English' });
    box.editor.chain().setTextSelection(2).insertContent('My ').run();
    await save();
    await waitFor(() => {
      backend
        .expectOne({ method: 'PUT', url: '/api/v1/recaps/r1' })
        .flush({ code: 'version.outdated' }, { status: 409, statusText: 'Conflict' });
    });
    await waitFor(() => {
      backend
        .expectOne('/api/v1/recaps/r1')
        .flush({ ...withBody(paragraph('First, hers.', 'block-1')), version: 4 });
    });
    const dialog = within(await dialogAfter(backend));
    expect(dialog.getByRole('group', { name: /English, “First\.”/ })).toBeInTheDocument();
    fireEvent.click(dialog.getByRole('button', { name: 'Back' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(box).toHaveTextContent('FMy irst.');
  });

  it('leads from a finding to the field in which it is mended', async () => {
    await open('editor', { ...RECAP, byline: '' });
    fireEvent.click(screen.getByRole('button', { name: 'Name who wrote it' }));
    await waitFor(() => {
      expect(screen.getByLabelText('Written by')).toHaveFocus();
    });
    fireEvent.input(screen.getByLabelText('Written by'), { target: { value: 'Somebody' } });
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Name who wrote it' })).not.toBeInTheDocument();
    });
  });

  it('publishes nothing that is incomplete or not saved', async () => {
    await open('editor', { ...RECAP, state: 'approved' });
    expect(screen.getByRole('button', { name: 'Schedule …' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
    expect(screen.getByText(/The checks say what is missing/)).toBeVisible();
    expect(screen.getByRole('button', { name: /Send back/ })).toBeEnabled();
    expect(titleBox()).toBeDisabled();
  });

  it('lets nobody decide about what is not saved', async () => {
    await open('editor', { ...RECAP, state: 'in-review' });
    expect(screen.getByRole('button', { name: 'Approve' })).toBeEnabled();
    type('Another title');
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Approve' })).toBeDisabled();
    });
    expect(screen.getByRole('button', { name: /Send back/ })).toBeDisabled();
  });

  it('says that somebody else approves what one wrote last, to all but administrators', async () => {
    const own = { ...RECAP.workflow, lastWriter: { id: 'a1', name: 'A' } };
    await open('editor', { ...RECAP, state: 'in-review', workflow: own });
    expect(screen.getByText(/somebody else has to approve it/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
    TestBed.resetTestingModule();
    await open('administrator', { ...RECAP, state: 'in-review', workflow: own });
    expect(screen.getByRole('button', { name: 'Approve' })).toBeEnabled();
  });

  it('asks for a reviewer before it is submitted', async () => {
    const backend = await open('editor');
    fireEvent.click(screen.getByRole('button', { name: 'Submit for review' }));
    await waitFor(() => {
      backend.expectOne('/api/v1/recap-desk/people').flush([
        { id: 'a1', name: 'A', isReviewer: true },
        { id: 'a2', name: 'Noor', isReviewer: true },
        { id: 'a3', name: 'Somebody who may not', isReviewer: false },
      ]);
    });
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent.trim())).toEqual([
      'Whoever has time',
      'Noor',
    ]);
    fireEvent.click(dialog.getByRole('radio', { name: 'Noor' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Submit for review' }));
    const request = await waitFor(() => backend.expectOne('/api/v1/recaps/r1/submit'));
    expect(request.request.body).toEqual({ version: 3, reviewerId: 'a2' });
  });

  it('says when it appears, and why it did not', async () => {
    const schedule = {
      publishAt: '2026-12-01T08:00:00Z',
      publishLocal: '2026-12-01T09:00',
      timeZone: 'Europe/Berlin',
      failure: null,
    };
    await open('editor', { ...RECAP, state: 'scheduled', workflow: { ...RECAP.workflow, schedule } });
    expect(screen.getByText(/It appears .*Tue,? 1 Dec 2026, 09:00 \(Berlin\)/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Take off the schedule' })).toBeEnabled();
    TestBed.resetTestingModule();
    const failure = { triedAt: '2026-12-01T08:00:00Z', gaps: [{ code: 'no-byline' as const }] };
    await open('editor', {
      ...RECAP,
      state: 'scheduled',
      workflow: { ...RECAP.workflow, schedule: { ...schedule, failure } },
    });
    expect(screen.getByText(/was to appear .* something was missing/)).toBeVisible();
  });

  it('can be read, but not changed, by an organiser', async () => {
    await open('organiser');
    expect(titleBox()).toBeDisabled();
    expect(screen.getByRole('textbox', { name: 'Text, English' })).toHaveAttribute(
      'contenteditable',
      'false',
    );
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Submit for review' })).not.toBeInTheDocument();
  });
});
