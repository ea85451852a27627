import fc from 'fast-check';
import { agendaLength, agendaTimes, isConsecutive, moveAgendaItem, openingOf } from './agenda-times';

const item = fc.record({
  name: fc.uuid(),
  startsAfter: fc.integer({ min: 0, max: 600 }),
  durationMinutes: fc.integer({ min: 1, max: 240 }),
});
const agenda = fc.array(item, { minLength: 1, maxLength: 30 });

describe('the times of an agenda', () => {
  it('leave no gap and no overlap, whatever the lengths', () => {
    fc.assert(
      fc.property(agenda, fc.nat(120), (items, opening) => {
        const timed = agendaTimes(items, opening);
        expect(timed[0]?.startsAfter).toBe(opening);
        for (const [index, part] of timed.slice(1).entries()) {
          const before = timed[index];
          expect(part.startsAfter).toBe((before?.startsAfter ?? 0) + (before?.durationMinutes ?? 0));
        }
        expect(isConsecutive(timed)).toBe(true);
      }),
    );
  });

  it('come to the same when computed again', () => {
    fc.assert(
      fc.property(agenda, fc.nat(120), (items, opening) => {
        const once = agendaTimes(items, opening);
        expect(agendaTimes(once, openingOf(once))).toEqual(once);
      }),
    );
  });

  it('after a move hold every part once, in the order asked for, within the same length', () => {
    fc.assert(
      fc.property(agenda, fc.nat(40), fc.integer({ min: -3, max: 40 }), (items, from, to) => {
        const moved = moveAgendaItem(items, from, to);
        expect(moved.map(({ name }) => name).sort()).toEqual(items.map(({ name }) => name).sort());
        expect(isConsecutive(moved)).toBe(true);
        expect(agendaLength(moved, 0).total).toBe(agendaLength(items, 0).total);
        const isMove = from < items.length && to >= 0 && to < items.length;
        if (isMove) expect(moved[to]?.name).toBe(items[from]?.name);
        else expect(moved.map(({ name }) => name)).toEqual(items.map(({ name }) => name));
      }),
    );
  });

  it('end where total and rest of the session say', () => {
    fc.assert(
      fc.property(agenda, fc.integer({ min: 1, max: 600 }), (items, minutes) => {
        const timed = agendaTimes(items, openingOf(items));
        const last = timed.at(-1);
        const { total, left } = agendaLength(items, minutes);
        expect((last?.startsAfter ?? 0) + (last?.durationMinutes ?? 0)).toBe(total);
        expect(total + left).toBe(minutes);
      }),
    );
  });

  it('are known as stored with a gap or an overlap, and left alone until somebody changes the agenda', () => {
    const stored = [
      { startsAfter: 5, durationMinutes: 10 },
      { startsAfter: 20, durationMinutes: 10 },
    ];
    expect(isConsecutive(stored)).toBe(false);
    expect(moveAgendaItem(stored, 1, 0).map(({ startsAfter }) => startsAfter)).toEqual([5, 15]);
    expect(stored[1]?.startsAfter).toBe(20);
  });

  it('count a length that is still being typed as none', () => {
    const typing = [
      { startsAfter: 0, durationMinutes: Number.NaN },
      { startsAfter: 0, durationMinutes: 15 },
    ];
    expect(agendaTimes(typing).map(({ startsAfter }) => startsAfter)).toEqual([0, 0]);
    expect(agendaLength(typing, 60)).toEqual({ total: 15, left: 45 });
    expect(agendaLength([], 60)).toEqual({ total: 0, left: 60 });
  });
});
