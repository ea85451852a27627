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
});
