import fc from 'fast-check';
import { documentChanges, ORDER, pathKey, settle, threeWayMerge, valueAt } from './three-way-merge';

interface Part {
  id: string;
  title: string;
  minutes: number;
}
interface Plan {
  title: string;
  seats: number | null;
  when: { start: string; zone: string };
  regions: string[];
  agenda: Part[];
}

const aPlan = (change: Partial<Plan> = {}): Plan => ({
  title: 'Leaking pipes',
  seats: 40,
  when: { start: '14:00', zone: 'Europe/Berlin' },
  regions: ['africa', 'europe'],
  agenda: [
    { id: 'a', title: 'Welcome', minutes: 10 },
    { id: 'b', title: 'Talk', minutes: 30 },
    { id: 'c', title: 'Questions', minutes: 20 },
  ],
  ...change,
});

const words = fc.constantFrom('one', 'two', 'three', '');
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const parts = fc.uniqueArray(fc.record({ id: ids, title: words, minutes: fc.integer({ min: 1, max: 3 }) }), {
  selector: ({ id }) => id,
  maxLength: 6,
});
const plans: fc.Arbitrary<Plan> = fc.record({
  title: words,
  seats: fc.option(fc.integer({ min: 1, max: 3 })),
  when: fc.record({ start: words, zone: words }),
  regions: fc.uniqueArray(words),
  agenda: parts,
});

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const FIELDS = [['title'], ['seats'], ['when', 'start'], ['when', 'zone']];
const keysOf = ({ conflicts }: { conflicts: { path: readonly string[] }[] }) =>
  conflicts.map(({ path }) => pathKey(path)).sort();

/** What one side did to one item, seen without the merge. */
function fate(base: Plan, side: Plan, id: string): 'absent' | 'added' | 'removed' | 'changed' | 'same' {
  const [was, is] = [base, side].map(({ agenda }) => agenda.find((part) => part.id === id));
  if (!was) return is ? 'added' : 'absent';
  if (!is) return 'removed';
  return same(was, is) ? 'same' : 'changed';
}

