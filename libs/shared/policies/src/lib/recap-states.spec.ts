import { RECAP_STATES } from '@reihe/shared-contracts';
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
});
