import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { NO_MEETING, type ChangePreview, type Role, type Session } from '@reihe/shared-contracts';
import type { SessionContent, SessionHistory, SessionVersion } from '@reihe/shared-planning';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { SessionHistoryPage } from './session-history-page';

const CONTENT: SessionContent = {
  seriesId: 'y1',
  slug: 'night-shift',
  kind: 'exchange',
  startsLocal: '2026-10-06T14:00',
  endsLocal: '2026-10-06T15:00',
  timeZone: 'Europe/Berlin',
  languages: ['en'],
  interpretation: [],
  regionIds: ['r1'],
  categoryIds: [],
  capacity: 30,
  registrationOpensAt: null,
  registrationClosesAt: null,
  meeting: { url: '', passcode: '' },
  translations: { en: { title: 'Night shift', abstract: 'Why cities work at night.' } },
  agenda: [
    {
      id: 'a1',
      kind: 'talk',
      startsAfter: 0,
      durationMinutes: 20,
      translations: { en: { title: 'Welcome', description: '' } },
      contributions: [
        { id: 'c1', speakerId: 'k1', role: 'speaker', city: 'Lviv', country: 'UA', translations: {} },
      ],
    },
  ],
  contributions: [],
};
const NEWER: SessionContent = {
  ...CONTENT,
  startsLocal: '2026-10-07T14:00',
  endsLocal: '2026-10-07T15:00',
  capacity: null,
  regionIds: [],
  translations: { en: { title: 'Night shift', abstract: 'Why big cities work at night.' } },
  agenda: [{ ...CONTENT.agenda[0], durationMinutes: 40 } as never],
};

const version = (number: number, content: SessionContent, change: Partial<SessionVersion> = {}) => ({
  version: number,
  at: '2026-09-12T10:42:00Z',
  by: 'Sample Organiser',
  action: 'session.save',
  state: 'published' as const,
  content,
  ...change,
});

const HISTORY: SessionHistory = {
  items: [version(4, NEWER), version(3, CONTENT, { by: null, action: 'session.hold' })],
  total: 2,
  page: 1,
  pageSize: 20,
  before: null,
};

const PREVIEW: ChangePreview = {
  kinds: ['moved'],
  canBeQuiet: false,
  people: 2,
  speakers: 0,
  mails: [
    {
      audience: 'seat',
      language: 'en',
      people: 2,
      subject: 'New time: Night shift',
      text: 'The time has changed.',
      html: '<p>The time has changed.</p>',
      hasCalendarEntry: true,
    },
  ],
};

const SESSION = { ...NEWER, id: 's1', version: 4, state: 'published', counts: [] } as unknown as Session;

async function open(
  role: Role = 'organiser',
  history: SessionHistory = HISTORY,
): Promise<HttpTestingController> {
  await render(SessionHistoryPage, {
    inputs: { id: 's1' },
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
    backend.expectOne('/api/v1/sessions/s1').flush(SESSION);
  });
  await answer(backend, '/api/v1/sessions/s1/versions?page=1&pageSize=20', history);
  await name(backend);
  return backend;
}

async function answer(backend: HttpTestingController, url: string, body: object): Promise<void> {
  await waitFor(() => {
    backend.expectOne(({ urlWithParams }) => urlWithParams === url).flush(body);
  });
}

/** What the ids stand for; the speaker is in the directory no more. */
async function name(backend: HttpTestingController): Promise<void> {
  const names = { slug: 'x', parentId: null, position: 1 };
  await answer(backend, '/api/v1/regions', [
    { ...names, id: 'r1', translations: { en: { name: 'Europe' } } },
  ]);
  await answer(backend, '/api/v1/categories', []);
  await answer(backend, '/api/v1/series/y1', { slug: 'y', translations: { en: { title: 'Quiet streets' } } });
  backend.expectOne('/api/v1/speakers/k1').flush({}, { status: 404, statusText: 'Not found' });
}

async function chooseVersion3(backend: HttpTestingController): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Restore Version 3' }));
  await name(backend);
  const dialog = await screen.findByRole('dialog', { name: 'Restore version 3?' });
  expect(within(dialog).getAllByRole('term')[0]).toHaveTextContent('Starts');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Restore it' }));
}

