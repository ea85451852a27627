import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Role } from '@reihe/shared-contracts';
import type { Recap, SaveRecap } from '@reihe/shared-editorial';
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
  hasUnpublishedChanges: false,
  gaps: [],
  revisions: [],
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
    expect(body.translations.en?.body).toEqual(RECAP.translations.en?.body);
    expect(body.version).toBe(3);
    request.flush({ ...RECAP, version: 4 });
    expect(await screen.findByText(/Saved at/)).toBeVisible();
  });

  it('keeps the text of a failed save, and offers it back after a reload', async () => {
    const backend = await open('editor');
    type('Typed in vain');
    await save();
    await waitFor(() => {
      backend
        .expectOne({ method: 'PUT', url: '/api/v1/recaps/r1' })
        .flush({ code: 'server.error' }, { status: 500, statusText: 'Error' });
    });
    expect(titleBox()).toHaveValue('Typed in vain');
    await waitFor(() => {
      expect(localStorage.length).toBe(1);
    });

    TestBed.resetTestingModule();
    await open('editor');
    expect(titleBox()).toHaveValue('Night shift');
    fireEvent.click(screen.getByRole('button', { name: 'Put them back' }));
    await waitFor(() => {
      expect(titleBox()).toHaveValue('Typed in vain');
    });
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
    await open('editor', { ...RECAP, state: 'in-review' });
    expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
    expect(screen.getByText(/The checks say what is missing/)).toBeVisible();
    expect(screen.getByRole('button', { name: /Send back/ })).toBeEnabled();
    type('Another title');
    await waitFor(() => {
      expect(screen.getByRole('button', { name: /Send back/ })).toBeDisabled();
    });
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
