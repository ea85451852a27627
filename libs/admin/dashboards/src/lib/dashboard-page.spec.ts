import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import type { Dashboard } from '@reihe/shared-figures';
import { aDashboard, aStated } from './testing/a-dashboard';
import { OpenFigures, savedFiles, textOf } from './testing/open-figures';

const DASHBOARD = '/figures/dashboard';

async function open(address: string, dashboard: Dashboard = aDashboard(), role?: 'editor') {
  const figures = await OpenFigures.at(address, role);
  await figures.nameSeries();
  const request = await figures.answer(DASHBOARD, dashboard);
  return { figures, params: request.request.params };
}

const panel = (heading: string) => {
  const found = screen.getByRole('heading', { name: heading }).closest<HTMLElement>('section');
  if (!found) throw new Error(`There is no panel ${heading}.`);
  return within(found);
};

describe('the dashboard of a series', () => {
  afterEach(() => jest.restoreAllMocks());

  it('says each total with how it is counted, its origin, and what was stated beside it', async () => {
    await open('/figures/series/r1');
    expect(await screen.findByRole('heading', { level: 1, name: 'Water and cities' })).toBeVisible();
    const totals = panel('Totals');
    const participants = totals.getByRole('row', { name: /^Participants/ });
    expect(participants).toHaveTextContent('each person with a place, once over all sessions');
    expect(participants).toHaveTextContent('Counted');
    expect(participants).toHaveTextContent('at least 800 · Reported by the host');
    expect(participants).toHaveTextContent('The records hold fewer.');
    const attended = totals.getByRole('row', { name: /^Attended/ });
    expect(attended).toHaveTextContent('4 to 5');
    expect(attended).toHaveTextContent(/From meeting reports, 6.May.2026/);
    expect(screen.getByRole('link', { name: 'Reported numbers' })).toHaveAttribute('href', '/figures/r1');
  });

  it('asks for what the address says, and keeps what is chosen in the address', async () => {
    const { figures, params } = await open('/figures/series/r1?country=BR&basis=attendance');
    expect(Object.fromEntries(params.keys().map((key) => [key, params.get(key)]))).toEqual({
      seriesId: 'r1',
      country: 'BR',
      basis: 'attendance',
    });
    expect(await screen.findByRole('radio', { name: 'Whoever came' })).toBeChecked();
    fireEvent.change(screen.getByLabelText('Sessions from'), { target: { value: '2026-05-01' } });
    const again = await figures.answer(DASHBOARD, aDashboard({ isNarrowed: true }));
    expect(again.request.params.get('from')).toBe('2026-05-01');
    fireEvent.click(screen.getByRole('radio', { name: 'Whoever has a place' }));
    await figures.answer(DASHBOARD, aDashboard({ isNarrowed: true }));
    expect(figures.router.url).toBe('/figures/series/r1?country=BR&from=2026-05-01');
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await figures.answer(DASHBOARD, aDashboard());
    expect(figures.router.url).toBe('/figures/series/r1');
  });

  it('opens the people behind each number, with the same filters', async () => {
    await open('/figures/series/r1?country=BR');
    const brazil = await screen.findByText('Brazil', { selector: 'bdi' });
    const [people] = within(brazil.closest('tr') ?? brazil).getAllByText(/^\s*3/);
    expect(people?.closest('a')).toHaveAttribute(
      'href',
      '/figures/people?country=BR&series=r1&figure=country&value=BR',
    );
    expect(panel('Totals').getByRole('link', { name: '5 Participants' })).toHaveAttribute(
      'href',
      '/figures/people?country=BR&series=r1&figure=participants',
    );
    const cities = panel('Totals').getByRole('link', { name: '2 Cities' });
    fireEvent.click(cities);
    expect(screen.getByRole('heading', { name: 'By city' })).toHaveFocus();
  });

  it('names the one session it is narrowed to, also while other sessions still stand there', async () => {
    const { sessions } = aDashboard();
    await open('/figures/series/r1?session=s2');
    const only = await screen.findByText(/One session alone:/);
    const [, second] = sessions;
    expect(within(only).getByRole('link')).toHaveTextContent(second?.title ?? '?');
    expect(within(only).getByRole('link')).toHaveAttribute('href', '/sessions/s2');
  });

  it('shows numbers alone to whoever may not see people', async () => {
    await open('/figures/series/r1', aDashboard(), 'editor');
    const participants = (await screen.findAllByRole('row', { name: /^Participants/ }))[0];
    expect(participants).toHaveTextContent('5');
    const links = screen.getAllByRole<HTMLAnchorElement>('link', { hidden: true });
    expect(links.filter(({ href }) => href.includes('/figures/people'))).toEqual([]);
  });

  it('keeps a figure as a table that no spreadsheet runs', async () => {
    await open('/figures/series/r1');
    const saved = savedFiles();
    await screen.findByRole('heading', { name: 'By organisation' });
    fireEvent.click(panel('By organisation').getByRole('button', { name: /^CSV/ }));
    await waitFor(() => {
      expect(saved).toHaveLength(1);
    });
    expect(saved[0]?.name).toBe('water-organisations.csv');
    expect(await textOf(saved[0]?.file ?? new Blob())).toBe(
      "Organisation,People,Participations\r\n'=SUM(A1),2,2\r\nErased,1,1\r\n",
    );
  });

  it('keeps the map as a picture of its own, of cities or of countries', async () => {
    await open('/figures/series/r1');
    const saved = savedFiles();
    const asked: string[] = [];
    window.fetch = (address) => {
      asked.push((address as URL).href);
      return Promise.resolve({ text: () => Promise.resolve('<svg><path d="M0 0z"/></svg>') } as Response);
    };
    await screen.findByRole('heading', { name: 'On the map' });
    expect(screen.getByRole('img', { name: /^World map. Cities: 1/ })).toBeVisible();
    expect(screen.getByText(/One city is not on the map/)).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: 'Countries' }));
    expect(await screen.findByRole('img', { name: /^World map. Countries: 1/ })).toBeVisible();
    fireEvent.click(panel('On the map').getByRole('button', { name: /^SVG/ }));
    await waitFor(() => {
      expect(saved).toHaveLength(1);
    });
    expect(saved[0]?.name).toBe('water-map-countries.svg');
    expect(await textOf(saved[0]?.file ?? new Blob())).toContain('<title>Brazil: 3</title>');
    expect(asked).toEqual(['http://localhost/maps/land.svg']);
  });

  it('shows the first rows of a long list, and the others when asked', async () => {
    const cities = Array.from({ length: 40 }, (_, at) => ({
      ...{
        city: `City ${at}`,
        country: 'BR',
        people: 1,
        participations: 1,
        guests: 0,
        latitude: 0,
        longitude: 0,
      },
    }));
    await open('/figures/series/r1', aDashboard({ cities }));
    await screen.findByRole('heading', { name: 'By city' });
    const rows = () => panel('By city').getAllByRole('row', { hidden: true }).length;
    expect(rows()).toBe(31);
    fireEvent.click(panel('By city').getByText('Show all 40 rows'));
    await waitFor(() => {
      expect(rows()).toBe(41);
    });
  });

  it('says what to do where there is nothing yet, and what where a filter finds nothing', async () => {
    const nothing = aDashboard({ sessions: [], overTime: [], countries: [], cities: [], stated: [] });
    const { figures } = await open('/figures/series/r1', nothing);
    expect(await screen.findByText('No figures yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the sessions' })).toHaveAttribute('href', '/sessions');
    fireEvent.change(screen.getByLabelText('Sessions from'), { target: { value: '2030-01-01' } });
    await figures.answer(DASHBOARD, nothing);
    expect(await screen.findByText('No session matches')).toBeVisible();
  });

  it('says what went wrong, and tries again', async () => {
    const figures = await OpenFigures.at('/figures/series/r1');
    (await figures.asked(DASHBOARD)).flush({}, { status: 500, statusText: 'Server Error' });
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await figures.answer(DASHBOARD, aDashboard());
    expect(await screen.findByRole('heading', { name: 'Totals' })).toBeVisible();
  });
});

