import fc from 'fast-check';
import { SESSION_STATES } from '@reihe/shared-contracts';
import { canCancelSession, canHoldSession, canPublishSession, type SessionFacts } from './session-states';

const session: SessionFacts = {
  state: 'draft',
  startsAt: new Date('2026-10-06T12:00:00Z'),
  endsAt: new Date('2026-10-06T14:00:00Z'),
  translations: { de: { title: 'Wasser', abstract: '' } },
};
const after = new Date('2026-10-06T15:00:00Z');

describe('a session', () => {
  it.each(SESSION_STATES)('that is %s moves only along its states', (state) => {
    const moves = {
      publish: canPublishSession({ ...session, state }, 'de').isAllowed,
      hold: canHoldSession({ ...session, state }, after).isAllowed,
      cancel: canCancelSession({ state }).isAllowed,
    };
    expect(moves).toEqual({
      publish: state === 'draft',
      hold: state === 'published',
      cancel: state === 'published' || state === 'held',
    });
  });

  it('is not published without a title in the default language of its series', () => {
    const missing = { isAllowed: false, reason: 'incomplete', gaps: ['no-default-language'] };
    expect(canPublishSession(session, 'en')).toEqual(missing);
    const blank = { ...session, translations: { en: { title: '  ', abstract: 'x' } } };
    expect(canPublishSession(blank, 'en')).toEqual(missing);
    expect(canPublishSession(session, 'de')).toEqual({ isAllowed: true });
  });

  it('is not published when it ends before it begins', () => {
    expect(canPublishSession({ ...session, endsAt: session.startsAt }, 'de')).toEqual({
      isAllowed: false,
      reason: 'incomplete',
      gaps: ['end-not-after-start'],
    });
  });

  it('cannot have been held before it began', () => {
    const published = { ...session, state: 'published' as const };
    expect(canHoldSession(published, new Date('2026-10-06T11:59:59Z'))).toEqual({
      isAllowed: false,
      reason: 'not-begun',
    });
    expect(canHoldSession(published, session.startsAt)).toEqual({ isAllowed: true });
  });

  it('whatever is tried in whatever order, was published with a title before it was held, and stays held or cancelled', () => {
    const attempts = fc.array(
      fc.record({
        move: fc.constantFrom('publish' as const, 'hold' as const, 'cancel' as const),
        minutes: fc.integer({ min: -600, max: 600 }),
        title: fc.constantFrom('', '  ', 'Wasser'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(attempts, (tried) => {
        let state: SessionFacts['state'] = 'draft';
        const visited = new Set<SessionFacts['state']>([state]);
        for (const { move, minutes, title } of tried) {
          const before: SessionFacts['state'] = state;
          const now = new Date(session.startsAt.getTime() + minutes * 60_000);
          const facts = { ...session, state, translations: { de: { title, abstract: '' } } };
          if (move === 'publish' && canPublishSession(facts, 'de').isAllowed) {
            expect(title.trim()).not.toBe('');
            state = 'published';
          } else if (move === 'hold' && canHoldSession(facts, now).isAllowed) {
            expect(minutes).toBeGreaterThanOrEqual(0);
            state = 'held';
          } else if (move === 'cancel' && canCancelSession(facts).isAllowed) state = 'cancelled';
          visited.add(state);
          if (before === 'cancelled') expect(state).toBe('cancelled');
          if (before === 'held') expect(['held', 'cancelled']).toContain(state);
          expect(state === 'draft' || visited.has('published')).toBe(true);
        }
      }),
    );
  });
});
