import { runFiguresOf, type StoredRunFigures } from './run-figures.mapper';

const cell = { label: null, places: 0, people: 0, attended: 0, attendees: 0, guests: 0 };
const none = {
  ...{ session: [], month: [], country: [], city: [], region: [], category: [], language: [] },
  ...{ organisation: [], 'time-zone': [] },
};
const stored = (
  figures: Partial<StoredRunFigures['figures']>,
  imported: string[] = [],
): StoredRunFigures => ({
  ...{ seriesId: 'y', seriesTitle: 'Water', asOf: '2026-09-01T02:30:00Z', names: {}, imported },
  figures: { shape: 1, totals: {}, sessions: [], by: none, placesPerPerson: [], answers: [], ...figures },
});

describe('frozen figures as lines', () => {
  it('say of the series also what came to nothing, of parts only what there was', () => {
    const { figures } = runFiguresOf(
      stored({
        totals: { participants: 0 },
        by: { ...none, country: [{ ...cell, key: 'UA', places: 3, people: 2 }] },
      }),
    );
    expect(figures.map(({ part, of, measure, value }) => [part, of, measure, value])).toEqual([
      ['series', '', 'participants', 0],
      ['country', 'UA', 'participations', 3],
      ['country', 'UA', 'participants', 2],
    ]);
  });

  it('come from a report where it said who came: of a session its own, of anything else any', () => {
    const { figures } = runFiguresOf(
      stored(
        {
          totals: { attended: 5, participants: 7 },
          by: {
            ...none,
            session: [
              { ...cell, key: 'a', attended: 4 },
              { ...cell, key: 'b', attended: 1 },
            ],
          },
        },
        ['a'],
      ),
    );
    expect(figures.map(({ of, measure, origin }) => [of, measure, origin])).toEqual([
      ['', 'participants', 'counted'],
      ['', 'attended', 'imported'],
      ['a', 'attended', 'imported'],
      ['b', 'attended', 'counted'],
    ]);
  });

  it('keep a city that lies in no country, and answers with their question', () => {
    const { figures } = runFiguresOf(
      stored({
        by: { ...none, city: [{ ...cell, key: 'lviv|', people: 1 }] },
        answers: [{ questionId: 'q', label: 'Birds?', answers: [{ value: 'h', label: 'Many', people: 4 }] }],
      }),
    );
    expect(figures).toMatchObject([
      { part: 'city', of: 'lviv', country: null },
      { part: 'answer', of: 'Birds?: Many', measure: 'participants', value: 4 },
    ]);
  });
});
