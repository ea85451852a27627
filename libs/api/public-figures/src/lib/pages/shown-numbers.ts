import type { ShownNumber, ShownSessions } from '@reihe/shared-figures';
import type { StoredSession } from '../counting/counted-people';

/** A sum of what is shown: it tells nobody more. null: none of it is. */
export function sumOfShown(values: readonly (number | null)[], mayBeMore = false): ShownNumber {
  const shown = values.filter((value) => value !== null);
  if (shown.length === 0) return { value: null, isAtLeast: false };
  return {
    value: shown.reduce((sum, value) => sum + value, 0),
    isAtLeast: mayBeMore || shown.length < values.length,
  };
}

/** Of sessions together; undefined: one that was not there when it was counted. */
export function sumOfSessions(sessions: readonly (StoredSession | undefined)[]): ShownSessions {
  const came = sessions.flatMap((session) => (session?.attended === undefined ? [] : [session]));
  return {
    sessions: sessions.length,
    participations: sumOfShown(sessions.map((session) => session?.participations ?? null)),
    attended:
      came.length === 0
        ? null
        : sumOfShown(
            came.map(({ attended = null }) => attended),
            came.some(({ hasGuests }) => hasGuests),
          ),
  };
}
