import { RECAP_STATES, type RecapState } from '@reihe/shared-contracts';
import fc from 'fast-check';
import {
  canArchiveRecap,
  canEditRecap,
  canPublishRecap,
  canSendBackRecap,
  canSubmitRecap,
} from './recap-states';

const moves = {
  edit: canEditRecap,
  submit: canSubmitRecap,
  sendBack: canSendBackRecap,
  publish: canPublishRecap,
  archive: canArchiveRecap,
};

describe('a recap', () => {
  it.each([
    ['draft', ['edit', 'submit']],
    ['in-review', ['edit', 'sendBack', 'publish']],
    ['scheduled', ['edit', 'publish']],
    ['published', ['edit', 'publish', 'archive']],
    ['archived', []],
  ] as const)('that is %s can only %j', (state, expected) => {
    const allowed = Object.entries(moves).filter(([, can]) => can(state));
    expect(allowed.map(([move]) => move)).toEqual(expected);
  });

  it('has an answer for every state', () => {
    expect(RECAP_STATES).toHaveLength(5);
  });

  it('whatever is tried in whatever order, is read by nobody before a review, and never changes once archived', () => {
    const becomes = {
      edit: (state: RecapState) => state,
      submit: () => 'in-review' as const,
      sendBack: () => 'draft' as const,
      publish: () => 'published' as const,
      archive: () => 'archived' as const,
    };
    const tries = fc.array(fc.constantFrom(...(Object.keys(moves) as (keyof typeof moves)[])), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(tries, (tried) => {
        let state: RecapState = 'draft';
        let wasReviewed = false;
        for (const move of tried) {
          const before: RecapState = state;
          if (moves[move](state)) state = becomes[move](state);
          wasReviewed ||= state === 'in-review';
          expect(state === 'draft' || wasReviewed).toBe(true);
          if (before === 'archived') expect(state).toBe('archived');
          if (before === 'published') expect(['published', 'archived']).toContain(state);
        }
      }),
    );
  });
});
