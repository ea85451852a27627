import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding, withRouterConfig } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import { attendanceRoutes } from './attendance.routes';

const counts = { attended: 41, guests: 3, short: 2, hosts: 1, speakers: 2, bots: 1, missed: 7 };
const nothing = { attended: 0, guests: 0, short: 0, hosts: 0, speakers: 0, bots: 0, missed: 0 };
const record = {
  sessionId: 's1',
  seriesId: 'y1',
  title: 'Pipes',
  startsAt: '2026-10-06T12:00:00Z',
  endsAt: '2026-10-06T13:30:00Z',
  timeZone: 'Europe/Berlin',
  threshold: { seriesId: 'y1', version: 0, sharePercent: 50, minutes: 15 },
  neededMinutes: 15,
  counts,
  imports: [
    {
      id: 'i1',
      fileName: 'participants.csv',
      format: 'zoom-meeting',
      lines: 60,
      importedAt: '2026-10-07T08:00:00Z',
      importedBy: 'Sample Staff',
      undoneAt: null,
    },
  ],
};
const guest = {
  id: 'a1',
  name: 'Ada S',
  email: '',
  organisation: '',
  role: 'attendee',
  isRoleByHand: false,
  minutes: 80,
  hasCome: true,
  lines: 1,
  participant: null,
  matchedBy: null,
  reason: '',
  suggestions: [
    {
      participantId: 'p1',
      name: 'Ada Sample',
      organisation: 'City',
      email: 'ada@city.example',
      reasons: ['similar-name', 'registered'],
    },
  ],
};
const preview = {
  format: 'zoom-meeting',
  meetingTitle: 'Pipes',
  meetingStartsAt: null,
  timeZone: 'Europe/Berlin',
  dateOrder: 'mdy',
  isDateOrderGuessed: true,
  columns: [] as string[],
  guessed: [] as string[],
  rows: [] as string[][],
  problems: [] as object[],
  isKnown: false,
  overlapping: 1,
  lines: 60,
  listed: 0,
  before: nothing,
  after: counts,
  guests: [guest],
};

async function open(answered: object = record, may: (permission: string) => boolean = () => true) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [{ path: 'sessions/:sessionId/attendance', children: attendanceRoutes }],
        withComponentInputBinding(),
        withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      ),
      { provide: StaffAccess, useValue: { may } },
    ],
  });
  const backend = TestBed.inject(HttpTestingController);
  const asked = (method: string, path: string) =>
    waitFor(() => backend.expectOne((one) => one.method === method && one.url === `/api/v1${path}`));
  const opened = RouterTestingHarness.create('/sessions/s1/attendance');
  (await asked('GET', '/sessions/s1/attendance-record')).flush(answered);
  await opened;
  return { asked };
}

async function choose(file: File): Promise<void> {
  fireEvent.change(await screen.findByLabelText('Choose a file'), { target: { files: [file] } });
  await Promise.resolve();
}

