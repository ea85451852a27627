import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Count } from '@reihe/shared-contracts';
import type {
  FigureBreakdown,
  PublicFigures,
  PublicFiguresHead,
  PublicTotal,
  ShownNumber,
} from '@reihe/shared-figures';
import { PageHead } from '@reihe/web-platform';
import { render, screen, within } from '@testing-library/angular';
import { FiguresPage } from './figures-page';
import { figuresForMachines } from './figures-for-machines';

const exact = (value: number): ShownNumber => ({ value, isAtLeast: false });
const hidden: ShownNumber = { value: null, isAtLeast: false };

const total = (change: Partial<PublicTotal>): PublicTotal => ({
  ...{ measure: 'participations', value: 45, origin: 'counted', isAtLeast: false },
  ...{ source: null, statedOn: null, upTo: null },
  ...change,
});
const stated: Count = total({
  ...{ measure: 'participants', value: 800, origin: 'reported', isAtLeast: true },
  ...{ source: 'Sample network', statedOn: '2020-12-10' },
});

const head = (change: Partial<PublicFiguresHead> = {}): PublicFiguresHead => ({
  ...{ slug: 'water', title: 'Water and cities', language: 'en', host: 'Sample host', isSample: false },
  ...{ startsOn: '2026-03-01', endsOn: '2026-12-15', languages: ['en', 'de'], totals: [] },
  ...change,
});

const nothing: FigureBreakdown = {
  ...{ regions: [], countries: [], cities: [], otherCities: 0, languages: [] },
  ...{ sessions: [], months: [], categories: [] },
};

const figures = (
  change: Partial<PublicFigures> = {},
  breakdown: Partial<FigureBreakdown> = {},
): PublicFigures => ({
  series: [head()],
  totals: [total({})],
  differences: [],
  breakdown: { ...nothing, ...breakdown },
  countedAt: '2026-10-07T08:00:00.000Z',
  smallBelow: 5,
  attendance: { sharePercent: 50, minutes: 15 },
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  contact: 'figures@example.org',
  ...change,
});

async function show(page: PublicFigures, slug: string | null = 'water') {
  await render(FiguresPage, {
    inputs: slug === null ? {} : { slug },
    providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()],
  });
  const path = slug === null ? '/pages/figures' : `/pages/series/${slug}/figures`;
  TestBed.inject(HttpTestingController)
    .expectOne((request) => request.url.endsWith(path))
    .flush(page);
  await screen.findByRole('heading', { level: 1 });
}

const rowsOf = (table: RegExp) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent?.trim()));

