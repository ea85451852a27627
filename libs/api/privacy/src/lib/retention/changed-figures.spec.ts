import type { FrozenCell, FrozenFigures } from '@reihe/shared-figures';
import { changedFigures, withKnownLabels } from './changed-figures';

const cell = (key: string, change: Partial<FrozenCell> = {}): FrozenCell => ({
  key,
  label: null,
  ...{ places: 1, people: 1, attended: 0, attendees: 0, guests: 0 },
  ...change,
});

const figures = (change: Partial<FrozenFigures> = {}): FrozenFigures => ({
  shape: 1,
  totals: { participants: 2 },
  sessions: [{ sessionId: 's1', registered: 2, confirmed: 2, waitlisted: 0 }],
  by: {
    ...{ session: [], month: [], city: [], region: [], category: [], language: [], 'time-zone': [] },
    country: [cell('UA'), cell('BR')],
    organisation: [cell('trace', { label: 'City of Sample' })],
  },
  placesPerPerson: [{ places: 1, people: 2 }],
  answers: [{ questionId: 'q', label: 'Lunch?', answers: [{ value: 'yes', label: 'Yes', people: 2 }] }],
  ...change,
});

describe('figures that changed', () => {
  it('are named by their path, whether a value is another, is gone or is new', () => {
    const after = figures({
      totals: { participants: 1 },
      by: { ...figures().by, country: [cell('BR'), cell('PE')] },
    });
    expect(changedFigures(figures(), after)).toEqual(
      [
        ...['key', 'places', 'people', 'attended', 'attendees', 'guests'].map((of) => `by.country.PE.${of}`),
        ...['key', 'places', 'people', 'attended', 'attendees', 'guests'].map((of) => `by.country.UA.${of}`),
        'totals.participants',
      ].sort(),
    );
  });

  it('are none where only their order, a name and the answers are not what they were', () => {
    const { by } = figures();
    const after = figures({
      by: { ...by, country: [...by.country].reverse(), organisation: [cell('trace')] },
      answers: [],
    });
    expect(changedFigures(figures(), after)).toEqual([]);
  });
});

describe('an organisation that was named once', () => {
  it('keeps its name where nobody is left who says it', () => {
    const now = figures({ by: { ...figures().by, organisation: [cell('trace'), cell('other')] } });
    expect(withKnownLabels(now, figures()).by.organisation.map(({ label }) => label)).toEqual([
      'City of Sample',
      null,
    ]);
    expect(withKnownLabels(now, null)).toEqual(now);
  });
});
