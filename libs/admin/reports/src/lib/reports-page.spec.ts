import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Role } from '@reihe/shared-contracts';
import type { MadeFunderReport } from '@reihe/shared-figures';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { ReportsPage } from './reports-page';

const READY: MadeFunderReport = {
  ...{ id: 'p1', seriesId: 'y1', language: 'en', format: 'pdf', basis: 'places', from: null, to: null },
  hidesSmall: true,
  ...{ state: 'ready', done: 9, of: 9, failure: null },
  ...{ createdAt: '2026-11-29T12:00:00Z', createdBy: 'Sample organiser', asOf: '2026-11-28T09:00:00Z' },
  ...{
    fileName: 'report-y-2026-11-28-en.pdf',
    byteSize: 160_000,
    sha256: 'ab12',
    sameSince: '2026-11-28T09:00:00Z',
  },
};
const WORKING: MadeFunderReport = {
  ...READY,
  ...{ id: 'p2', format: 'docx', language: 'de', from: '2026-03-01', to: '2026-06-30', state: 'working' },
  ...{ done: 3, of: 9, asOf: null, fileName: null, byteSize: null, sha256: null, sameSince: null },
};
const PATH = '/api/v1/series/y1/reports';

async function open(role: Role, reports: MadeFunderReport[]) {
  await render(ReportsPage, {
    inputs: { seriesId: 'y1' },
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    configureTestBed: (testBed) => {
      void testBed.inject(StaffAccess).ready();
      testBed
        .inject(HttpTestingController)
        .expectOne('/api/v1/auth/me')
        .flush({ id: 'a', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    },
  });
  const backend = TestBed.inject(HttpTestingController);
  const asked = (method: string, url = PATH) =>
    // A worker is looked at again after a second.
    waitFor(() => backend.expectOne((one) => one.method === method && one.url === url), { timeout: 4000 });
  (await asked('GET')).flush(reports);
  return { asked };
}

describe('the reports of a series', () => {
  it('say what each is of, since when it is the same, and lead to its file', async () => {
    await open('organiser', [READY]);
    const row = within(await screen.findByRole('row', { name: /PDF, English/ }));
    expect(row.getByText(/the whole series; people with a confirmed place/)).toBeVisible();
    expect(row.getByText(/The same file as on 28 November 2026, 09:00/)).toBeVisible();
    const download = row.getByRole('link', { name: /Download PDF, English/ });
    expect(download).toHaveAttribute('href', `${PATH}/p1/file`);
    expect(download).toHaveAttribute('download', 'report-y-2026-11-28-en.pdf');
    expect(row.getByText('ab12')).toBeInTheDocument();
  });

  it('are asked for with period, language and format, and looked at until they are there', async () => {
    const { asked } = await open('organiser', []);
    expect(await screen.findByText('No report yet')).toBeVisible();
    fireEvent.input(screen.getByLabelText('Format'), { target: { value: 'docx' } });
    fireEvent.input(screen.getByLabelText('Language'), { target: { value: 'de' } });
    fireEvent.input(screen.getByLabelText(/^From/), { target: { value: '2026-03-01' } });
    fireEvent.input(screen.getByLabelText(/^To/), { target: { value: '2026-02-01' } });
    fireEvent.click(screen.getByRole('button', { name: 'Make the report' }));
    await waitFor(() => {
      expect(screen.getByLabelText(/^To/)).toHaveAttribute('aria-invalid', 'true');
    });
    fireEvent.input(screen.getByLabelText(/^To/), { target: { value: '2026-06-30' } });
    fireEvent.click(screen.getByRole('button', { name: 'Make the report' }));
    const sent = await asked('POST');
    expect(sent.request.body).toEqual({
      ...{ language: 'de', format: 'docx', basis: 'places', from: '2026-03-01', to: '2026-06-30' },
      hidesSmall: true,
    });
    sent.flush({ ...WORKING, state: 'queued', of: 0 });
    (await asked('GET')).flush([WORKING]);
    const row = within(await screen.findByRole('row', { name: /Word \(DOCX\), German/ }));
    expect(row.getByRole('progressbar')).toHaveAttribute('value', '3');
    expect(row.getByText(/1 March 2026 – 30 June 2026/)).toBeVisible();
    expect(row.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('You can leave this page');
    (await asked('GET')).flush([{ ...WORKING, state: 'ready', asOf: READY.asOf, byteSize: 9, sha256: 'cd' }]);
    expect(await screen.findByRole('link', { name: /Download Word/ })).toBeVisible();
  });

  it('say why they could not be made, and are made again', async () => {
    const { asked } = await open('editor', [
      { ...WORKING, state: 'failed', failure: 'storage', done: 0, of: 0 },
    ]);
    expect(await screen.findByText(/Files could not be kept/)).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: /Make again/ }));
    (await asked('POST', `${PATH}/p2/again`)).flush({ ...WORKING, id: 'p3', state: 'queued' });
    (await asked('GET')).flush([{ ...WORKING, id: 'p3', state: 'queued', of: 0 }]);
    expect(await screen.findByText('Waits to be made')).toBeVisible();
  });

  it('are removed after a question, by whoever may', async () => {
    const { asked } = await open('organiser', [READY]);
    fireEvent.click(await screen.findByRole('button', { name: /Remove PDF/ }));
    const question = within(await screen.findByRole('alertdialog'));
    fireEvent.click(question.getByRole('button', { name: 'Remove the report' }));
    (await asked('DELETE', `${PATH}/p1`)).flush(null);
    (await asked('GET')).flush([]);
    expect(await screen.findByText('No report yet')).toBeVisible();
  });

  it('cannot be removed by an editor, who may make them', async () => {
    await open('editor', [READY]);
    expect(await screen.findByRole('button', { name: /Make again/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Remove/ })).not.toBeInTheDocument();
  });

  it('say why one more is refused', async () => {
    const { asked } = await open('organiser', []);
    fireEvent.click(screen.getByRole('button', { name: 'Make the report' }));
    (await asked('POST')).flush(
      { code: 'funder-report.too-many', status: 409, type: '', title: '', correlationId: '' },
      { status: 409, statusText: 'Conflict' },
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('as many reports as can be kept');
  });
});
