import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { NO_MEETING } from '@reihe/shared-contracts';
import type { Conflict, TypedSession } from '@reihe/shared-planning';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { ConflictsPanel } from './conflicts-panel';
import {
  emptyAgendaItem,
  emptyContribution,
  emptySession,
  meetingForm,
  type SessionForm,
} from '@reihe/admin-session-form';

const SERIES = 'a7f0c1de-2b34-4c56-8d78-9e0f1a2b3c4d';
const SPEAKER = 'b7f0c1de-2b34-4c56-8d78-9e0f1a2b3c4d';
const PREVIEW = '/api/v1/planning/conflicts/preview';

function typed(change: Partial<SessionForm> = {}): SessionForm {
  const times = { startsLocal: '2026-10-06T14:00', endsLocal: '2026-10-06T15:00' };
  return { ...emptySession(SERIES, 'Europe/Berlin'), ...times, ...change };
}

async function open(form: SessionForm) {
  const { rerender } = await render(ConflictsPanel, {
    inputs: { form, sessionId: null },
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const backend = TestBed.inject(HttpTestingController);
  const answer = (...conflicts: Conflict[]) =>
    waitFor(() => {
      const request = backend.expectOne(PREVIEW);
      request.flush(conflicts);
      return request.request.body as TypedSession;
    });
  const type = (next: SessionForm) => rerender({ inputs: { form: next, sessionId: null } });
  return { answer, type, backend };
}

describe('conflicts beside a session that is edited', () => {
  it('are told by name, with the way to what clashes and to where it is mended', async () => {
    const person = { ...emptyContribution(), speakerId: SPEAKER, role: 'moderator' as const };
    const { answer } = await open(
      typed({ contributions: [person], agenda: [{ ...emptyAgendaItem(0), contributions: [person] }] }),
    );
    const session = {
      id: 'other',
      title: 'Heat',
      startsAt: '2026-10-06T12:30:00.000Z',
      endsAt: '2026-10-06T13:30:00.000Z',
      timeZone: 'Asia/Kolkata',
    };
    const asked = await answer(
      { code: 'speaker-elsewhere', session, speaker: { id: SPEAKER, name: 'Dr. Sample' } },
      { code: 'holiday', country: 'DE', name: 'Feast' },
    );
    expect(asked).toMatchObject({ seriesId: SERIES, speakerIds: [SPEAKER], hasModerator: true });
    const [speaker, holiday] = await screen.findAllByRole('listitem');
    expect(speaker).toHaveTextContent('Dr. Sample has a part in another session at that time.');
    expect(holiday).toHaveTextContent('Public holiday in Germany: Feast.');
    expect(screen.getByRole('link', { name: 'Heat' })).toHaveAttribute('href', '/sessions/other');
    expect(screen.getByText(/14:30 – 15:30/)).toBeVisible();

    const section = document.createElement('h2');
    section.id = 'people';
    section.scrollIntoView = () => undefined;
    document.body.append(section);
    fireEvent.click(screen.getByRole('button', { name: /Go there.*Dr. Sample/ }));
    expect(section).toHaveFocus();
    section.remove();
  });

  it('are looked for again as one types, and gone when they are', async () => {
    const { answer, type } = await open(typed());
    await answer({ code: 'no-moderator' });
    expect(await screen.findByRole('listitem')).toHaveTextContent('nobody moderates it');
    await type(typed({ startsLocal: '2026-10-06T13:00' }));
    expect((await answer()).startsLocal).toBe('2026-10-06T13:00');
    await waitFor(() => {
      expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
    });
  });

  it('are not asked for before series and times are there; a link that is none is left away', async () => {
    const { answer, type, backend } = await open(typed({ seriesId: '', startsLocal: '' }));
    await new Promise((resolve) => setTimeout(resolve, 700));
    backend.expectNone(PREVIEW);
    await type(typed({ meeting: { ...meetingForm(NO_MEETING), url: 'zoom', account: 'Room 2' } }));
    expect(await answer()).toMatchObject({ meetingUrl: '', meetingAccount: 'Room 2' });
  });
});
