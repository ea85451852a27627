import { HttpEventType, provideHttpClient, withXhr } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type {
  CheckedRow,
  ImportCheck,
  ImportProblem,
  ImportRequest,
  SheetTable,
} from '@reihe/shared-planning';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { ImportPage } from './import-page';

const BASE = '/api/v1/planning/import';
const TABLE: SheetTable = {
  encoding: 'windows-1252',
  separator: ';',
  sheet: null,
  columns: ['Titel', 'Beginn', 'Ende', 'Zone'],
  rows: [
    { line: 2, cells: ['Water', '2026-10-06 14:00', '15:00', 'Europe/Berln'] },
    { line: 3, cells: ['Heat', '2026-10-25 02:30', '04:00', ''] },
  ],
  guessed: ['title.en', 'starts', 'ends', null],
  formulas: [{ line: 3, column: 0 }],
};

const row = (line: number, title: string, ...problems: ImportProblem[]): CheckedRow => ({
  line,
  title,
  seriesTitle: 'Cities',
  startsAt: problems.length > 0 ? null : '2026-10-06T12:00:00.000Z',
  endsAt: problems.length > 0 ? null : '2026-10-06T13:00:00.000Z',
  timeZone: 'Europe/Berlin',
  problems,
});
const zone: ImportProblem = {
  column: 3,
  field: 'timeZone',
  code: 'unknown',
  value: 'Europe/Berln',
  suggestions: ['Europe/Berlin'],
};
const twice: ImportProblem = {
  column: 1,
  field: 'starts',
  code: 'time-ambiguous',
  value: '2026-10-25 02:30',
  suggestions: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
};

async function open() {
  await render(ImportPage, {
    providers: [provideHttpClient(withXhr()), provideHttpClientTesting(), provideRouter([])],
  });
  const backend = TestBed.inject(HttpTestingController);
  const take = (path: string): Promise<TestRequest> => waitFor(() => backend.expectOne(`${BASE}${path}`));
  const check = async (...rows: CheckedRow[]) => {
    const request = await take('/check');
    const ready = rows.filter(({ problems }) => problems.length === 0).length;
    request.flush({ rows, ready } satisfies ImportCheck);
    return request.request.body as ImportRequest;
  };
  return { backend, take, check };
}

async function paste({ take }: Awaited<ReturnType<typeof open>>) {
  fireEvent.input(screen.getByLabelText(/Paste the cells here/), { target: { value: 'Titel;Beginn' } });
  fireEvent.click(screen.getByRole('button', { name: 'Read the cells' }));
  (await take('/text')).flush(TABLE);
  await screen.findByRole('heading', { name: 'What the columns are' });
}

