import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type {
  PersonalDataCounts,
  PrivacyOverview,
  PrivacyRecord,
  RetentionPreview,
  RetentionRun,
} from '@reihe/shared-figures';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { PrivacyPage } from './privacy-page';

const none: PersonalDataCounts = {
  ...{
    people: 0,
    registrations: 0,
    answers: 0,
    waiting: 0,
    mails: 0,
    links: 0,
    certificates: 0,
    feedback: 0,
  },
  ...{ attendees: 0, guests: 0, lines: 0, files: 0, decisions: 0, invitations: 0 },
};
const rule = { months: 12, countsFrom: 'series' as const, version: 3, isOwn: true };
const overview: PrivacyOverview = {
  default: { months: null, countsFrom: 'series', version: 0, isOwn: false },
  people: 1200,
  other: { speakers: 31, mails: 1040, mailsToOthers: 12 },
  series: [
    {
      ...{ seriesId: 'y1', title: 'Water', lastEndsAt: '2025-01-15T13:30:00Z', rule, isDue: true },
      held: { ...none, people: 212, registrations: 340, mails: 900, attendees: 180, guests: 14 },
      ...{ goesFrom: '2026-01-15T13:30:00Z', goesUntil: '2026-01-15T13:30:00Z' },
    },
    {
      ...{
        seriesId: 'y2',
        title: 'Streets',
        lastEndsAt: null,
        isDue: false,
        held: none,
        goesFrom: null,
        goesUntil: null,
      },
      rule: { months: null, countsFrom: 'series', version: 0, isOwn: false },
    },
  ],
};
const run: RetentionRun = {
  ...{ id: 'r1', seriesId: 'y1', seriesTitle: 'Water', at: '2026-09-01T02:30:00Z', startedBy: null },
  ...{ outcome: 'done', sessions: 4, counts: { ...none, people: 200 }, changed: [] },
};
const record: PrivacyRecord = {
  ...{
    id: 'p1',
    kind: 'erase',
    at: '2026-09-01T10:00:00Z',
    by: 'Sample administrator',
    isByThemselves: false,
  },
  ...{ subjectId: 'c0ffee', reference: 'File 7', counts: { ...none, registrations: 2 } },
};
const preview: RetentionPreview = {
  ...{ seriesId: 'y1', title: 'Water', fingerprint: 'f'.repeat(64), staying: 12, changed: [] },
  sessions: [
    { id: 's1', title: 'Pipes', endedAt: '2025-01-15T13:30:00Z', keptUntil: '2026-01-15T13:30:00Z' },
  ],
  counts: { ...none, people: 200, registrations: 340 },
  people: [{ participantId: 'p', name: 'Ada Sample', email: 'ada@city.example' }],
};

const pageOf = (items: unknown[], total = items.length) => ({ items, total, page: 1, pageSize: 5 });

async function asked(method: string, path: string): Promise<TestRequest> {
  const backend = TestBed.inject(HttpTestingController);
  return waitFor(() => backend.expectOne((one) => one.method === method && one.url === `/api/v1${path}`));
}