describe('the attendance of a session', () => {
  it('says how many came as a range, as long as guests may be somebody who is counted already', async () => {
    const { asked } = await open();
    (await asked('GET', '/sessions/s1/attendees')).flush({ items: [guest], total: 1, page: 1, pageSize: 50 });
    expect(await screen.findByText(/41 to 44/)).toHaveTextContent(
      '3 guests nobody identified may be as many more',
    );
  });

  it('identifies a guest by one press, which can be taken back', async () => {
    const { asked } = await open();
    (await asked('GET', '/sessions/s1/attendees')).flush({ items: [guest], total: 1, page: 1, pageSize: 50 });
    fireEvent.click(await screen.findByRole('button', { name: 'Is Ada Sample (Ada S)' }));
    const sent = await asked('POST', '/sessions/s1/attendees/matches');
    expect(sent.request.body).toEqual({
      attendeeIds: ['a1'],
      participantId: 'p1',
      reason: 'similar name and registered for this session',
    });
    sent.flush(counts);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    const back = await asked('POST', '/sessions/s1/attendees/matches');
    expect(back.request.body).toMatchObject({ attendeeIds: ['a1'], isTakenBack: true });
    back.flush(counts);
  });

  it('erases a guest once somebody is sure, says that figures stay, and offers it for nobody who is known', async () => {
    const known = { id: 'p1', name: 'Bo Sample', email: 'bo@city.example', isRegistered: true };
    const others = [
      { ...guest, id: 'a2', name: 'Bo S', participant: known, matchedBy: 'email', suggestions: [] },
      { ...guest, id: 'a3', name: '', suggestions: [] },
    ];
    const { asked } = await open();
    (await asked('GET', '/sessions/s1/attendees')).flush({
      ...{ items: [guest, ...others], total: 3, page: 1, pageSize: 50 },
    });
    const erase = await screen.findAllByRole('button', { name: /^Erase …/ });
    expect(erase.map(({ textContent }) => textContent.trim())).toEqual([expect.stringContaining('Ada S')]);
    fireEvent.click(screen.getByRole('button', { name: 'Erase … Ada S' }));
    const question = await screen.findByRole('alertdialog');
    expect(question).toHaveTextContent('every figure is what it was');
    fireEvent.click(within(question).getByRole('button', { name: 'Erase from the reports' }));
    (await asked('DELETE', '/sessions/s1/attendees/a1/person')).flush(null);
    expect(
      await screen.findByText('Nobody is named there any more. Every figure is what it was.'),
    ).toBeInTheDocument();
    (await asked('GET', '/sessions/s1/attendees')).flush({
      ...{ items: [{ ...guest, name: '', suggestions: [] }], total: 1, page: 1, pageSize: 50 },
    });
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: /^Erase …/ })).not.toBeInTheDocument();
    });
  });

  it('offers to erase guests to those alone whom the API lets', async () => {
    const { asked } = await open(record, (permission) => permission !== 'participants.erase');
    (await asked('GET', '/sessions/s1/attendees')).flush({ items: [guest], total: 1, page: 1, pageSize: 50 });
    expect(await screen.findByRole('button', { name: /^Somebody else …/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Erase …/ })).not.toBeInTheDocument();
  });

  it.each([
    ['as reports have it', false, { role: 'attendee', isTakenBack: true }],
    ['as staff had it before', true, { role: 'attendee', reason: 'told so' }],
  ])('sets a role, and undoes it %s', async (_, isRoleByHand, expected) => {
    const { asked } = await open();
    const items = [{ ...guest, isRoleByHand, reason: 'told so' }];
    (await asked('GET', '/sessions/s1/attendees')).flush({ items, total: 1, page: 1, pageSize: 50 });
    fireEvent.change(await screen.findByLabelText('Role of Ada S'), { target: { value: 'host' } });
    const sent = await asked('POST', '/sessions/s1/attendees/roles');
    expect(sent.request.body).toEqual({ attendeeIds: ['a1'], role: 'host' });
    sent.flush(counts);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    const back = await asked('POST', '/sessions/s1/attendees/roles');
    expect(back.request.body).toEqual({ attendeeIds: ['a1'], ...expected });
    back.flush(counts);
  });

  it('shows what a report comes to before it is imported, and how far the import is', async () => {
    const { asked } = await open({ ...record, counts: nothing, imports: [] });
    await choose(new File(['x'], 'participants.csv'));
    (await asked('POST', '/sessions/s1/attendance-imports/check')).flush(preview);
    const table = within(await screen.findByRole('table', { name: /Numbers of the session/ }));
    expect(table.getByRole('row', { name: 'People who came 0 41 to 44' })).toBeInTheDocument();
    expect(screen.getByText('One line is in an earlier report, too; it counts once.')).toBeInTheDocument();
    expect(screen.getByText('Nothing in the file proves it: please look.')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Import 60 lines' }));
    const run = await asked('POST', '/sessions/s1/attendance-imports');
    const result = { import: record.imports[0], wasKnown: false, counts };
    run.flush(`${JSON.stringify({ kind: 'done', result })}\n`);
    expect(await screen.findByText(/Imported: 60 lines/)).toBeInTheDocument();
    (await asked('GET', '/sessions/s1/attendance-record')).flush(record);
  });

  it('imports nothing while a line is wrong, and says which', async () => {
    const { asked } = await open({ ...record, imports: [] });
    await choose(new File(['x'], 'participants.csv'));
    const wrong = { line: 12, column: 'Leave Time', code: 'left-before-joined', value: '14:00' };
    (await asked('POST', '/sessions/s1/attendance-imports/check')).flush({ ...preview, problems: [wrong] });
    expect(
      await screen.findByText('Line 12, Leave Time: They would have left before they came. (14:00)'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import 60 lines' })).toBeDisabled();
  });

  it('asks what the columns are where a table has none of the known forms', async () => {
    const { asked } = await open({ ...record, imports: [] });
    await choose(new File(['x'], 'list.csv'));
    (await asked('POST', '/sessions/s1/attendance-imports/check')).flush(
      {
        code: 'report.unknown',
        status: 422,
        details: { columns: ['Wer', 'Dauer'], guessed: [null, null], rows: [['Ada Sample', '80']] },
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    fireEvent.change(await screen.findByLabelText('Wer'), { target: { value: 'name' } });
    fireEvent.change(screen.getByLabelText('Dauer'), { target: { value: 'minutes' } });
    fireEvent.click(screen.getByRole('button', { name: 'Read it like this' }));
    const again = await asked('POST', '/sessions/s1/attendance-imports/check');
    expect((again.request.body as FormData).get('columns')).toBe('["name","minutes"]');
    again.flush({ ...preview, format: 'table' });
    expect(await screen.findByRole('button', { name: 'Import 60 lines' })).toBeEnabled();
  });

  it('asks what the columns are where none of them tells times, and says that those who are listed count', async () => {
    const { asked } = await open({ ...record, imports: [] });
    await choose(new File(['x'], 'list.csv'));
    (await asked('POST', '/sessions/s1/attendance-imports/check')).flush(
      {
        code: 'report.no-times',
        status: 409,
        details: { columns: ['Name'], guessed: ['name'], rows: [['Ada Sample']] },
      },
      { status: 409, statusText: 'Conflict' },
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(/says of nobody when they were there/);
    expect(screen.getByLabelText('Name')).toHaveValue('name');
    fireEvent.click(screen.getByRole('button', { name: 'Read it like this' }));
    const again = await asked('POST', '/sessions/s1/attendance-imports/check');
    expect((again.request.body as FormData).get('columns')).toBe('["name"]');
    again.flush({ ...preview, format: 'table', columns: ['Name'], guessed: ['name'], listed: 60 });
    expect(await screen.findByText(/everybody whom it lists counts as having come/)).toBeInTheDocument();
  });

  it('shows what the columns of a table were taken for, and imports nothing until what is put right is read', async () => {
    const { asked } = await open({ ...record, imports: [] });
    await choose(new File(['x'], 'list.csv'));
    const table = {
      ...{ ...preview, format: 'table', columns: ['Wer', 'Ort'], guessed: ['name', 'city'] },
      rows: [['Ada Sample', 'City of Lviv']],
    };
    (await asked('POST', '/sessions/s1/attendance-imports/check')).flush(table);
    expect(await screen.findByLabelText('Ort')).toHaveValue('city');
    expect(screen.getByText('City of Lviv')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import 60 lines' })).toBeEnabled();
    fireEvent.change(screen.getByLabelText('Ort'), { target: { value: 'organisation' } });
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Import 60 lines' })).not.toBeInTheDocument();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Read it like this' }));
    const again = await asked('POST', '/sessions/s1/attendance-imports/check');
    expect((again.request.body as FormData).get('columns')).toBe('["name","organisation"]');
    again.flush({ ...table, guessed: ['name', 'organisation'] });
    expect(await screen.findByRole('button', { name: 'Import 60 lines' })).toBeEnabled();
    expect(screen.getByLabelText('Ort')).toHaveValue('organisation');
  });
});
