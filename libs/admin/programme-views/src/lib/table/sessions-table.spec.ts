import type { ChangePreview, SessionListItem } from '@reihe/shared-contracts';
import { aListedSession, aSession } from '@reihe/shared-testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import { BulkStandIn } from '../testing/bulk-stand-in';
import { OpenProgramme } from '../testing/open-programme';
import { BULK_ACTIONS } from './bulk-slot';

jest.mock('../calendar/calendar-grid', () => jest.requireActual<object>('../testing/calendar-grid-stand-in'));

const FIRST = aListedSession();
const SECOND = aListedSession({
  id: 's2',
  title: 'Day shift',
  originalTitle: 'Day shift',
  state: 'published',
});
const THIRD = aListedSession({ id: 's3', title: 'Late shift', originalTitle: 'Late shift' });
/** Its one mail goes to the four who have a place. */
const MOVED: ChangePreview = {
  kinds: ['moved'],
  canBeQuiet: false,
  people: 4,
  speakers: 0,
  mails: [
    {
      audience: 'seat',
      language: 'en',
      people: 4,
      subject: 'New time: Day shift',
      text: 'The time has changed.',
      html: '<p>The time has changed.</p>',
      hasCalendarEntry: true,
    },
  ],
};
const SESSION_ADDRESS = '/api/v1/sessions/s1';

const opener = (name: RegExp) => screen.findByRole('button', { name });

/** Opens a cell by keyboard, types, and gives its box. */
async function type(cell: RegExp, text: string): Promise<HTMLElement> {
  const button = await opener(cell);
  button.focus();
  fireEvent.click(button);
  const box = await screen.findByLabelText(cell, { selector: 'input' });
  await waitFor(() => {
    expect(box).toHaveFocus();
  });
  fireEvent.input(box, { target: { value: text } });
  return box;
}

async function focusOn(name: RegExp): Promise<void> {
  const button = await opener(name);
  await waitFor(() => {
    expect(button).toHaveFocus();
  });
}

async function changed(programme: OpenProgramme, body: object, answer: Partial<SessionListItem> = {}) {
  const request = await programme.asked('PATCH', SESSION_ADDRESS);
  expect(request.request.body).toEqual(body);
  request.flush({ ...FIRST, version: 4, ...answer });
}

