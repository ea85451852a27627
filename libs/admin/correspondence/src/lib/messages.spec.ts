import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding, withRouterConfig } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Message, MessagePreview, MessageRecipient } from '@reihe/shared-registration';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import { messageListRoutes, messageRoutes } from './correspondence.routes';

const ONE = '/api/v1/messages/m1';
const NOTHING = { total: 0, waiting: 0, queued: 0, sent: 0, failed: 0, bounced: 0, leftOut: 0 };

const draft: Message = {
  id: 'm1',
  version: 1,
  state: 'draft',
  kind: 'place',
  subject: '',
  writtenBy: 'A',
  createdAt: '2026-11-20T10:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  progress: NOTHING,
  sessionId: 's1',
  seriesId: null,
  title: 'Pipes',
  defaultLanguage: 'en',
  selection: { registrationIds: [], states: [], countries: [], languages: [] },
  texts: {},
  audience: {
    people: 3,
    languages: [
      { language: 'en', people: 2 },
      { language: 'de', people: 1 },
    ],
    states: [{ state: 'confirmed', registrations: 3 }],
    withoutJoinAddress: 1,
    unsubscribed: 0,
  },
};
const preview: MessagePreview = {
  language: 'en',
  example: 'Mara',
  subject: 'Maps',
  text: 'Dear',
  html: '<p>Dear</p>',
};

async function open(address: string): Promise<HttpTestingController> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'messages', children: messageRoutes },
          { path: 'sessions/:sessionId/messages', children: messageListRoutes },
        ],
        withComponentInputBinding(),
        withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      ),
    ],
  });
  const backend = TestBed.inject(HttpTestingController);
  const ready = TestBed.inject(StaffAccess).ready();
  backend
    .expectOne('/api/v1/auth/me')
    .flush({ id: 'a', email: 'a@b.org', name: 'A', roles: ['organiser'], language: 'en' });
  await ready;
  await RouterTestingHarness.create(address);
  return backend;
}

/** Whenever it comes: typing is awaited before anything is asked. */
const answer = (backend: HttpTestingController, url: string, body: object, method = 'POST') =>
  waitFor(
    () => {
      const request = backend.expectOne((one) => one.urlWithParams === url && one.method === method);
      request.flush(body);
      return request.request.body as object;
    },
    { timeout: 4_000 },
  );

const english = () => within(screen.getByRole('group', { name: 'English' }));
const type = (label: string, value: string) => {
  fireEvent.input(english().getByLabelText(label), { target: { value } });
};

describe('a message while it is written', () => {
  let backend: HttpTestingController;
  beforeEach(async () => {
    backend = await open('/messages/m1');
    await answer(backend, ONE, draft, 'GET');
    await screen.findByRole('heading', { name: 'To whom' });
    await answer(backend, `${ONE}/preview`, preview);
  });

  it('says whom it reaches, and what keeps it from being sent', () => {
    expect(screen.getByText('3 people get it.').parentElement).toHaveTextContent(
      /English: 2, German: 1\. One of them has no place/,
    );
    const send = screen.getByRole('button', { name: 'Send to 3 people' });
    expect(send).toHaveAttribute('aria-disabled', 'true');
    expect(send).toHaveAccessibleDescription(/Somebody reads English, and there is no text for them/);
  });

  it('is saved when one rests, as typed, and can then be sent after a question', async () => {
    type('Subject', 'Bring maps');
    type('Text', 'Dear {{name}}');
    const saved = { ...draft, version: 2, texts: { en: { subject: 'Bring maps', body: 'Dear {{name}}' } } };
    expect(await answer(backend, ONE, saved, 'PUT')).toEqual({
      version: 1,
      kind: 'place',
      selection: draft.selection,
      texts: saved.texts,
    });
    await screen.findByText(/^\s*Saved at/);
    // As PostgreSQL gives it back: the same, its fields in another order, its ends trimmed.
    type('Text', 'Dear {{name}}, hello ');
    const { registrationIds, ...others } = draft.selection;
    const kept = {
      ...saved,
      version: 3,
      selection: { ...others, registrationIds },
      texts: { en: { body: 'Dear {{name}}, hello', subject: 'Bring maps' } },
    };
    await answer(backend, ONE, kept, 'PUT');
    await waitFor(() => {
      expect(screen.queryByText('Not saved yet')).not.toBeInTheDocument();
    });
    expect(screen.getByText(/German is read by 1: they get the text in\s+English/)).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Send to 3 people' }));
    const dialog = await screen.findByRole('dialog');
    backend.expectNone(`${ONE}/send`);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Send it' }));
    expect(await answer(backend, `${ONE}/send`, { ...saved, state: 'sending', audience: null })).toEqual({
      version: 3,
    });
    expect(await screen.findByRole('heading', { name: 'How far it is' })).toBeVisible();
  });

  it('says while one types that a placeholder is none, and puts right ones in at the caret', async () => {
    type('Text', 'Dear {{nmae}}');
    expect(await english().findByText('No placeholder is called so: {{nmae}}')).toBeVisible();
    expect(english().getByLabelText('Text')).toHaveAttribute('aria-invalid', 'true');
    type('Text', 'Dear !');
    const body = english().getByLabelText<HTMLTextAreaElement>('Text');
    body.focus();
    body.setSelectionRange(5, 5);
    fireEvent.click(english().getByRole('button', { name: 'Name' }));
    expect(body).toHaveValue('Dear {{name}}!');
    expect(body).toHaveFocus();
  });

  it('loses nothing where saving fails, and says so', async () => {
    type('Subject', 'Bring maps');
    await waitFor(
      () => {
        backend
          .expectOne((one) => one.method === 'PUT')
          .flush(
            { code: 'version.outdated', status: 409, type: '', title: '', correlationId: 'c' },
            { status: 409, statusText: 'x' },
          );
      },
      { timeout: 4_000 },
    );
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(english().getByLabelText('Subject')).toHaveValue('Bring maps');
    fireEvent.click(screen.getByRole('button', { name: 'Save again' }));
    await answer(backend, ONE, { ...draft, version: 3 }, 'PUT');
  });

  it('is looked at per language, and sent as a test to oneself as typed', async () => {
    fireEvent.click(screen.getByRole('radio', { name: 'German' }));
    expect(await answer(backend, `${ONE}/preview`, { ...preview, example: null })).toMatchObject({
      language: 'de',
    });
    expect(await screen.findByText(/you are the example/)).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Send a test to me' }));
    expect(await answer(backend, `${ONE}/test`, {})).toMatchObject({ language: 'de', kind: 'place' });
  });
});

