import type { Request } from 'express';
import { standingSignIn } from './standing-sign-in';

/** As express-session leaves a request. */
function requestIn(stored: Map<string, object>): Request {
  const sessionStore = {
    get: (sid: string, answer: (error: unknown, session?: object | null) => void) => {
      answer(null, stored.get(sid));
    },
  };
  return { session: { cookie: {} }, sessionID: 'a', sessionStore } as unknown as Request;
}

describe('a sign-in that a long answer stands on', () => {
  it('stands until its session is gone', async () => {
    const stored = new Map([['a', {}]]);
    const stands = standingSignIn(requestIn(stored));
    expect(await stands()).toBe(true);
    stored.delete('a');
    expect(await stands()).toBe(false);
  });

  it('is not prolonged by the answer', () => {
    const request = requestIn(new Map());
    standingSignIn(request);
    expect(request.session).toBeUndefined();
  });
});