describe('the programme as a table', () => {
  it('keeps its filters and its order in the address, and asks the API for just that', async () => {
    const programme = await OpenProgramme.at('/?kind=exchange', [FIRST]);
    fireEvent.change(screen.getByRole('combobox', { name: 'State' }), { target: { value: 'draft' } });
    expect((await programme.answerList([FIRST])).request.params.get('state')).toBe('draft');
    fireEvent.click(await screen.findByRole('button', { name: /^Session/ }));
    const asked = (await programme.answerList([FIRST])).request.params;
    expect([asked.get('kind'), asked.get('state'), asked.get('sort')]).toEqual([
      'exchange',
      'draft',
      'title',
    ]);
    expect(programme.router.url).toBe('/?kind=exchange&state=draft&sort=title');
    expect(screen.getByRole('columnheader', { name: /^Session/ })).toHaveAttribute('aria-sort', 'ascending');
  });

  it('saves a title with Enter, in the version it was read in, and takes it back when asked', async () => {
    const programme = await OpenProgramme.at('/', [FIRST]);
    const box = await type(/Change the title of Night shift/, 'Early shift');
    fireEvent.keyDown(box, { key: 'Enter' });
    await changed(programme, { title: 'Early shift', version: 3 });
    await programme.answerList([
      { ...FIRST, title: 'Early shift', originalTitle: 'Early shift', version: 4 },
    ]);
    await focusOn(/Change the title of Early shift/);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await changed(programme, { title: 'Night shift', version: 4 });
    await programme.answerList([FIRST]);
  });

  it('leaves everything as it was with Esc, and asks nobody', async () => {
    const programme = await OpenProgramme.at('/', [FIRST]);
    fireEvent.keyDown(await type(/Change the title/, 'Never mind'), { key: 'Escape' });
    await focusOn(/Change the title/);
    programme.backend.expectNone({ method: 'PATCH' });
  });

  it('saves when one moves on, and moves the end with the start', async () => {
    const programme = await OpenProgramme.at('/', [FIRST]);
    fireEvent.blur(await type(/Change the start/, '2026-06-11T09:00'));
    await changed(programme, { startsLocal: '2026-06-11T09:00', endsLocal: '2026-06-11T10:30', version: 3 });
  });

  it('keeps what was typed where it is refused, and says why', async () => {
    const programme = await OpenProgramme.at('/', [FIRST]);
    const box = await type(/Change the places/, '2');
    fireEvent.keyDown(box, { key: 'Enter' });
    (await programme.asked('PATCH', SESSION_ADDRESS)).flush(
      { code: 'session.capacity-below-confirmed' },
      { status: 409, statusText: 'Conflict' },
    );
    expect(await screen.findByText('More people are already confirmed than that.')).toBeInTheDocument();
    expect(box).toHaveValue(2);
  });

  it('tells what somebody else changed meanwhile, and makes the change on top when that is wanted', async () => {
    const programme = await OpenProgramme.at('/', [FIRST]);
    fireEvent.keyDown(await type(/Change the places/, '50'), { key: 'Enter' });
    (await programme.asked('PATCH', SESSION_ADDRESS)).flush(
      { code: 'version.outdated' },
      { status: 409, statusText: 'Conflict' },
    );
    const theirs = { ...FIRST, title: 'Their shift', originalTitle: 'Their shift', version: 7 };
    expect((await programme.answerList([theirs])).request.params.get('ids')).toBe('s1');
    const dialog = await screen.findByRole('dialog', { name: /Somebody else changed “Their shift”/ });
    expect(within(dialog).getByText('Title: Their shift (was Night shift)')).toBeInTheDocument();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Go on' }));
    await programme.answerList([theirs]);
    await changed(programme, { capacity: 50, version: 7 });
  });

  it('shows the mails before it moves a published session, and takes it back until they go', async () => {
    const programme = await OpenProgramme.at('/', [SECOND]);
    fireEvent.keyDown(await type(/Change the end/, '2026-06-10T16:00'), { key: 'Enter' });
    const window = { registrationOpensAt: '2026-05-01T08:00:30.000Z' };
    (await programme.asked('GET', '/api/v1/sessions/s2')).flush(
      aSession({ id: 's2', ...window, version: 9 }),
    );
    const asked = await programme.asked('POST', '/api/v1/sessions/s2/changes/preview');
    // As it was listed: what somebody saved since is not overwritten.
    expect(asked.request.body).toMatchObject({ endsLocal: '2026-06-10T16:00', ...window, version: 3 });
    asked.flush(MOVED);
    const dialog = await screen.findByRole('dialog', { name: /^Move “Day shift” to/ });
    expect(dialog).toHaveTextContent(/to Wednesday,?\s10\sJune\s2026, 14:00\s–\s16:00 \(Berlin\)/);
    expect(dialog).toHaveTextContent('New time: Day shift');
    programme.backend.expectNone({ method: 'PUT' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Move it and tell them' }));
    const sent = await programme.asked('PUT', '/api/v1/sessions/s2');
    expect(sent.request.body).toMatchObject({ endsLocal: '2026-06-10T16:00', ...window, version: 3 });
    sent.flush(aSession({ id: 's2', version: 4 }));
    const change = { id: 'c1', kinds: ['moved'], messages: 4, secondsLeft: 29 };
    (await programme.asked('GET', '/api/v1/sessions/s2/changes/pending')).flush({ change });
    expect(await screen.findByText('Saved: Day shift')).toBeInTheDocument();
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    (await programme.asked('POST', '/api/v1/sessions/s2/changes/c1/undo')).flush(SECOND);
    expect(await screen.findByText('Undone: Day shift')).toBeInTheDocument();
  });

  it('shows the mails before it moves a draft whose speakers were asked', async () => {
    const programme = await OpenProgramme.at('/', [{ ...SECOND, state: 'draft', hasAskedSpeakers: true }]);
    fireEvent.keyDown(await type(/Change the end/, '2026-06-10T16:00'), { key: 'Enter' });
    (await programme.asked('GET', '/api/v1/sessions/s2')).flush(aSession({ id: 's2' }));
    const preview = await programme.asked('POST', '/api/v1/sessions/s2/changes/preview');
    preview.flush({ ...MOVED, people: 0, speakers: 1 });
    expect(await screen.findByRole('dialog', { name: /^Move “Day shift” to/ })).toHaveTextContent(
      'one speaker',
    );
    programme.backend.expectNone({ method: 'PATCH' });
  });

  it('cancels from the state: the reason first, then the mails, and a way back', async () => {
    const programme = await OpenProgramme.at('/', [SECOND]);
    fireEvent.click(await opener(/Change the state of Day shift/));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Cancel …' }));
    const why = await screen.findByRole('dialog', { name: 'Cancel “Day shift”?' });
    fireEvent.input(within(why).getByLabelText('Reason'), { target: { value: 'The host is ill.' } });
    const goOn = within(why).getByRole('button', { name: 'Go on to the mails' });
    await waitFor(() => {
      expect(goOn).toBeEnabled();
    });
    fireEvent.click(goOn);
    const asked = await programme.asked('POST', '/api/v1/sessions/s2/cancel/preview');
    expect(asked.request.body).toMatchObject({ version: 3, reason: 'The host is ill.' });
    asked.flush({ ...MOVED, kinds: ['cancelled'] });
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel the session' }));
    const sent = await programme.asked('POST', '/api/v1/sessions/s2/cancel');
    expect(sent.request.body).toMatchObject({ version: 3, reason: 'The host is ill.' });
    sent.flush(aSession({ id: 's2', state: 'cancelled', version: 4 }));
    const change = { id: 'c2', kinds: ['cancelled'], messages: 4, secondsLeft: 29 };
    (await programme.asked('GET', '/api/v1/sessions/s2/changes/pending')).flush({ change });
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    (await programme.asked('POST', '/api/v1/sessions/s2/changes/c2/undo')).flush(SECOND);
    expect(await screen.findByText('Undone: Day shift')).toBeInTheDocument();
  });

  it('saves what a cell was opened with, though a colleague’s change comes in while one types', async () => {
    const programme = await OpenProgramme.at('/', [FIRST]);
    const box = await type(/Change the places/, '50');
    programme.tell({
      sessionIds: ['s1'],
      seriesIds: [],
      by: { id: 'other', name: 'Sample Colleague' },
      isWhole: false,
    });
    await programme.answerList([{ ...FIRST, capacity: 40, version: 4 }]);
    fireEvent.keyDown(box, { key: 'Enter' });
    const request = await programme.asked('PATCH', SESSION_ADDRESS);
    expect(request.request.body).toEqual({ capacity: 50, version: 3 });
  });

  it('takes back to what a colleague had saved, where one’s own change was made on top of it', async () => {
    const programme = await OpenProgramme.at('/', [FIRST]);
    fireEvent.keyDown(await type(/Change the places/, '50'), { key: 'Enter' });
    (await programme.asked('PATCH', SESSION_ADDRESS)).flush(
      { code: 'version.outdated' },
      { status: 409, statusText: 'Conflict' },
    );
    const theirs = { ...FIRST, capacity: 40, version: 7 };
    await programme.answerList([theirs]);
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Go on' }));
    await programme.answerList([theirs]);
    (await programme.asked('PATCH', SESSION_ADDRESS)).flush({ ...theirs, capacity: 50, version: 8 });
    await programme.answerList([{ ...theirs, capacity: 50, version: 8 }]);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    const undone = await programme.asked('PATCH', SESSION_ADDRESS);
    expect(undone.request.body).toEqual({ capacity: 40, version: 8 });
  });

  it('publishes from the state, once one is sure', async () => {
    const programme = await OpenProgramme.at('/', [FIRST]);
    fireEvent.click(await opener(/Change the state of Night shift/));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Publish …' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publish' }));
    const request = await programme.asked('POST', '/api/v1/sessions/s1/publish');
    expect(request.request.body).toEqual({ version: 3 });
  });

  it('selects a range with Shift, over what a filter hides later', async () => {
    const programme = await OpenProgramme.at('/', [FIRST, SECOND, THIRD]);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select Night shift' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select Late shift' }), { shiftKey: true });
    expect(await screen.findByText('3 sessions selected')).toBeVisible();
    fireEvent.change(screen.getByRole('combobox', { name: 'State' }), { target: { value: 'draft' } });
    await programme.answerList([FIRST]);
    expect(screen.getByText('3 sessions selected')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Clear the selection' }));
    await waitFor(() => {
      expect(screen.queryByText('3 sessions selected')).not.toBeInTheDocument();
    });
  });

  it('offers to select all only where all can be changed at once, and says how many can', async () => {
    const programme = await OpenProgramme.at('/', [FIRST]);
    void programme.router.navigateByUrl('/?state=draft');
    await programme.answerList([FIRST], 500);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select every session of this page' }));
    expect(await screen.findByRole('button', { name: 'Select all 500' })).toBeVisible();
    void programme.router.navigateByUrl('/');
    await programme.answerList([FIRST], 501);
    expect(await screen.findByText(/At most 500 sessions can be changed at once/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Select all/ })).not.toBeInTheDocument();
  });

  it('shows what can be done with the selection, and reads again when it is done', async () => {
    const actions = { provide: BULK_ACTIONS, useValue: () => Promise.resolve(BulkStandIn) };
    const programme = await OpenProgramme.at('/', [FIRST, SECOND], 'organiser', [actions]);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select Night shift' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select Day shift' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Publish s1,s2' }));
    await programme.answerList([FIRST, SECOND]);
  });

  it('has those selected that were just made elsewhere', async () => {
    const programme = await OpenProgramme.at('/', [FIRST, SECOND]);
    programme.router.resetConfig([{ path: 'elsewhere', children: [] }, ...programme.router.config]);
    await programme.router.navigateByUrl('/elsewhere');
    void programme.router.navigateByUrl('/', { state: { selected: ['s1', 's3'] } });
    await programme.answerList([FIRST, SECOND]);
    expect(await screen.findByRole('checkbox', { name: 'Select Night shift' })).toBeChecked();
    expect(screen.getByText('2 sessions selected')).toBeVisible();
  });

  it('remembers which columns are wanted', async () => {
    await OpenProgramme.at('/', [FIRST]);
    fireEvent.click(await screen.findByText('Columns'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Languages' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Recap' }));
    await waitFor(() => {
      expect(screen.getByRole('columnheader', { name: 'Languages' })).toBeVisible();
    });
    expect(screen.queryByRole('columnheader', { name: 'Recap' })).not.toBeInTheDocument();
    expect(localStorage.getItem('reihe.programme.columns')).toContain('languages');
  });

  it('is exported as it is shown: columns, order, all pages, and no formula', async () => {
    const files: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (file: Blob) => (files.push(file), 'blob:x'),
      revokeObjectURL: () => undefined,
    });
    const programme = await OpenProgramme.at('/?sort=-title', [FIRST]);
    fireEvent.click(await screen.findByRole('button', { name: 'Export as CSV' }));
    const request = await programme.answerList([aListedSession({ title: '=1+1' })]);
    expect(request.request.params.get('sort')).toBe('-title');
    await waitFor(() => {
      expect(files).toHaveLength(1);
    });
    const text = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => {
        resolve(reader.result);
      };
      reader.readAsText(files[0] ?? new Blob());
    });
    expect(String(text).split('\r\n').slice(0, 2)).toEqual([
      'Session,State,Start,End,Places taken,Places,Link,Recap',
      `'=1+1,Draft,2026-06-10 14:00,2026-06-10 15:30,4,30,yes,0`,
    ]);
  });

  it('shows what a colleague changed without taking the focus, and says who it was', async () => {
    const programme = await OpenProgramme.at('/', [FIRST]);
    const box = await type(/Change the title of Night shift/, 'Half typed');
    programme.tell({ sessionIds: ['s1'], seriesIds: [], by: { id: 'x', name: 'Ada' }, isWhole: false });
    await programme.answerList([{ ...FIRST, capacity: 77, version: 4 }]);
    expect(await screen.findByText('Ada just changed a session.')).toBeVisible();
    expect(await screen.findByText(/of 77/)).toBeVisible();
    expect(box).toHaveFocus();
    expect(box).toHaveValue('Half typed');
  });

  it('is read, not changed, by an editor', async () => {
    await OpenProgramme.at('/', [FIRST], 'editor');
    expect(await screen.findByRole('link', { name: 'Night shift' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Change/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('checkbox', { name: /^Select/ })).not.toBeInTheDocument();
  });
});
