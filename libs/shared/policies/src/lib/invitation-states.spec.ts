import { INVITATION_STATES, SESSION_STATES } from '@reihe/shared-contracts';
import { canAnswerInvitation, canInvite } from './invitation-states';

const now = new Date('2026-09-01T08:00:00Z');
const later = new Date('2026-09-08T08:00:00Z');
const allowing = (rule: typeof canInvite, endsAt: Date) =>
  SESSION_STATES.flatMap((session) =>
    INVITATION_STATES.filter((state) => rule(state, { state: session, endsAt }, now)).map(
      (state) => `${state} of ${session}`,
    ),
  );

describe('an invitation', () => {
  it('goes to whoever has not agreed, while the session is to come', () => {
    expect(allowing(canInvite, later)).toEqual([
      'none of draft',
      'invited of draft',
      'declined of draft',
      'none of published',
      'invited of published',
      'declined of published',
    ]);
  });

  it('is answered only by whoever got one, who may think again', () => {
    expect(allowing(canAnswerInvitation, later)).toEqual([
      'invited of draft',
      'confirmed of draft',
      'declined of draft',
      'invited of published',
      'confirmed of published',
      'declined of published',
    ]);
  });

  it('is neither sent nor answered once the session is over', () => {
    expect(allowing(canInvite, now)).toEqual([]);
    expect(allowing(canAnswerInvitation, now)).toEqual([]);
  });
});
