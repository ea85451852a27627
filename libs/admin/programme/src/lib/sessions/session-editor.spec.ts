import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  NO_MEETING,
  type ChangePreview,
  type Role,
  type SaveSession,
  type Session,
} from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { SessionEditor } from './session-editor';

const SESSION: Session = {
  id: 's1',
  version: 3,
  seriesId: 'a7f0c1de-2b34-4c56-8d78-9e0f1a2b3c4d',
  slug: 'night-shift',
  state: 'draft',
  kind: 'exchange',
  startsAt: '2026-10-24T23:30:00.000Z',
  endsAt: '2026-10-25T03:00:00.000Z',
  startsLocal: '2026-10-25T01:30',
  endsLocal: '2026-10-25T04:00',
  timeZone: 'Europe/Berlin',
  languages: ['en'],
  interpretation: [],
  regionIds: [],
  categoryIds: [],
  capacity: 30,
  registrationOpensAt: null,
  registrationClosesAt: null,
  meeting: { ...NO_MEETING, url: 'https://meet.example.org/secret' },
  cancelReason: null,
  sequence: 0,
  translations: { en: { title: 'Night shift', abstract: '' } },
  agenda: [],
  contributions: [],
  counts: [],
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

async function open(role: Role, session: Session = SESSION): Promise<HttpTestingController> {
  await render(SessionEditor, {
    inputs: { id: session.id },
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
    backend.expectOne('/api/v1/sessions/s1').flush(session);
  });
  await screen.findByRole('heading', { level: 1, name: 'Night shift' });
  return backend;
}

const titleBox = () => within(screen.getByRole('group', { name: 'English' })).getByLabelText('Title');

describe('the session editor', () => {
  it('shows the same time in other zones while one types', async () => {
    await open('organiser');
    const table = screen.getByRole('table', { name: /The same time elsewhere/ });
    expect(within(table).getByRole('row', { name: /Kolkata/ })).toHaveTextContent('05:00');
    fireEvent.input(screen.getByLabelText('Starts'), { target: { value: '2026-10-25T00:30' } });
    await waitFor(() => {
      expect(within(table).getByRole('row', { name: /Kolkata/ })).toHaveTextContent('04:00');
    });
  });

  it('has the way to the other pages of the session that one may see', async () => {
    await open('editor');
    const nav = within(screen.getByRole('navigation', { name: 'Pages of this session' }));
    expect(nav.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/sessions/s1',
      '/sessions/s1/registration',
      '/sessions/s1/numbers',
      '/sessions/s1/after',
    ]);
  });

  it('asks which of two equal times is meant, and sends the answer', async () => {
    const backend = await open('organiser');
    fireEvent.input(screen.getByLabelText('Starts'), { target: { value: '2026-10-25T02:30' } });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      backend
        .expectOne({ method: 'PUT', url: '/api/v1/sessions/s1' })
        .flush({ code: 'time.ambiguous' }, { status: 422, statusText: 'Unprocessable' });
    });
    fireEvent.click(await screen.findByRole('radio', { name: /02:30 GMT\+1/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Use this time' }));
    await waitFor(() => {
      const again = backend.expectOne({ method: 'PUT', url: '/api/v1/sessions/s1' });
      expect((again.request.body as SaveSession).clockChoice).toBe('later');
      again.flush({ ...SESSION, version: 4, startsLocal: '2026-10-25T02:30' });
    });
    expect(await screen.findByText(/Saved at/)).toBeVisible();
    // The answer was about that time, not about the next one.
    fireEvent.input(screen.getByLabelText('Starts'), { target: { value: '2026-10-25T02:40' } });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      const next = backend.expectOne({ method: 'PUT', url: '/api/v1/sessions/s1' });
      expect((next.request.body as SaveSession).clockChoice).toBeUndefined();
    });
  });

  it('keeps link and passcode covered until one asks for them', async () => {
    await open('organiser');
    const link = screen.getByLabelText(/Meeting link/);
    expect(link).toHaveAttribute('type', 'password');
    fireEvent.click(screen.getByRole('button', { name: 'Show link and passcode' }));
    await waitFor(() => {
      expect(link).toHaveAttribute('type', 'url');
    });
  });

  it('publishes only what is saved', async () => {
    await open('organiser');
    expect(screen.getByRole('button', { name: 'Publish' })).toBeEnabled();
    fireEvent.input(titleBox(), { target: { value: 'Another title' } });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
    });
  });

  it('cancels with a reason, and not without one, after a look at the mails', async () => {
    const backend = await open('organiser', { ...SESSION, state: 'published' });
    fireEvent.click(screen.getByRole('button', { name: /Cancel the session/ }));
    const dialog = await screen.findByRole('dialog');
    const goOn = within(dialog).getByRole('button', { name: 'Go on to the mails' });
    expect(goOn).toBeDisabled();
    fireEvent.input(within(dialog).getByLabelText('Reason'), { target: { value: 'The speaker fell ill.' } });
    await waitFor(() => {
      expect(goOn).toBeEnabled();
    });
    fireEvent.click(goOn);
    await waitFor(() => {
      const preview = backend.expectOne('/api/v1/sessions/s1/cancel/preview');
      expect(preview.request.body).toMatchObject({ version: 3, reason: 'The speaker fell ill.' });
      preview.flush({ ...PREVIEW, kinds: ['cancelled'] });
    });
    const mails = await screen.findByRole('alertdialog');
    fireEvent.click(within(mails).getByRole('button', { name: 'Cancel the session' }));
    await waitFor(() => {
      const request = backend.expectOne('/api/v1/sessions/s1/cancel');
      expect(request.request.body).toEqual({
        version: 3,
        reason: 'The speaker fell ill.',
        announcement: {},
      });
      request.flush({ ...SESSION, state: 'cancelled', cancelReason: 'The speaker fell ill.' });
    });
    expect(await screen.findByText(/Cancelled:/)).toHaveTextContent('The speaker fell ill.');
  });

  describe('of a published session', () => {
    const published: Session = { ...SESSION, state: 'published' };
    const previewed = (backend: HttpTestingController, answer: object) =>
      waitFor(() => {
        backend.expectOne('/api/v1/sessions/s1/changes/preview').flush(answer);
      });

    async function moveAndSave(session = published): Promise<HttpTestingController> {
      const backend = await open('organiser', session);
      fireEvent.input(screen.getByLabelText('Starts'), { target: { value: '2026-10-25T00:30' } });
      await waitFor(() => {
        expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
      });
      fireEvent.click(screen.getByRole('button', { name: 'Save' }));
      return backend;
    }

    it('shows them of a draft, too, whose speakers were asked; at once where none was', async () => {
      const part = {
        id: '1a7f0c1d-2b34-4c56-8d78-9e0f1a2b3c4d',
        speakerId: '0a7f0c1d-2b34-4c56-8d78-9e0f1a2b3c4d',
        role: 'speaker',
        city: 'Lviv',
        country: 'UA',
        translations: {},
      } as const;
      const backend = await moveAndSave({ ...SESSION, contributions: [part] });
      await previewed(backend, { ...PREVIEW, people: 0, speakers: 1 });
      const dialog = await screen.findByRole('dialog', { name: 'Tell people of the new time?' });
      backend.expectNone({ method: 'PUT', url: '/api/v1/sessions/s1' });
      fireEvent.click(within(dialog).getByRole('button', { name: 'Back' }));
      await waitFor(() => {
        expect(dialog).not.toBeInTheDocument();
      });
      await waitFor(() => {
        expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
      });
      fireEvent.click(screen.getByRole('button', { name: 'Save' }));
      await previewed(backend, { ...PREVIEW, kinds: [], people: 0, mails: [] });
      await waitFor(() => {
        backend.expectOne({ method: 'PUT', url: '/api/v1/sessions/s1' });
      });
    });

    it('shows the mails before a new time is saved, and sends the sentence along', async () => {
      const backend = await moveAndSave();
      await previewed(backend, PREVIEW);
      const dialog = await screen.findByRole('dialog', { name: 'Tell people of the new time?' });
      fireEvent.input(within(dialog).getByLabelText('Add a sentence, English'), {
        target: { value: 'Sorry.' },
      });
      fireEvent.click(within(dialog).getByRole('button', { name: 'Save and tell' }));
      await waitFor(() => {
        const saved = backend.expectOne({ method: 'PUT', url: '/api/v1/sessions/s1' });
        expect(saved.request.body).toMatchObject({ announcement: { en: 'Sorry.' }, isQuiet: false });
        saved.flush({ ...published, version: 4, startsLocal: '2026-10-25T00:30' });
      });
      await waitFor(() => {
        backend
          .expectOne('/api/v1/sessions/s1/changes/pending?version=4')
          .flush({ change: { id: 'c1', kinds: ['moved'], messages: 2, secondsLeft: 30 } });
      });
      fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
      await waitFor(() => {
        backend.expectOne('/api/v1/sessions/s1/changes/c1/undo').flush({ ...published, version: 5 });
      });
      await waitFor(() => {
        expect(screen.getByLabelText('Starts')).toHaveValue('2026-10-25T01:30');
      });
    });

    it('saves nothing and keeps what was typed where one goes back', async () => {
      const backend = await moveAndSave();
      await previewed(backend, PREVIEW);
      fireEvent.click(await screen.findByRole('button', { name: 'Back' }));
      await waitFor(() => {
        expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
      });
      backend.expectNone({ method: 'PUT', url: '/api/v1/sessions/s1' });
      expect(screen.getByLabelText('Starts')).toHaveValue('2026-10-25T00:30');
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    });

    it('asks nothing where nobody would be told', async () => {
      const backend = await moveAndSave();
      await previewed(backend, { ...PREVIEW, people: 0, mails: [] });
      await waitFor(() => {
        backend.expectOne({ method: 'PUT', url: '/api/v1/sessions/s1' }).flush({ ...published, version: 4 });
      });
    });
  });

  it('begins a new one with the places that its series says, and leaves a number that was typed', async () => {
    await render(SessionEditor, {
      inputs: { series: 'y1' },
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
      configureTestBed: (testBed) => {
        void testBed.inject(StaffAccess).ready();
        testBed
          .inject(HttpTestingController)
          .expectOne('/api/v1/auth/me')
          .flush({ id: 'a1', email: 'a@example.org', name: 'A', roles: ['organiser'], language: 'en' });
      },
    });
    const backend = TestBed.inject(HttpTestingController);
    const aSeries = (id: string, defaultCapacity: number) => ({
      id,
      title: `Series ${id}`,
      timeZone: 'UTC',
      defaultLanguage: 'en',
      translations: {},
      defaultCapacity,
    });
    const flush = async (url: string, body: object) => {
      (await waitFor(() => backend.expectOne(url))).flush(body);
    };
    const items = [aSeries('y1', 40), aSeries('y2', 60)];
    await flush('/api/v1/series?pageSize=100', { items, total: 2, page: 1, pageSize: 100 });
    await flush('/api/v1/series/y1', aSeries('y1', 40));
    const places = await screen.findByLabelText(/^Places/);
    await waitFor(() => {
      expect(places).toHaveValue(40);
    });
    const chooseSeries = (id: string) =>
      fireEvent.input(screen.getByLabelText('Series'), { target: { value: id } });
    chooseSeries('y2');
    await flush('/api/v1/series/y2', aSeries('y2', 60));
    await waitFor(() => {
      expect(places).toHaveValue(60);
    });
    fireEvent.input(places, { target: { value: '7' } });
    chooseSeries('y1');
    await flush('/api/v1/series/y1', aSeries('y1', 40));
    await waitFor(() => {
      expect(screen.getByLabelText('Series')).toHaveValue('y1');
    });
    expect(places).toHaveValue(7);
  });

  it('can be read, but neither saved nor published, by an editor', async () => {
    await open('editor');
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Publish' })).not.toBeInTheDocument();
    expect(titleBox()).toBeDisabled();
  });
});