describe('a message that goes', () => {
  const going: Message = {
    ...draft,
    state: 'sending',
    audience: null,
    texts: { en: { subject: 'Bring maps', body: 'Please' } },
    progress: { ...NOTHING, total: 3, waiting: 1, sent: 1, failed: 1 },
  };
  const person = (
    id: string,
    state: MessageRecipient['state'],
    reason: string | null = null,
  ): MessageRecipient => ({
    participantId: id,
    name: `Person ${id}`,
    email: `${id}@example.org`,
    language: 'en',
    state,
    reason,
    leftOutReason: null,
    outboxId: null,
    sentAt: null,
  });
  const people = [person('one', 'sent'), person('two', 'failed', 'mailbox full'), person('three', 'bounced')];
  let backend: HttpTestingController;
  beforeEach(async () => {
    backend = await open('/messages/m1');
    await answer(backend, ONE, going, 'GET');
    await answer(
      backend,
      `${ONE}/recipients?page=1`,
      { items: people, total: 3, page: 1, pageSize: 25 },
      'GET',
    );
    await answer(backend, ONE, going, 'GET');
    await screen.findByRole('row', { name: /Person one/ });
  });
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

  it('says how far it is, and each person’s delivery with its reason', () => {
    expect(screen.getByText(/2 of 3 had their turn/)).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '2');
    expect(row('Person two')).toHaveTextContent('Failed');
    expect(row('Person two')).toHaveTextContent('mailbox full');
  });

  it('is paused and gone on with', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    const paused = { ...going, state: 'paused' as const };
    await answer(backend, `${ONE}/pause`, paused);
    await answer(backend, ONE, paused, 'GET');
    fireEvent.click(await screen.findByRole('button', { name: 'Go on' }));
    await answer(backend, `${ONE}/resume`, going);
  });

  it('is noted by hand to have come back, or not', async () => {
    fireEvent.click(within(row('Person one')).getByRole('button', { name: /It came back/ }));
    expect(await answer(backend, `${ONE}/recipients/one/bounced`, {})).toEqual({ isBounced: true });
    fireEvent.click(within(row('Person three')).getByRole('button', { name: /did not come back/ }));
    expect(await answer(backend, `${ONE}/recipients/three/bounced`, {})).toEqual({ isBounced: false });
  });

  it('is sent again to whom it failed', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Send again what failed' }));
    await answer(backend, `${ONE}/resend`, going);
  });
});

describe('the messages of a session', () => {
  it('are listed, and a new one is a row from its first moment', async () => {
    const backend = await open('/sessions/s1/messages');
    await answer(
      backend,
      '/api/v1/messages?sessionId=s1&page=1',
      { items: [draft], total: 1, page: 1, pageSize: 25 },
      'GET',
    );
    expect(await screen.findByRole('link', { name: 'Without a subject yet' })).toHaveAttribute(
      'href',
      '/messages/m1',
    );
    const nav = screen.getByRole('navigation', { name: 'Pages of this session' });
    expect(within(nav).getByRole('link', { current: 'page' })).toHaveTextContent('Messages');
    fireEvent.click(screen.getByRole('button', { name: 'Write a message' }));
    expect(await answer(backend, '/api/v1/messages', draft)).toEqual({
      sessionId: 's1',
      seriesId: null,
      selection: draft.selection,
    });
  });
});
