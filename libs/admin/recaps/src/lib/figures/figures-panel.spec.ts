import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import type { Count } from '@reihe/shared-contracts';
import type { FigureChange, FiguresMode, Recap, RecapFigures } from '@reihe/shared-editorial';
import { FiguresPanel } from './figures-panel';

const count = (value: number): Count => ({
  ...{ measure: 'participants', value, origin: 'counted', isAtLeast: false, source: null, statedOn: null },
});
const CHANGE: FigureChange = {
  ...{
    measure: 'participants',
    sessionId: null,
    sessionIds: ['s1', 's2'],
    sessionTitles: ['First', 'Second'],
  },
  ...{ rounding: 'tens', before: count(43), now: count(61) },
};
const GONE: FigureChange = {
  ...{ measure: 'attended', sessionId: 's1', sessionTitles: ['First'], rounding: 'exact' },
  ...{ before: { ...count(7), measure: 'attended' }, now: null },
};
const figures = (mode: FiguresMode, changes: FigureChange[]): RecapFigures => ({
  ...{ revision: 2, mode, takenAt: '2026-11-29T08:00:00Z', changes },
});
const recap = (mode: FiguresMode, revision = 2) =>
  ({
    ...{ id: 'r1', version: 7, state: 'published', figures: mode, translations: { en: {} } },
    revisions: [{ number: revision, isCurrent: true }],
  }) as unknown as Recap;

async function open(mode: FiguresMode, changes: FigureChange[], mayPublish = true) {
  const [changed, show] = [jest.fn(), jest.fn()];
  const { fixture } = await render(FiguresPanel, {
    inputs: { recap: recap(mode), mayWrite: true, mayPublish },
    on: { changed, show },
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  const backend = TestBed.inject(HttpTestingController);
  const answer = (known: RecapFigures) =>
    waitFor(() => {
      backend.expectOne('/api/v1/recap-desk/recaps/r1/figures').flush(known);
    });
  await answer(figures(mode, changes));
  const sent = async () => {
    const [act] = changed.mock.lastCall as [(version: number) => Promise<Recap>];
    void act(7);
    return waitFor(() => backend.expectOne('/api/v1/recaps/r1/figures').request.body as object);
  };
  return { fixture, backend, answer, changed, show, sent };
}

describe('figures that readers see', () => {
  it('are shown as they were and are, as they are rounded, and lead to their place', async () => {
    const { show } = await open('frozen', [CHANGE, GONE]);
    const [selection, session] = await screen.findAllByRole('listitem');
    expect(selection).toHaveTextContent(
      /participants · First and Second\s*then more than 40 → now more than 60/,
    );
    expect(session).toHaveTextContent(/took part · First\s*then 7 → now no record/);
    fireEvent.click(screen.getByRole('button', { name: /^participants · First and Second/ }));
    expect(show).toHaveBeenCalledWith(CHANGE);
  });

  it('are frozen anew with a note, and that is undone', async () => {
    const { fixture, answer, sent } = await open('frozen', [CHANGE]);
    fireEvent.input(await screen.findByLabelText('English'), { target: { value: 'Late registrations.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Freeze anew' }));
    expect(await sent()).toEqual({
      ...{ version: 7, mode: 'frozen', ofRevision: null, note: { en: { text: 'Late registrations.' } } },
    });
    fixture.componentRef.setInput('recap', recap('frozen', 3));
    fixture.detectChanges();
    await answer({ ...figures('frozen', []), revision: 3 });
    expect(await screen.findByText('No figure has changed since it was published.')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await sent()).toMatchObject({ ofRevision: 2, note: {} });
  });

  it('are kept as published: only what was looked at', async () => {
    const { backend } = await open('live', [CHANGE, GONE]);
    expect(await screen.findByText(/do the words around them still fit/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Freeze anew' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Keep as published' }));
    const request = await waitFor(() => backend.expectOne('/api/v1/recap-desk/recaps/r1/figures/keep'));
    expect(request.request.body).toEqual({
      ...{ revision: 2, seen: { 'participants:s1+s2': 61, 'attended:s1': null } },
    });
    request.flush(figures('live', []));
    expect(await screen.findByText('No figure has changed since it was published.')).toBeInTheDocument();
  });

  it('say why they could not be kept, and stay', async () => {
    const { backend } = await open('live', [CHANGE]);
    fireEvent.click(await screen.findByRole('button', { name: 'Keep as published' }));
    const request = await waitFor(() => backend.expectOne('/api/v1/recap-desk/recaps/r1/figures/keep'));
    request.flush({ code: 'version.outdated' }, { status: 409, statusText: 'Conflict' });
    expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement();
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('are frozen from now on, where one says so', async () => {
    const { sent } = await open('live', []);
    expect(await screen.findByRole('radio', { name: /^Live:/ })).toBeChecked();
    expect(screen.queryByRole('button', { name: 'Show them so from now on' })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: /^Frozen:/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Show them so from now on' }));
    expect(await sent()).toEqual({ version: 7, mode: 'frozen', ofRevision: null, note: {} });
  });

  it('are not changed by who may not publish', async () => {
    await open('frozen', [CHANGE], false);
    expect(await screen.findByRole('button', { name: 'Keep as published' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Freeze anew' })).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