describe('the history of a session', () => {
  it('tells who, when and what, with names for ids and dates in words', async () => {
    await open();
    const [newest, oldest] = await screen.findAllByRole('article');
    if (!newest || !oldest) throw new Error('Two versions were expected.');
    expect(newest).toHaveTextContent(/Version 4 · Changed.*12 Sept? 2026.*Sample Organiser.*As it is now/s);
    const changes = within(newest)
      .getAllByRole('term')
      .map((term) => term.textContent);
    expect(changes.slice(0, 5)).toEqual(['Starts', 'Ends', 'Regions', 'Places', 'Abstract, English']);
    expect(newest).toHaveTextContent(
      /Before: Tuesday,? 6 October 2026, 14:00 → Now: Wednesday,? 7 October 2026, 14:00/,
    );
    expect(newest).toHaveTextContent(/Before: Europe → Now: Nothing/);
    expect(newest).toHaveTextContent(/Before: 30 → Now: As many as come/);
    expect(within(newest).getByText(/big/, { selector: 'ins' })).toBeVisible();
    expect(newest).toHaveTextContent(/Agenda: Welcome, Length in minutes/);
    expect(oldest).toHaveTextContent(/Version 3 · Marked as held.*Reihe itself/s);
    expect(screen.getByText('Earlier versions were not kept.')).toBeVisible();
  });

  it('shows any version whole', async () => {
    await open();
    const oldest = await screen.findByRole('article', { name: /^Version 3/ });
    fireEvent.click(within(oldest).getByText(/All of it as it was then/));
    const whole = within(oldest).getByRole('group');
    for (const words of [
      /Series\s*Quiet streets/,
      /Kind\s*Exchange/,
      /Working languages\s*English/,
      /Regions\s*Europe/,
      /Title, English\s*Night shift/,
      /Welcome \(Talk, 20 minutes, 0 after the start\)/,
      /Speaker: no longer there, Lviv, Ukraine/,
    ])
      expect(whole).toHaveTextContent(words);
  });

  it('restores a version after saying what changes and what people are told, and offers to undo it', async () => {
    const backend = await open();
    await chooseVersion3(backend);
    await answer(backend, '/api/v1/sessions/s1/versions/3/restore/preview', PREVIEW);
    const mails = await screen.findByRole('dialog', { name: 'Tell people of the new time?' });
    fireEvent.click(within(mails).getByRole('button', { name: 'Save and tell' }));
    await waitFor(() => {
      const request = backend.expectOne('/api/v1/sessions/s1/versions/3/restore');
      expect(request.request.body).toEqual({ version: 4, announcement: {}, isQuiet: false });
      request.flush({ ...SESSION, version: 5 });
    });
    expect(await screen.findByText('Version 3 is restored as a new version.')).toBeInTheDocument();
    await answer(backend, '/api/v1/sessions/s1', { ...SESSION, version: 5 });
    await answer(backend, '/api/v1/sessions/s1/changes/pending?version=5', {
      change: { id: 'h1', kinds: ['moved'], messages: 2, secondsLeft: 30 },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await answer(backend, '/api/v1/sessions/s1/changes/h1/undo', { ...SESSION, version: 6 });
    await answer(backend, '/api/v1/sessions/s1', { ...SESSION, version: 6 });
  });

  it('restores nothing, and blames nobody, where one goes back at the mails', async () => {
    const backend = await open();
    await chooseVersion3(backend);
    await answer(backend, '/api/v1/sessions/s1/versions/3/restore/preview', PREVIEW);
    const mails = await screen.findByRole('dialog', { name: 'Tell people of the new time?' });
    fireEvent.click(within(mails).getByRole('button', { name: 'Back' }));
    await answer(backend, '/api/v1/sessions/s1', SESSION);
    backend.expectNone('/api/v1/sessions/s1/versions/3/restore');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says why a version cannot be restored, and reads anew', async () => {
    const backend = await open();
    await chooseVersion3(backend);
    await answer(backend, '/api/v1/sessions/s1/versions/3/restore/preview', { ...PREVIEW, people: 0 });
    await waitFor(() => {
      backend
        .expectOne('/api/v1/sessions/s1/versions/3/restore')
        .flush({ code: 'version.outdated' }, { status: 409, statusText: 'Conflict' });
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else changed this');
    await answer(backend, '/api/v1/sessions/s1/versions?page=1&pageSize=20', HISTORY);
  });

  it('names every part of the meeting access', async () => {
    const withMeeting = {
      ...CONTENT,
      meeting: {
        ...NO_MEETING,
        provider: 'zoom' as const,
        url: 'https://meet.example.org/room',
        dialIn: [{ label: 'Ukraine', number: '+380 44 000', pin: '12' }],
        hostNotes: 'Record it.',
        opensBefore: 10,
      },
    };
    await open('organiser', { ...HISTORY, items: [version(4, withMeeting), version(3, CONTENT)] });
    const [newest] = await screen.findAllByRole('article');
    for (const words of [
      /Provider/,
      /As the link says.*Zoom/s,
      /Meeting link/,
      /By telephone/,
      /Ukraine, \+380 44 000, PIN 12/,
      /Notes for hosts/,
      /Door opens, minutes before the start/,
    ])
      expect(newest).toHaveTextContent(words);
    expect(newest).not.toHaveTextContent('Something that this page shows in no field of its own');
  });

  it('can be read, but nothing restored, by who may not write', async () => {
    await open('editor');
    expect(await screen.findAllByRole('article')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /Restore/ })).not.toBeInTheDocument();
  });
});
