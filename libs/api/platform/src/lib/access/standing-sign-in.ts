import type { Request } from 'express';
import type {} from 'express-session';

/**
 * For an answer that goes on for hours: lets go of the session, which the answer's end would otherwise prolong, and gives what
 * tells whether its sign-in still stands (signed out, expired, access taken away: it does not).
 */
export function standingSignIn(request: Request): () => Promise<boolean> {
  const { sessionStore, sessionID } = request as Partial<Pick<Request, 'sessionStore' | 'sessionID'>>;
  if (!sessionStore || !sessionID) return () => Promise.resolve(true);
  Object.assign(request, { session: undefined });
  return () =>
    new Promise((resolve, reject) => {
      sessionStore.get(sessionID, (error: unknown, session) => {
        if (error) reject(error instanceof Error ? error : new Error('The session could not be read.'));
        else resolve(session !== undefined && session !== null);
      });
    });
}
