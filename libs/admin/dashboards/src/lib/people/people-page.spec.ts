import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import type { DashboardPeople, DashboardPerson } from '@reihe/shared-figures';
import { OpenFigures, savedFiles, textOf } from '../testing/open-figures';

const ROWS = '/figures/dashboard/rows';

function aPerson(person: Partial<DashboardPerson> = {}): DashboardPerson {
  return {
    ...{ sessionId: 's1', sessionTitle: 'Pipes', startsAt: '2026-05-05T12:00:00Z', timeZone: 'UTC' },
    ...{ participantId: 'p1', registrationId: 'g1', name: 'Ada Sample', isErased: false },
    ...{
      organisation: '=1+1',
      city: 'Lviv',
      country: 'UA',
      language: 'en',
      state: 'confirmed',
      hasCome: true,
    },
    ...{ minutes: 42, why: ['place', 'report'], matchedBy: 'email', mergeReasons: ['New address'] },
    ...person,
  };
}

const people = (items: DashboardPerson[], more: Partial<DashboardPeople> = {}): DashboardPeople => ({
  ...{ items, total: items.length, page: 1, pageSize: 50, people: items.length, guests: 0 },
  ...more,
});

describe('the people behind a figure', () => {
  afterEach(() => jest.restoreAllMocks());

  it('are named with their session, whether they came, and why they count', async () => {
    const figures = await OpenFigures.at('/figures/people?figure=country&value=UA&basis=attendance');
    const request = await figures.answer(
      ROWS,
      people(
        [
          aPerson(),
          aPerson({
            participantId: 'p2',
            name: '',
            isErased: true,
            organisation: '',
            why: ['place', 'by-hand'],
            minutes: null,
            matchedBy: null,
            mergeReasons: [],
          }),
          aPerson({
            participantId: null,
            registrationId: null,
            name: 'Guest',
            state: null,
            why: ['report', 'not-identified'],
            matchedBy: null,
            mergeReasons: [],
          }),
        ],
        { people: 2, guests: 1 },
      ),
    );
    expect(request.request.params.get('basis')).toBe('attendance');
    expect(await screen.findByRole('heading', { level: 1, name: 'Country: Ukraine' })).toBeVisible();
    expect(await screen.findByText(/2 known people/)).toHaveTextContent(
      /2 known people · one guest · 3 lines/,
    );
    const ada = screen.getByRole('row', { name: /^Ada Sample/ });
    expect(within(ada).getByRole('link', { name: 'Ada Sample' })).toHaveAttribute('href', '/participants/p1');
    expect(ada).toHaveTextContent('42 min by the meeting’s report');
    expect(ada).toHaveTextContent('Known by their e-mail address');
    expect(ada).toHaveTextContent('Two entries are one person: New address');
    expect(screen.getByRole('row', { name: /^Erased person/ })).toHaveTextContent('Marked by hand');
    const guest = screen.getByRole('row', { name: /^Guest/ });
    expect(guest).toHaveTextContent('Not registered');
    expect(guest).toHaveTextContent('Nobody has said who this is');
    expect(within(guest).queryByRole('link', { name: 'Guest' })).not.toBeInTheDocument();
  });

  it('lead back to the figures they are of, filtered as they were', async () => {
    const figures = await OpenFigures.at(
      '/figures/people?series=r1&figure=region&value=africa&from=2026-01-01',
    );
    await figures.answer('/series/r1', { id: 'r1', translations: { en: { title: 'Water and cities' } } });
    await figures.answer(ROWS, people([aPerson()]));
    expect(await screen.findByRole('heading', { level: 1, name: 'Region: Africa' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Water and cities' })).toHaveAttribute(
      'href',
      '/figures/series/r1?from=2026-01-01',
    );
  });

  it('leave as a table, all pages of it, that no spreadsheet runs', async () => {
    const figures = await OpenFigures.at('/figures/people?figure=attended');
    await figures.answer(ROWS, people([aPerson()], { total: 2 }));
    const saved = savedFiles();
    fireEvent.click(await screen.findByRole('button', { name: 'Export as CSV' }));
    await figures.answer(ROWS, people([aPerson()], { total: 2 }));
    const second = await figures.answer(
      ROWS,
      people([aPerson({ name: 'Ben Sample' })], { total: 2, page: 2 }),
    );
    expect([second.request.params.get('page'), second.request.params.get('pageSize')]).toEqual(['2', '500']);
    await waitFor(() => {
      expect(saved).toHaveLength(1);
    });
    expect(saved[0]?.name).toBe('all-series-attended.csv');
    const text = await textOf(saved[0]?.file ?? new Blob());
    expect(text).toContain('Name,Organisation,City,Country,Session,State,Came,Why\r\n');
    expect(text).toContain("Ada Sample,'=1+1,Lviv,Ukraine,");
    expect(text).toContain('Ben Sample,');
    expect(text).toMatch(/Attended\r\n"Exported on /);
  });

  it('are nobody, said in words, once the number has changed', async () => {
    const figures = await OpenFigures.at('/figures/people?figure=guests');
    await figures.answer(ROWS, people([]));
    expect(await screen.findByText('Nobody stands behind this number')).toBeVisible();
  });

  it('are not asked for where no number is named', async () => {
    const figures = await OpenFigures.at('/figures/people?figure=luck');
    expect(await screen.findByText('No number is chosen')).toBeVisible();
    figures.backend.expectNone((one) => one.url.endsWith(ROWS));
  });
});
