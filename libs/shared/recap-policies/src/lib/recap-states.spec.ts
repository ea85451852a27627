import { RECAP_STATES, type RecapState } from '@reihe/shared-contracts';
import fc from 'fast-check';
import {
  canApproveRecap,
  canArchiveRecap,
  canEditRecap,
  canPublishRecap,
  canReopenRecap,
  canScheduleRecap,
  canSendBackRecap,
  canSubmitRecap,
  canUnscheduleRecap,
  mayApproveRecap,
  RECAP_MOVES,
} from './recap-states';

/** Whether one can, and what it becomes; null: it stays what it is. */
const acts = {
  edit: [canEditRecap, null],
  submit: [canSubmitRecap, 'in-review'],
  approve: [canApproveRecap, 'approved'],
  sendBack: [canSendBackRecap, 'draft'],
  reopen: [canReopenRecap, 'in-review'],
  schedule: [canScheduleRecap, 'scheduled'],
  unschedule: [canUnscheduleRecap, 'approved'],
  publish: [canPublishRecap, 'published'],
  archive: [canArchiveRecap, 'archived'],
} as const satisfies Record<string, readonly [(state: RecapState) => boolean, RecapState | null]>;
type Act = keyof typeof acts;

const someActs = fc.array(fc.constantFrom(...(Object.keys(acts) as Act[])), { minLength: 10, maxLength: 60 });

/** Every state it went through, with the act that led there; what is refused changes nothing. */
function lived(tried: readonly Act[]): { act: Act; before: RecapState; after: RecapState }[] {
  let state: RecapState = 'draft';
  return tried.flatMap((act) => {
    const [can, next] = acts[act];
    if (!can(state)) return [];
    const before = state;
    state = next ?? state;
    return [{ act, before, after: state }];
  });
}

describe('a recap', () => {
  it.each([
    ['draft', ['edit', 'submit']],
    ['in-review', ['edit', 'approve', 'sendBack']],
    ['approved', ['sendBack', 'reopen', 'schedule', 'publish']],
    ['scheduled', ['sendBack', 'reopen', 'schedule', 'unschedule', 'publish']],
    ['published', ['edit', 'publish', 'archive']],
    ['archived', []],
  ] as const)('that is %s can only %j', (state, expected) => {
    const allowed = Object.entries(acts).filter(([, [can]]) => can(state));
    expect(allowed.map(([act]) => act)).toEqual(expected);
  });

  it('has an answer for every state', () => {
    expect(Object.keys(RECAP_MOVES)).toEqual([...RECAP_STATES]);
  });

  it('moves in no other way than the database lets it, and every way is used', () => {
    const used = RECAP_STATES.flatMap((state) =>
      Object.values(acts).flatMap(([can, next]) =>
        can(state) && next !== null && next !== state ? [`${state}>${next}`] : [],
      ),
    );
    const allowed = RECAP_STATES.flatMap((state) => RECAP_MOVES[state].map((next) => `${state}>${next}`));
    expect([...new Set(used)].sort()).toEqual([...allowed].sort());
  });

  it('whatever is tried in whatever order, is read by nobody before somebody approved the text that is read', () => {
    fc.assert(
      fc.property(someActs, (tried) => {
        let isApproved = false;
        for (const { act, before, after } of lived(tried)) {
          if (act === 'approve') isApproved = true;
          if (act === 'edit' || act === 'sendBack' || act === 'reopen') isApproved = false;
          if (before !== 'published' && after === 'published') expect(isApproved).toBe(true);
        }
      }),
      // The ways that lead to readers are few among all.
      { numRuns: 5_000 },
    );
  });

  it('never leaves its readers, and never changes once archived', () => {
    fc.assert(
      fc.property(someActs, (tried) => {
        const states = lived(tried);
        const first = states.findIndex(({ after }) => after === 'published');
        if (first < 0) return;
        for (const { after } of states.slice(first)) expect(['published', 'archived']).toContain(after);
        const archived = states.findIndex(({ after }) => after === 'archived');
        if (archived >= 0) expect(states).toHaveLength(archived + 1);
      }),
    );
  });

  it('is approved by somebody else than who wrote it last, or by an administrator', () => {
    expect(mayApproveRecap('writer', { id: 'writer', roles: ['editor'] })).toBe(false);
    expect(mayApproveRecap('writer', { id: 'other', roles: ['editor'] })).toBe(true);
    expect(mayApproveRecap('writer', { id: 'writer', roles: ['editor', 'administrator'] })).toBe(true);
    expect(mayApproveRecap(null, { id: 'writer', roles: ['editor'] })).toBe(true);
  });
});