async function open(known = overview, runs: RetentionRun[] = [run], records: PrivacyRecord[] = [record]) {
  await render(PrivacyPage, {
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  (await asked('GET', '/privacy')).flush(known);
  (await asked('GET', '/privacy/runs')).flush(pageOf(runs));
  (await asked('GET', '/privacy/records')).flush(pageOf(records));
  await screen.findByRole('heading', { name: 'What is kept, and until when' });
}

describe('the page of privacy', () => {
  it('says of each series what is kept of whom, by which rule, until when and that it is due', async () => {
    await open();
    const water = await screen.findByRole('row', { name: /Water .*12 months/ });
    expect(water).toHaveTextContent('12 months after the series’ last session');
    expect(water).toHaveTextContent('15 January 2026');
    expect(water).toHaveTextContent('Due');
    expect(within(water).getByRole('cell', { name: '212' })).toBeInTheDocument();
    const streets = screen.getByRole('row', { name: /Streets/ });
    expect(streets).toHaveTextContent('Kept for ever');
    expect(streets).toHaveTextContent('Nothing is kept');
    expect(within(streets).queryByRole('button', { name: /What would go/ })).not.toBeInTheDocument();
    expect(screen.getByText(/1,200 people are known/)).toBeInTheDocument();
  });

  it('does not say that nothing is kept where anything is, be it an invited address that has no end', async () => {
    const [water, streets] = overview.series;
    if (!water || !streets) throw new Error('Two series are shown.');
    await open({ ...overview, series: [water, { ...streets, held: { ...none, invitations: 3 } }] });
    const row = await screen.findByRole('row', { name: /Streets/ });
    expect(row).not.toHaveTextContent('Nothing is kept');
    expect(row).toHaveTextContent('no end');
    expect(row).toHaveTextContent('Invited addresses3');
  });

  it('says what is kept that is of no series, and for how long', async () => {
    await open();
    const list = within(screen.getByRole('region', { name: 'Of no one series' }));
    const said = (term: string) => list.getByText(term).closest('div');
    expect(said('Speakers')).toHaveTextContent('31');
    expect(said('Speakers')).toHaveTextContent('Until somebody removes them among the speakers');
    expect(said('E-mails about several sessions or none')).toHaveTextContent('1,040');
    expect(said('E-mails to speakers and staff')).toHaveTextContent(/12.*No end/);
  });

  it('says what went and who was erased, by whom and for which request', async () => {
    await open();
    const gone = screen.getByRole('row', { name: /Reihe itself/ });
    expect(gone).toHaveTextContent('Gone');
    expect(within(gone).getByRole('link', { name: 'Figures as frozen Water' })).toHaveAttribute(
      'href',
      '/privacy/runs/r1/figures',
    );
    expect(screen.getByRole('row', { name: /A person was erased/ })).toHaveTextContent(
      /Sample administrator.*File 7/,
    );
  });

  it('says so where nothing is there yet, and what went wrong where it cannot be read', async () => {
    await open({ ...overview, series: [] }, [], []);
    expect(screen.getByText('No series yet')).toBeInTheDocument();
    expect(screen.getByText(/Nothing went yet/)).toBeInTheDocument();
    expect(screen.getByText(/Nobody was erased yet/)).toBeInTheDocument();
  });

  it('offers to try again where it cannot be read', async () => {
    await render(PrivacyPage, {
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    (await asked('GET', '/privacy')).flush({ code: 'server.error' }, { status: 500, statusText: 'Error' });
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    (await asked('GET', '/privacy')).flush(overview);
    await screen.findByRole('heading', { name: 'What is kept, and until when' });
  });

  it('names the figures that kept personal data from going', async () => {
    await open(overview, [{ ...run, outcome: 'failed', changed: ['by.country.UA.people'] }]);
    expect(screen.getByRole('row', { name: /Reihe itself/ })).toHaveTextContent(
      /Stayed.*would have changed: by.country.UA.people/,
    );
    expect(screen.queryByRole('link', { name: /Figures as frozen/ })).not.toBeInTheDocument();
  });

  describe('a rule', () => {
    const openRule = async () => {
      await open();
      fireEvent.click(screen.getByRole('button', { name: /Rule … Water/ }));
      return within(await screen.findByRole('dialog'));
    };

    it('is set in months of which there must be some, with the version that was read', async () => {
      const dialog = await openRule();
      expect(dialog.getByRole('radio', { name: 'For some months' })).toBeChecked();
      fireEvent.input(dialog.getByLabelText('Months'), { target: { value: '0' } });
      fireEvent.click(dialog.getByRole('button', { name: 'Save the rule' }));
      await waitFor(() => {
        expect(dialog.getByLabelText('Months')).toHaveAttribute('aria-invalid', 'true');
      });
      fireEvent.input(dialog.getByLabelText('Months'), { target: { value: '24' } });
      fireEvent.click(dialog.getByRole('radio', { name: /the end of each session/ }));
      fireEvent.click(dialog.getByRole('button', { name: 'Save the rule' }));
      const sent = await asked('PUT', '/privacy/series/y1/rule');
      expect(sent.request.body).toEqual({ months: 24, countsFrom: 'session', version: 3, isOwn: true });
      sent.flush({});
      (await asked('GET', '/privacy')).flush(overview);
    });

    it('that another set meanwhile is not written over: the dialog stays and says so', async () => {
      const dialog = await openRule();
      fireEvent.click(dialog.getByRole('radio', { name: 'As for all series' }));
      fireEvent.click(dialog.getByRole('button', { name: 'Save the rule' }));
      const sent = await asked('PUT', '/privacy/series/y1/rule');
      expect(sent.request.body).toMatchObject({ isOwn: false, version: 3 });
      sent.flush({ code: 'version.outdated' }, { status: 409, statusText: 'Conflict' });
      expect(await dialog.findByRole('alert')).toBeInTheDocument();
      expect(dialog.getByRole('radio', { name: 'As for all series' })).toBeChecked();
    });
  });

  describe('what would go', () => {
    const openPreview = async (answer: RetentionPreview) => {
      await open();
      fireEvent.click(screen.getByRole('button', { name: /What would go … Water/ }));
      (await asked('POST', '/privacy/series/y1/preview')).flush(answer);
      return within(await screen.findByRole('dialog'));
    };

    it('is shown with its people and days, and goes as it was seen', async () => {
      const dialog = await openPreview(preview);
      expect(await dialog.findByText('Ada Sample')).toBeInTheDocument();
      expect(dialog.getByText(/ended on 15 January 2025, kept until 15 January 2026/)).toBeInTheDocument();
      expect(dialog.getByText('and 199 more')).toBeInTheDocument();
      expect(dialog.getByText(/12 people stay known/)).toBeInTheDocument();
      fireEvent.click(dialog.getByRole('button', { name: 'Let it go now' }));
      const sent = await asked('POST', '/privacy/series/y1/run');
      expect(sent.request.body).toEqual({ fingerprint: preview.fingerprint });
      sent.flush(run);
      (await asked('GET', '/privacy')).flush(overview);
      (await asked('GET', '/privacy/runs')).flush(pageOf([run]));
      expect(await screen.findByText(/Personal data of Water is gone/)).toBeInTheDocument();
    });

    it('is shown anew where it is no longer what was seen, and nothing goes', async () => {
      const dialog = await openPreview(preview);
      fireEvent.click(await dialog.findByRole('button', { name: 'Let it go now' }));
      (await asked('POST', '/privacy/series/y1/run')).flush(
        { code: 'registration.preview-outdated' },
        { status: 409, statusText: 'Conflict' },
      );
      (await asked('POST', '/privacy/series/y1/preview')).flush({ ...preview, staying: 13 });
      expect(await dialog.findByText(/13 people stay known/)).toBeInTheDocument();
      expect(dialog.getByRole('alert')).toHaveTextContent(/Nothing was done/);
    });

    it('cannot go where nothing is due, or where a figure would change', async () => {
      const dialog = await openPreview({ ...preview, sessions: [], people: [], counts: none });
      expect(await dialog.findByText(/Nothing is to go now/)).toBeInTheDocument();
      expect(dialog.getByRole('button', { name: 'Let it go now' })).toBeDisabled();
    });

    it('says which figures keep it from going', async () => {
      const dialog = await openPreview({ ...preview, changed: ['totals.people'] });
      expect(await dialog.findByText(/these figures would change: totals.people/)).toBeInTheDocument();
      expect(dialog.getByRole('button', { name: 'Let it go now' })).toBeDisabled();
    });
  });
});