describe('merging two edits of one document', () => {
  it('takes what only one side changed from that side, without a question', () => {
    const base = aPlan();
    const theirs = aPlan({ title: 'Leaks', regions: ['africa', 'europe', 'asia'] });
    const mine = aPlan({ seats: 60, regions: ['europe'] });
    expect(threeWayMerge(base, theirs, mine)).toEqual({
      merged: aPlan({ title: 'Leaks', seats: 60, regions: ['europe', 'asia'] }),
      conflicts: [],
    });
  });

  it('asks about what both changed otherwise, and keeps mine until it is answered', () => {
    const merge = threeWayMerge(aPlan(), aPlan({ title: 'Leaks' }), aPlan({ title: 'Pipes' }));
    expect(merge.conflicts).toEqual([
      { path: ['title'], base: 'Leaking pipes', theirs: 'Leaks', mine: 'Pipes' },
    ]);
    expect(merge.merged.title).toBe('Pipes');
    expect(settle(merge, new Map([['title', 'Leaks and pipes']])).title).toBe('Leaks and pipes');
  });

  it('follows items of a list wherever they are moved', () => {
    const [welcome, talk, questions] = aPlan().agenda as [Part, Part, Part];
    const theirs = aPlan({ agenda: [talk, welcome, questions] });
    const mine = aPlan({
      agenda: [welcome, { ...talk, minutes: 45 }, questions, { id: '', title: 'Goodbye', minutes: 5 }],
    });
    const { merged, conflicts } = threeWayMerge(aPlan(), theirs, mine);
    expect(conflicts).toEqual([]);
    expect(merged.agenda).toEqual([
      { ...talk, minutes: 45 },
      welcome,
      questions,
      { id: '', title: 'Goodbye', minutes: 5 },
    ]);
  });

  it('asks before an item goes that the other side worked on, and both answers are carried out', () => {
    const [welcome, talk, questions] = aPlan().agenda as [Part, Part, Part];
    const merge = threeWayMerge(
      aPlan(),
      aPlan({ agenda: [welcome, { ...talk, title: 'Keynote' }, questions] }),
      aPlan({ agenda: [welcome, questions] }),
    );
    expect(keysOf(merge)).toEqual(['agenda/b']);
    expect(merge.merged.agenda.map(({ title }) => title)).toEqual(['Welcome', 'Keynote', 'Questions']);
    expect(settle(merge, new Map([['agenda/b', undefined]])).agenda).toEqual([welcome, questions]);
  });

  it('asks which order is meant where both moved items', () => {
    const [welcome, talk, questions] = aPlan().agenda as [Part, Part, Part];
    const merge = threeWayMerge(
      aPlan(),
      aPlan({ agenda: [talk, welcome, questions] }),
      aPlan({ agenda: [welcome, questions, talk] }),
    );
    expect(keysOf(merge)).toEqual([`agenda/${ORDER}`]);
    const settled = settle(merge, new Map([[`agenda/${ORDER}`, ['b', 'a', 'c']]]));
    expect(settled.agenda.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('does not add twice what arrived although its answer was lost', () => {
    const added = { title: 'Goodbye', minutes: 5 };
    const { merged, conflicts } = threeWayMerge(
      aPlan(),
      aPlan({ agenda: [...aPlan().agenda, { id: 'd', ...added }] }),
      aPlan({ agenda: [...aPlan().agenda, { id: '', ...added }] }),
    );
    expect(conflicts).toEqual([]);
    expect(merged.agenda.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('asks about fields that are one decision although each side touched another of them', () => {
    const theirs = aPlan({ when: { start: '15:00', zone: 'Europe/Berlin' } });
    const mine = aPlan({ when: { start: '14:00', zone: 'Africa/Nairobi' } });
    const together = [['when.start', 'when.zone']];
    expect(keysOf(threeWayMerge(aPlan(), theirs, mine))).toEqual([]);
    expect(keysOf(threeWayMerge(aPlan(), theirs, mine, { together }))).toEqual(['when/start', 'when/zone']);
    expect(keysOf(threeWayMerge(aPlan(), theirs, aPlan({ seats: 3 }), { together }))).toEqual([]);
  });

  it('is the other side where one side changed nothing', () => {
    fc.assert(
      fc.property(plans, plans, (base, side) => {
        expect(threeWayMerge(base, side, base)).toEqual({ merged: side, conflicts: [] });
        expect(threeWayMerge(base, base, side)).toEqual({ merged: side, conflicts: [] });
        expect(threeWayMerge(base, side, side)).toEqual({ merged: side, conflicts: [] });
      }),
    );
  });

  it('loses no change of a field: it is in the result or asked about', () => {
    fc.assert(
      fc.property(plans, plans, plans, (base, theirs, mine) => {
        const merge = threeWayMerge(base, theirs, mine);
        for (const path of FIELDS) {
          const [was, hers, his] = [base, theirs, mine].map((plan) => valueAt(plan, path));
          const isAsked = merge.conflicts.some((conflict) => pathKey(conflict.path) === pathKey(path));
          expect(isAsked).toBe(was !== hers && was !== his && hers !== his);
          if (!isAsked) expect(valueAt(merge.merged, path)).toBe(was === hers ? his : hers);
        }
      }),
    );
  });

  it('loses no item and no value of a list', () => {
    fc.assert(
      fc.property(plans, plans, plans, (base, theirs, mine) => {
        const { merged, conflicts } = threeWayMerge(base, theirs, mine);
        const asked = new Set(conflicts.map(({ path }) => path[1]));
        for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
          const fates = [fate(base, theirs, id), fate(base, mine, id)];
          const found = merged.agenda.filter((part) => part.id === id);
          const isGone =
            fates.every((one) => one === 'removed' || one === 'same' || one === 'absent') &&
            !fates.every((one) => one === 'same');
          expect(found).toHaveLength(isGone ? 0 : 1);
          if (fates.includes('removed') && fates.includes('changed')) expect(asked).toContain(id);
        }
        for (const region of ['one', 'two', 'three', '']) {
          const [was, hers, his] = [base, theirs, mine].map(({ regions }) => regions.includes(region));
          expect(merged.regions.includes(region)).toBe(was ? !!hers && !!his : !!hers || !!his);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('asks both sides the same', () => {
    fc.assert(
      fc.property(plans, plans, plans, (base, theirs, mine) => {
        const one = threeWayMerge(base, theirs, mine);
        const other = threeWayMerge(base, mine, theirs);
        expect(keysOf(one)).toEqual(keysOf(other));
        for (const { path, theirs: hers, mine: his } of one.conflicts) {
          const twin = other.conflicts.find((conflict) => pathKey(conflict.path) === pathKey(path));
          expect([twin?.theirs, twin?.mine]).toEqual([his, hers]);
        }
        if (one.conflicts.length > 0) return;
        const sorted = ({ agenda, regions, ...plan }: Plan) => ({
          ...plan,
          regions: [...regions].sort(),
          agenda: [...agenda].sort((a, b) => a.id.localeCompare(b.id)),
        });
        expect(sorted(one.merged)).toEqual(sorted(other.merged));
      }),
    );
  });

  it('gives the whole of mine, and all that only they changed, where every answer is mine', () => {
    fc.assert(
      fc.property(plans, plans, plans, (base, theirs, mine) => {
        const merge = threeWayMerge(base, theirs, mine);
        const answers = new Map(merge.conflicts.map(({ path, mine: own }) => [pathKey(path), own]));
        const settled = settle(merge, answers);
        for (const path of FIELDS) {
          const [was, hers, his] = [base, theirs, mine].map((plan) => valueAt(plan, path));
          expect(valueAt(settled, path)).toBe(was === his ? hers : his);
        }
        for (const { id } of base.agenda)
          if (!mine.agenda.some((part) => part.id === id))
            expect(settled.agenda.some((part) => part.id === id)).toBe(false);
      }),
    );
  });
});

describe('what changed in a document', () => {
  it('is named by field, item and order', () => {
    const [welcome, talk, questions] = aPlan().agenda as [Part, Part, Part];
    const changes = documentChanges(
      aPlan(),
      aPlan({
        seats: null,
        agenda: [{ ...talk, minutes: 45 }, welcome, { ...questions, id: 'n', title: 'New' }],
      }),
    );
    expect(changes.map(({ path }) => pathKey(path))).toEqual([
      'seats',
      'agenda/b/minutes',
      'agenda/c',
      'agenda/n',
      `agenda/${ORDER}`,
    ]);
    expect(changes[0]).toMatchObject({ before: 40, after: null });
  });

  it('knows items again that were saved without their ids', () => {
    const agenda = aPlan().agenda.map((part) => ({ ...part, id: `${part.id}-new` }));
    expect(documentChanges(aPlan(), aPlan({ agenda }))).toEqual([]);
    const unnamed = aPlan().agenda.map((part) => ({ ...part, id: '' }));
    expect(documentChanges(aPlan({ agenda: unnamed }), aPlan())).toEqual([]);
  });

  it('is nothing between two equal documents, and something between any others', () => {
    fc.assert(
      fc.property(plans, plans, (before, after) => {
        expect(documentChanges(before, JSON.parse(JSON.stringify(before)))).toEqual([]);
        const unordered = ({ agenda, ...plan }: Plan) => ({
          ...plan,
          agenda: agenda.map(({ title, minutes }) => ({ title, minutes })),
        });
        if (!same(unordered(before), unordered(after)))
          expect(documentChanges(before, after)).not.toEqual([]);
      }),
    );
  });
});