describe('the import', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('tells how the sheet was read, and what its columns seem to be', async () => {
    const desk = await open();
    await paste(desk);
    expect(screen.getByText(/Windows-1252, parted by semicolons/)).toBeVisible();
    expect(screen.getByText(/One cell holds a formula/)).toHaveTextContent('Line 3');
    expect(screen.getByLabelText('Titel')).toHaveValue('title.en');
    expect(screen.getByLabelText('Zone')).toHaveValue('');
    const request = await desk.check(row(2, 'Water'), row(3, 'Heat'));
    expect(request).toEqual({
      columns: ['title.en', 'starts', 'ends', null],
      dateOrder: null,
      seriesId: null,
      rows: TABLE.rows,
    });
  });

  it('remembers what a column was said to be for the next sheet with the same headings', async () => {
    const first = await open();
    await paste(first);
    fireEvent.change(screen.getByLabelText('Zone'), { target: { value: 'timeZone' } });
    expect((await first.check(row(2, 'Water'), row(3, 'Heat'))).columns[3]).toBe('timeZone');
    fireEvent.click(screen.getByRole('button', { name: 'Another sheet' }));
    await screen.findByRole('button', { name: 'Read the cells' });
    await paste(first);
    expect(screen.getByLabelText('Zone')).toHaveValue('timeZone');
  });

  it('has every row mended by a suggestion, an answer or another cell, and imports when all are right', async () => {
    const desk = await open();
    await paste(desk);
    await desk.check(row(2, 'Water', zone), row(3, 'Heat', twice));
    expect(await screen.findByText('2 rows need you before anything is imported.')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Import/ })).toBeDisabled();
    const wrong = screen.getByRole('region', { name: 'Rows that need you' });
    expect(wrong).toHaveTextContent('Zone: “Europe/Berln” is not known here.');

    fireEvent.click(within(wrong).getByRole('button', { name: 'Europe/Berlin' }));
    const mended = await desk.check(row(2, 'Water'), row(3, 'Heat', twice));
    expect(mended.rows[0]?.cells[3]).toBe('Europe/Berlin');
    expect(await within(wrong).findByText('This row is right now.')).toBeVisible();

    fireEvent.click(within(wrong).getByRole('button', { name: '02:30 GMT+1' }));
    const answered = await desk.check(row(2, 'Water'), row(3, 'Heat'));
    expect(answered.rows[1]).toMatchObject({ line: 3, clockChoice: 'later' });
    expect(await screen.findByText('All 2 rows are right.')).toBeVisible();

    fireEvent.click(screen.getByRole('button', { name: 'Import 2 as drafts' }));
    const run = await desk.take('');
    run.event({
      type: HttpEventType.DownloadProgress,
      loaded: 1,
      partialText: '{"kind":"progress","done":1,"total":2}\n',
    });
    expect(await screen.findByText('1 of 2 sessions written')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveValue(1);
    const sessions = [
      { id: 'w', version: 1, title: 'Water' },
      { id: 'h', version: 1, title: 'Heat' },
    ];
    run.flush(`${JSON.stringify({ kind: 'done', result: { sessions } })}\n`);
    expect(await screen.findByRole('heading', { name: '2 sessions are imported, as drafts' })).toHaveFocus();
    expect(screen.getByRole('link', { name: 'Publish or change them together' })).toHaveAttribute(
      'href',
      '/sessions',
    );

    fireEvent.click(screen.getByRole('button', { name: 'Take this import back …' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Delete the drafts' }));
    const undo = await desk.take('/undo');
    expect(undo.request.body).toEqual({
      sessions: [
        { id: 'w', version: 1 },
        { id: 'h', version: 1 },
      ],
    });
    undo.flush({ removed: 1, kept: ['h'] });
    expect(await screen.findByText(/One draft was deleted/)).toHaveTextContent(
      'One stays: it was changed since.',
    );
  });

  it('leaves rows out that are there already, and links what is there', async () => {
    const desk = await open();
    await paste(desk);
    const there = (line: number): ImportProblem => ({
      column: 0,
      field: 'title.en',
      code: 'already-there',
      value: 'water',
      sessionId: `s${line}`,
    });
    await desk.check(row(2, 'Water', there(2)), row(3, 'Heat', there(3)));
    expect(await screen.findAllByRole('link', { name: 'See that session' })).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Leave out the 2 rows that are there already' }));
    expect(await screen.findByText('Every row is left out.')).toBeVisible();
    const [first] = screen.getAllByRole('checkbox', { name: 'Leave this row out' });
    if (first) fireEvent.click(first);
    expect((await desk.check(row(2, 'Water'))).rows).toHaveLength(1);
  });

  it('says what went wrong, and that nothing was kept', async () => {
    const desk = await open();
    await paste(desk);
    await desk.check(row(2, 'Water'), row(3, 'Heat'));
    fireEvent.click(await screen.findByRole('button', { name: 'Import 2 as drafts' }));
    (await desk.take('')).flush('{"code":"import.refused"}', { status: 409, statusText: 'Conflict' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was imported');
    await desk.check(row(2, 'Water'), row(3, 'Heat', twice));
    expect(await screen.findByText('One row needs you before anything is imported.')).toBeVisible();
  });

  it('says when a file cannot be read', async () => {
    const desk = await open();
    const file = new File(['%PDF'], 'programme.pdf');
    fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files: [file] } });
    (await desk.take('/file')).flush(
      { code: 'import.unreadable' },
      { status: 422, statusText: 'Unprocessable' },
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('cannot be read as a table');
  });
});
