import type { SessionListItem } from '@reihe/shared-contracts';
import { aListedSession, aSession } from '@reihe/shared-testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import type { CalendarGrid } from '../testing/calendar-grid-stand-in';
import { OpenProgramme } from '../testing/open-programme';

jest.mock('../calendar/calendar-grid', () => jest.requireActual<object>('../testing/calendar-grid-stand-in'));

const DRAFT = aListedSession();
const ADDRESS = '/?view=calendar&day=2026-06-15&zone=America/New_York';
const entry = (name = /^Night shift/) => screen.findByRole('button', { name });

async function open(sessions: SessionListItem[], address = ADDRESS) {
  const programme = await OpenProgramme.at(address, sessions);
  await entry();
  return { programme, grid: programme.part<CalendarGrid>('reihe-calendar-grid') };
}

async function revised(programme: OpenProgramme): Promise<unknown> {
  const request = await programme.asked('PATCH', '/api/v1/sessions/s1');
  request.flush({ ...DRAFT, version: 4 });
  await programme.answerList([DRAFT]);
  return request.request.body;
}

describe('the programme as a calendar', () => {
  it('shows whole weeks of a month in the zone that is chosen', async () => {
    const programme = await OpenProgramme.at('/', []);
    await programme.router.navigateByUrl(ADDRESS);
    const { params } = (await programme.answerList([DRAFT])).request;
    expect([params.get('from'), params.get('to')]).toEqual([
      '2026-06-01T04:00:00.000Z',
      '2026-07-06T04:00:00.000Z',
    ]);
    expect(await entry()).toHaveTextContent('2026-06-10T08:00 2026-06-10T09:30');
    expect(screen.getByRole('heading', { name: /June\s2026/ })).toBeVisible();
    fireEvent.change(screen.getByLabelText('Times of'), { target: { value: 'Asia/Tokyo' } });
    await programme.answerList([DRAFT]);
    expect(await screen.findByText(/2026-06-10T21:00/)).toBeVisible();
  });

  it('moves a draft at once where it is drawn to, in the wall clock of its own zone', async () => {
    const { programme, grid } = await open([DRAFT]);
    const takeBack = jest.fn();
    grid.drawn.emit({ session: DRAFT, start: '2026-06-11T09:00', end: null, takeBack });
    expect(await revised(programme)).toEqual({
      startsLocal: '2026-06-11T15:00',
      endsLocal: '2026-06-11T16:30',
      version: 3,
    });
    expect(takeBack).not.toHaveBeenCalled();
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeInTheDocument();
  });

  it('makes it longer where its end is pulled', async () => {
    const { programme, grid } = await open([DRAFT]);
    grid.drawn.emit({
      session: DRAFT,
      start: '2026-06-10T08:00',
      end: '2026-06-10T10:00',
      takeBack: jest.fn(),
    });
    expect(await revised(programme)).toMatchObject({
      startsLocal: '2026-06-10T14:00',
      endsLocal: '2026-06-10T16:00',
    });
  });

  it('asks before a published one moves, and puts it back where the answer is no', async () => {
    const published = { ...DRAFT, state: 'published' as const };
    const { programme, grid } = await open([published]);
    const takeBack = jest.fn();
    grid.drawn.emit({ session: published, start: '2026-06-11T09:00', end: null, takeBack });
    (await programme.asked('GET', '/api/v1/sessions/s1')).flush(aSession({ state: 'published' }));
    const preview = { kinds: ['moved'], canBeQuiet: false, people: 0, speakers: 0, mails: [] };
    (await programme.asked('POST', '/api/v1/sessions/s1/changes/preview')).flush(preview);
    const dialog = await screen.findByRole('dialog', { name: /^Move “Night shift” to/ });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Back' }));
    await waitFor(() => {
      expect(takeBack).toHaveBeenCalled();
    });
    programme.backend.expectNone({ method: 'PUT' });
  });

  it('asks which hour is meant where the chosen zone has it twice', async () => {
    const { programme, grid } = await open([DRAFT], '/?view=calendar&day=2026-10-20&zone=Europe/Berlin');
    grid.drawn.emit({ session: DRAFT, start: '2026-10-25T02:30', end: null, takeBack: jest.fn() });
    fireEvent.click(await screen.findByRole('radio', { name: /02:30 GMT\+1/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Use this time' }));
    expect(await revised(programme)).toEqual({
      startsLocal: '2026-10-25T02:30',
      endsLocal: '2026-10-25T04:00',
      clockChoice: 'later',
      version: 3,
    });
  });

  it('takes several presses of an arrow as one move', async () => {
    const { programme, grid } = await open([DRAFT]);
    for (const minutes of [15, 15, 24 * 60]) grid.nudge.emit({ session: DRAFT, minutes });
    expect(await screen.findByText(/2026-06-11T08:30/)).toBeVisible();
    expect(await revised(programme)).toMatchObject({
      startsLocal: '2026-06-11T14:30',
      endsLocal: '2026-06-11T16:00',
    });
  });

  it('saves the one that was moved by keys before it moves another', async () => {
    const other = aListedSession({ id: 's2', title: 'Day shift', originalTitle: 'Day shift' });
    const { programme, grid } = await open([DRAFT, other]);
    grid.nudge.emit({ session: DRAFT, minutes: 15 });
    grid.nudge.emit({ session: other, minutes: 30 });
    expect(await revised(programme)).toMatchObject({ startsLocal: '2026-06-10T14:15' });
    const second = await programme.asked('PATCH', '/api/v1/sessions/s2');
    expect(second.request.body).toMatchObject({ startsLocal: '2026-06-10T14:30' });
  });

  it('goes on from what was saved where keys are pressed while it is being saved', async () => {
    const { programme, grid } = await open([DRAFT]);
    grid.nudge.emit({ session: DRAFT, minutes: 15 });
    const first = await programme.asked('PATCH', '/api/v1/sessions/s1');
    grid.nudge.emit({ session: DRAFT, minutes: 15 });
    const times = { startsAt: '2026-06-10T12:15:00Z', endsAt: '2026-06-10T13:45:00Z' };
    const local = { startsLocal: '2026-06-10T14:15', endsLocal: '2026-06-10T15:45' };
    first.flush(aSession({ version: 4, ...times, ...local }));
    const second = await programme.asked('PATCH', '/api/v1/sessions/s1');
    expect(second.request.body).toMatchObject({ startsLocal: '2026-06-10T14:30', version: 4 });
  });

  it('asks where to, for who has no pointer', async () => {
    const { programme } = await open([DRAFT]);
    fireEvent.click(await entry());
    const dialog = await screen.findByRole('dialog', { name: 'Night shift' });
    const [starts, ends] = [within(dialog).getByLabelText('Starts'), within(dialog).getByLabelText('Ends')];
    expect(within(dialog).getByRole('button', { name: 'Move' })).toBeDisabled();
    fireEvent.change(starts, { target: { value: '2026-06-12T10:00' } });
    await waitFor(() => {
      expect(ends).toHaveValue('2026-06-12T11:30');
    });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Move' }));
    expect(await revised(programme)).toMatchObject({
      startsLocal: '2026-06-12T16:00',
      endsLocal: '2026-06-12T17:30',
    });
  });
});
