import { endOfAgenda, moveAgendaItem } from './agenda-order';

const agenda = [
  { title: 'Welcome', startsAfter: 5, durationMinutes: 10 },
  { title: 'Talk', startsAfter: 15, durationMinutes: 40 },
  { title: 'Break', startsAfter: 60, durationMinutes: 15 },
];

describe('the order of an agenda', () => {
  it('lets every part start where the one before it ends', () => {
    expect(moveAgendaItem(agenda, 2, 0)).toEqual([
      { title: 'Break', startsAfter: 5, durationMinutes: 15 },
      { title: 'Welcome', startsAfter: 20, durationMinutes: 10 },
      { title: 'Talk', startsAfter: 30, durationMinutes: 40 },
    ]);
  });

  it('leaves the agenda it was given untouched', () => {
    moveAgendaItem(agenda, 0, 2);
    expect(agenda[0]?.title).toBe('Welcome');
  });

  it('knows where a further part would begin', () => {
    expect(endOfAgenda(agenda)).toBe(75);
    expect(endOfAgenda([])).toBe(0);
  });
});
