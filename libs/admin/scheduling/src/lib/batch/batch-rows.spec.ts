import type { BatchPreview } from '@reihe/shared-planning';
import { plannedDates } from '@reihe/shared-policies';
import { batchRows, openQuestions, type RowFacts } from './batch-rows';

const PATTERN = {
  firstLocal: '2026-10-13T14:00',
  timeZone: 'Europe/Berlin',
  every: 'week',
  interval: 2,
  count: 3,
} as const;
const RECIFE = { id: 'r', groupId: 'g', timeZone: 'America/Recife', cities: ['Recife'], people: 12 };

function facts(change: Partial<RowFacts> = {}, pattern: typeof PATTERN | object = PATTERN): RowFacts {
  const whole = { ...PATTERN, ...pattern };
  const changes = change.changes ?? [];
  return {
    dates: plannedDates(whole, changes),
    plain: plannedDates(whole, []),
    changes,
    timeZone: 'Europe/Berlin',
    durationMinutes: 90,
    places: [RECIFE],
    preview: undefined,
    ...change,
  };
}

const decided = (index: number, what: object) => ({
  index,
  isLeftOut: false,
  startsLocal: null,
  clockChoice: null,
  ...what,
});

describe('the rows of a preview', () => {
  it('mark the date before which the host’s clocks change, and the hour that this moves elsewhere', () => {
    const rows = batchRows(facts());
    expect(rows.map(({ hostShift }) => hostShift)).toEqual([0, -60, 0]);
    expect(rows.map(({ places }) => places[0]?.shift)).toEqual([0, 60, 0]);
  });

  it('compare with the last date that is kept', () => {
    const rows = batchRows(facts({ changes: [decided(1, { isLeftOut: true })] }));
    expect(rows.map(({ number }) => number)).toEqual([1, null, 2]);
    expect(rows[2]?.hostShift).toBe(-60);
  });

  it('ask about a time that comes twice until it is answered, and show the answer then', () => {
    const pattern = { firstLocal: '2026-10-25T02:30', count: 1 };
    const asking = batchRows(facts({}, pattern));
    expect(asking[0]?.question).toMatchObject({ local: '2026-10-25T02:30', answer: null });
    expect(openQuestions(asking)).toHaveLength(1);
    const answered = batchRows(facts({ changes: [decided(0, { clockChoice: 'later' })] }, pattern));
    expect(answered[0]?.question?.answer).toBe('later');
    expect(openQuestions(answered)).toEqual([]);
  });

  it('keep the question about a time that does not exist beside its answer', () => {
    const pattern = { firstLocal: '2027-03-28T02:30', count: 1 };
    const changes = [decided(0, { startsLocal: '2027-03-28T03:30' })];
    const [row] = batchRows(facts({ changes }, pattern));
    expect(row?.question).toMatchObject({ local: '2027-03-28T02:30', answer: '2027-03-28T03:30' });
    const elsewhere = batchRows(
      facts({ changes: [decided(0, { startsLocal: '2027-03-29T10:00' })] }, pattern),
    );
    expect(elsewhere[0]?.question).toBeNull();
  });

  it('ask nothing about a date that is left out', () => {
    const changes = [decided(0, { isLeftOut: true })];
    const rows = batchRows(facts({ changes }, { firstLocal: '2027-03-28T02:30', count: 1 }));
    expect(rows[0]?.question).toBeNull();
    expect(openQuestions(rows)).toEqual([]);
  });

  it('take no answer of the API that is about other times than those shown', () => {
    const preview = {
      dates: [
        { startsLocal: '2026-10-13T14:00', startsAt: '2026-10-13T12:00:00.000Z' },
        { startsLocal: '2026-10-27T15:00', startsAt: '2026-10-27T14:00:00.000Z' },
      ],
    } as BatchPreview;
    const rows = batchRows(facts({ preview }));
    expect(rows.map(({ known }) => known !== null)).toEqual([true, false, false]);
  });
});
