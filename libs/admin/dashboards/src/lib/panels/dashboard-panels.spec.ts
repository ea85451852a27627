import { TestBed } from '@angular/core/testing';
import type { Dashboard } from '@reihe/shared-figures';
import { Formats } from '@reihe/web-platform';
import { aDashboard } from '../testing/a-dashboard';
import { dashboardPanels } from './dashboard-panels';
import { panelTable } from './panel-files';

const panelsOf = (dashboard?: Partial<Dashboard>) =>
  dashboardPanels(aDashboard(dashboard), TestBed.inject(Formats));
const panelOf = (id: string, dashboard?: Partial<Dashboard>) => {
  const panel = panelsOf(dashboard).find((one) => one.id === id);
  if (!panel) throw new Error(`There is no panel ${id}.`);
  return panel;
};

describe('the panels of a dashboard', () => {
  it('draw the numbers that stand in their tables', () => {
    const { chart, rows, columns } = panelOf('countries');
    expect(columns).toEqual(['Country', 'People', 'Participations']);
    expect(rows.map(({ words, cells }) => [words, ...cells.map(({ value }) => value)])).toEqual([
      ['Brazil', 3, 4],
      ['Not told', 2, 2],
    ]);
    expect(chart).toEqual({
      kind: 'bars',
      labels: ['Brazil', 'Not told'],
      series: [{ name: 'People', values: [3, 2] }],
    });
  });

  it('show the sessions of a number where a filter gives just those', () => {
    const narrowed = (id: string, dashboard?: Partial<Dashboard>) =>
      panelOf(id, dashboard).rows[0]?.cells[0]?.narrows;
    expect(narrowed('months')).toEqual({ from: '2026-05-01', to: '2026-05-31' });
    const none = { people: 0, participations: 0, guests: 0 };
    const categories = [{ id: 'c1', name: 'Water', sessions: 2, ...none }];
    expect(narrowed('session-categories', { categories })).toEqual({ category: 'c1' });
    expect(narrowed('session-categories')).toBeUndefined();
    expect(narrowed('session-regions', { regions: categories })).toBeUndefined();
  });

  it('have a column for guests where those who came count, and one part of each bar', () => {
    const { columns, chart } = panelOf('countries', { basis: 'attendance' });
    expect(columns).toEqual(['Country', 'People', 'Participations', 'Guests not identified']);
    expect(chart).toMatchObject({ series: [{ name: 'People' }, { name: 'Guests not identified' }] });
  });

  it('open exactly the part that a number is of, and none where there is nobody', () => {
    const opens = (id: string) =>
      panelOf(id).rows.map(({ cells }) =>
        cells.map((one) => one.opens && [one.opens.figure, one.opens.value]),
      );
    expect(opens('countries')[1]?.[0]).toEqual(['country', '-']);
    expect(opens('cities')[0]?.[0]).toEqual(['city', 'BR:Recife']);
    expect(opens('organisations')[1]?.[0]).toEqual(['organisation', 'k2']);
    expect(opens('over-time')[0]).toEqual([
      ['registered-on', '2026-04-01'],
      ['confirmed-on', '2026-04-01'],
      null,
    ]);
    expect(opens('sessions')[1]).toEqual([
      ['session-registered', 's2'],
      ['session-confirmed', 's2'],
      ['session-attended', 's2'],
      ['session-guests', 's2'],
      ['session-returning', 's2'],
      ['session-newcomers', 's2'],
    ]);
    expect(opens('local-hours')[0]).toEqual([null, ['local-hour', '2-14'], null, null, null, null, null]);
  });

  it('show each hour between the first and the last, and each day on which nothing happened', () => {
    expect(panelOf('local-hours').rows.map(({ words }) => words)).toEqual(['14:00', '15:00', '16:00']);
    const chart = panelOf('over-time').chart;
    expect(chart).toMatchObject({ labels: ['1', '2', '3'].map((day) => `${day}\u00a0April\u00a02026`) });
    expect(chart).toMatchObject({
      series: [{ values: [5, 0, 2] }, { values: [4, 0, 2] }, { values: [0, 0, 1] }],
    });
    expect(panelOf('over-time').rows).toHaveLength(2);
  });

  it('say of how many sessions it is known who came', () => {
    expect(panelOf('funnel').note).toBe('Who came is known of 1 of 2 sessions, which had 4 places.');
    expect(panelOf('funnel').rows.map(({ words, cells }) => [words, cells[0]?.value])).toEqual([
      ['Registered', 7],
      ['Confirmed', 6],
      ['Had a place and came', 3],
      ['Came without a place', 1],
      ['Guests not identified', 1],
    ]);
  });

  it('put what was stated of a session beside its numbers, with whether the records agree', () => {
    expect(panelOf('sessions').rows[0]?.notes).toEqual([
      'Attended: 4 · Reported by the host. The records hold fewer.',
    ]);
  });

  it('are left out where nothing is known', () => {
    const ids = panelsOf({ organisations: [], localHours: [], speakers: [], overTime: [] }).map(
      ({ id }) => id,
    );
    expect(ids).not.toContain('organisations');
    expect(ids).not.toContain('local-hours');
    expect(ids).not.toContain('over-time');
    expect(ids).toContain('countries');
  });

  it('leave as a table with what stands below the names', () => {
    expect(panelTable(panelOf('sessions')).slice(0, 2)).toEqual([
      [
        ...[
          'Session',
          'Day',
          'Registered',
          'Confirmed',
          'Attended',
          'Guests not identified',
          'Were here before',
        ],
        ...['For the first time here', 'Reported or imported'],
      ],
      [
        'Pipes',
        '5\u00a0May\u00a02026',
        3,
        3,
        3,
        0,
        0,
        3,
        'Attended: 4 · Reported by the host. The records hold fewer.',
      ],
    ]);
  });
});
