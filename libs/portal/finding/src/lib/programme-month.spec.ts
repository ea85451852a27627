import { signal } from '@angular/core';
import type { MonthEntry, ProgrammeMonth as Sheet } from '@reihe/shared-contracts';
import { ReaderClock } from '@reihe/web-platform';
import { render, screen, within } from '@testing-library/angular';
import { ProgrammeMonth } from './programme-month';

const entry = (slug: string, startsAt: string, change: Partial<MonthEntry> = {}): MonthEntry => ({
  slug,
  title: `The ${slug} session`,
  language: 'en',
  startsAt,
  endsAt: startsAt,
  timeZone: 'Europe/Berlin',
  isCancelled: false,
  ...change,
});

const november: Sheet = {
  month: '2026-11',
  previous: '2026-09',
  next: null,
  entries: [
    entry('halloween', '2026-10-31T22:30:00Z'),
    entry('first', '2026-11-03T13:00:00Z'),
    entry('off', '2026-11-03T15:00:00Z', { isCancelled: true, language: 'de' }),
    entry('last', '2026-11-30T23:30:00Z'),
  ],
};

async function month(
  sheet: Sheet = november,
  ownZone: string | null = null,
  askedZone: string | null = null,
) {
  await render(ProgrammeMonth, {
    inputs: {
      sheet,
      hostZone: 'Europe/Berlin',
      askedZone,
      monthAddress: (asked: string) => `/en/series/water?view=month&month=${asked}#programme`,
      sessionAddress: (slug: string) => `/en/sessions/${slug}`,
    },
    providers: [
      {
        provide: ReaderClock,
        useValue: { timeZone: signal(ownZone), now: signal(new Date('2026-11-23T09:00:00Z')) },
      },
    ],
  });
}
const dayOf = (name: RegExp) => within(screen.getByText(name).closest('td') ?? document.body);

describe('a month of the programme', () => {
  it('is a table of whole weeks that begin as the language counts them', async () => {
    await month();
    expect(screen.getByRole('table', { name: /Sessions in November\s2026/ })).toBeInTheDocument();
    expect(screen.getAllByRole('columnheader').map((head) => head.getAttribute('abbr'))).toEqual([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ]);
    // The first of November 2026 is a Sunday: six blank cells before it, six weeks.
    const weeks = screen.getAllByRole('row').slice(1);
    expect(weeks).toHaveLength(6);
    for (const week of weeks) expect(within(week).getAllByRole('cell')).toHaveLength(7);
    expect(within(weeks[0] ?? document.body).getAllByRole('cell')[6]).toHaveTextContent('Sunday');
  });

  it('puts each session on its day in the host’s zone until the reader’s is known', async () => {
    await month();
    expect(dayOf(/\b3\sNovember/).getByRole('link', { name: /14:00 The first session/ })).toHaveAttribute(
      'href',
      '/en/sessions/first',
    );
    expect(screen.getByText('All times are those of Berlin.')).toBeInTheDocument();
    // 23:30 in Berlin on the last of October; the last is in December there.
    expect(screen.queryByText(/halloween|The last/)).not.toBeInTheDocument();
  });

  it('puts each session on its day in the reader’s zone, also over the edge of a month', async () => {
    await month(november, 'America/Sao_Paulo');
    expect(screen.getByText('All times are yours (São Paulo).')).toBeInTheDocument();
    expect(dayOf(/30\sNovember/).getByRole('link', { name: /20:30 The last session/ })).toBeInTheDocument();
    expect(screen.queryByText(/halloween/)).not.toBeInTheDocument();
  });

  it('keeps to the zone that the address asks for', async () => {
    await month(november, 'America/Sao_Paulo', 'Asia/Tokyo');
    expect(screen.getByText('All times are those of Tokyo.')).toBeInTheDocument();
    expect(
      dayOf(/Sunday 1\sNovember/).getByRole('link', { name: /07:30 The halloween session/ }),
    ).toBeInTheDocument();
  });

  it('marks today, what is cancelled, and other languages', async () => {
    await month();
    expect(dayOf(/23\sNovember/).getByText('Today')).toBeInTheDocument();
    expect(dayOf(/\b3\sNovember/).getByText('cancelled')).toBeInTheDocument();
    expect(screen.getByText('The off session')).toHaveAttribute('lang', 'de');
  });

  it('leads to the nearest months with sessions, and nowhere where there are none', async () => {
    await month();
    const months = within(screen.getByRole('navigation', { name: 'Months' }));
    expect(months.getAllByRole('link')).toHaveLength(1);
    expect(months.getByRole('link', { name: /September\s2026/ })).toHaveAttribute(
      'href',
      '/en/series/water?view=month&month=2026-09#programme',
    );
  });

  it('says that nothing is in it', async () => {
    await month({ ...november, month: '2026-10', entries: [] });
    expect(screen.getByText('No session in this month fits.')).toBeInTheDocument();
  });
});