describe('the dashboard of all series', () => {
  it('sets the series beside one another, each with what was stated and the way to it', async () => {
    const all = aDashboard({
      series: null,
      stated: [],
      allSeries: [
        {
          ...{ seriesId: 'r1', title: 'Water and cities', startsOn: '2026-01-01', endsOn: '2026-12-31' },
          ...{
            sessions: 2,
            registered: 7,
            confirmed: 6,
            participants: 5,
            attended: 4,
            attendees: 4,
            guests: 1,
          },
          stated: [aStated()],
        },
      ],
    });
    const { figures } = await open('/figures?language=en', all);
    const row = await screen.findByRole('row', { name: /^Water and cities/ });
    expect(row).toHaveTextContent('4 to 5');
    expect(row).toHaveTextContent('Participants: at least 800 · Reported by the host');
    expect(row).toHaveTextContent('The records hold fewer.');
    expect(within(row).getByRole('link', { name: 'Water and cities' })).toHaveAttribute(
      'href',
      '/figures/series/r1?language=en',
    );
    fireEvent.change(screen.getByRole('combobox', { name: 'Series' }), { target: { value: 'r1' } });
    const next = await figures.asked(DASHBOARD);
    expect([next.request.params.get('seriesId'), next.request.params.get('language')]).toEqual(['r1', 'en']);
  });
});