describe('the figures of a series', () => {
  it('show countries by their number, and name those whose number is not shown apart, by their names', async () => {
    await show(
      figures(
        {},
        {
          countries: [
            { key: 'IN', tint: 'asia', participants: exact(9) },
            { key: 'UA', tint: 'europe', participants: hidden },
            { key: 'ZA', tint: 'africa', participants: exact(20) },
            { key: 'BR', tint: null, participants: hidden },
          ],
          otherCities: 2,
        },
      ),
    );
    expect(rowsOf(/by country/)).toEqual([
      ['South Africa', '20'],
      ['India', '9'],
    ]);
    expect(screen.getByText(/Number not shown:/)).toHaveTextContent('Number not shown: Brazil and Ukraine');
    expect(screen.getAllByText(/Numbers below 5 are not shown/).length).toBeGreaterThan(0);
  });

  it('draw the numbers in the tint of their region, as long as they are large', async () => {
    await show(
      figures(
        {},
        {
          regions: [
            {
              key: 'africa',
              name: { text: 'Africa', language: 'en' },
              tint: 'africa',
              participants: exact(20),
            },
            { key: 'asia', name: { text: 'Asien', language: 'de' }, tint: 'asia', participants: exact(5) },
          ],
        },
      ),
    );
    const [, africa, asia] = within(screen.getByRole('table', { name: /region of the world/ })).getAllByRole(
      'row',
    );
    const barIn = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('.bar')?.style;
    expect(barIn(africa)?.inlineSize).toBe('100%');
    expect(barIn(asia)?.inlineSize).toBe('25%');
    expect(barIn(asia)?.background).toBe('var(--asia-ink)');
  });

  it('put the cities on the map, with their numbers in words', async () => {
    const place = { latitude: -29.9, longitude: 31, country: 'ZA', tint: 'africa' } as const;
    await show(
      figures(
        {},
        {
          countries: [{ key: 'ZA', tint: 'africa', participants: exact(20) }],
          cities: [
            { ...place, city: 'Durban', participants: exact(12) },
            { ...place, city: 'Tshwane', latitude: -25.7, participants: hidden },
            { ...place, city: 'Nowhere', latitude: null, longitude: null, participants: exact(8) },
          ],
        },
      ),
    );
    const map = screen.getByRole('img', { name: /World map with 2 cities/ });
    expect([...map.querySelectorAll('title')].map(({ textContent }) => textContent)).toEqual([
      'Durban, South Africa: 12',
      'Tshwane, South Africa: not shown',
    ]);
  });

  it('say how many places were taken in each session and who came, with a dash where nobody is on record', async () => {
    const of = (key: string, participations: ShownNumber, attended: ShownNumber | null) => ({
      ...{
        key,
        name: { text: `Session ${key}`, language: 'en' as const },
        sessions: 1,
        participations,
        attended,
      },
      ...{ startsAt: '2026-10-06T12:00:00Z', timeZone: 'Europe/Berlin' },
    });
    await show(
      figures(
        {},
        {
          sessions: [of('a', exact(39), { value: 10, isAtLeast: true }), of('b', hidden, null)],
          months: [
            { key: '2026-10', sessions: 2, participations: { value: 39, isAtLeast: true }, attended: null },
          ],
        },
      ),
    );
    expect(rowsOf(/by session/)).toEqual([
      ['6\u00a0October\u00a02026: Session a', '39', 'at least 10'],
      ['6\u00a0October\u00a02026: Session b', 'not shown', '–'],
    ]);
    expect(screen.getByRole('link', { name: /Session a/ })).toHaveAttribute('href', '/en/sessions/a');
    expect(rowsOf(/Sessions by month/)).toEqual([['October\u00a02026', 'at least 39', '–', '2']]);
  });

  it('say what somebody stated, and that the records hold fewer, or none', async () => {
    await show(
      figures({
        totals: [{ ...stated, upTo: null }, total({ measure: 'participants', value: 39 })],
        differences: [
          { measure: 'participants', stated, recorded: total({ measure: 'participants', value: 39 }) },
          {
            measure: 'speakers',
            stated: { ...stated, measure: 'speakers', value: 9, isAtLeast: false },
            recorded: null,
          },
        ],
      }),
    );
    expect(screen.getByText('more than 800')).toBeInTheDocument();
    const [fewer, none] = within(screen.getByRole('region', { name: 'Stated and recorded' })).getAllByRole(
      'listitem',
    );
    expect(fewer).toHaveTextContent(
      /more than 800 participants are reported by Sample network, .*hold fewer: 39/,
    );
    expect(none).toHaveTextContent(/9 speakers .* there are no records of them here/);
  });

  it('show a range where guests could not be identified', async () => {
    const came = total({ measure: 'attended', value: 41, upTo: 44, origin: 'imported', isAtLeast: true });
    await show(figures({ totals: [came] }));
    expect(screen.getByText('41 to 44')).toBeInTheDocument();
  });

  it('say that nothing is counted, and still offer the data, the licence and whom to ask', async () => {
    await show(
      figures(
        { totals: [], countedAt: null },
        { months: [{ key: '2020-04', sessions: 3, participations: exact(0), attended: null }] },
      ),
    );
    expect(screen.getByText('Nothing has been counted yet')).toBeInTheDocument();
    expect(rowsOf(/Sessions by month/)).toEqual([['April\u00a02020', '3']]);
    expect(screen.getByRole('link', { name: 'CSV' })).toHaveAttribute(
      'href',
      '/data/series/water/figures.en.csv',
    );
    expect(screen.getByRole('link', { name: 'JSON' })).toHaveAttribute(
      'href',
      '/data/series/water/figures.en.json',
    );
    expect(screen.getByRole('link', { name: 'CC BY 4.0' })).toHaveAttribute('rel', 'license');
    expect(screen.getByRole('link', { name: 'figures@example.org' })).toHaveAttribute(
      'href',
      'mailto:figures@example.org',
    );
    expect(screen.queryByText(/The tables were counted on/)).not.toBeInTheDocument();
  });

  it.each([
    [{ sharePercent: 50, minutes: 15 }, /at least 50 % of a session or 15 minutes, whichever is less/],
    [{ sharePercent: 80, minutes: null }, /at least 80 % of a session took/],
    [{ sharePercent: null, minutes: 30 }, /at least 30 minutes of a session took/],
    [null, /told on the page of each series/],
  ])('say who counts as having taken part: %j', async (attendance, words) => {
    await show(figures({ attendance }));
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('of all series lead to each of them, and to the data of all', async () => {
    await show(
      figures({ series: [head({ totals: [stated].map((count) => ({ ...count, upTo: null })) })] }),
      null,
    );
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Figures of all series');
    expect(screen.getByRole('link', { name: 'Water and cities' })).toHaveAttribute(
      'href',
      '/series/water/figures',
    );
    expect(screen.getByRole('link', { name: 'CSV' })).toHaveAttribute('href', '/data/figures.en.csv');
  });

  it('tell machines where the data is, under which licence, and of which time', () => {
    const words = {
      title: 'Figures: Water',
      description: 'How many.',
      language: 'de',
      slug: 'water',
    } as const;
    const { structuredData, more } = TestBed.runInInjectionContext(() =>
      figuresForMachines(TestBed.inject(PageHead), figures(), words),
    );
    expect(structuredData?.[0]).toMatchObject({
      '@type': 'Dataset',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      temporalCoverage: '2026-03-01/2026-12-15',
      distribution: [
        {
          '@type': 'DataDownload',
          encodingFormat: 'text/csv',
          contentUrl: 'http://localhost/data/series/water/figures.de.csv',
        },
        { '@type': 'DataDownload', encodingFormat: 'application/json' },
      ],
    });
    expect(more).toHaveLength(2);
  });
});
