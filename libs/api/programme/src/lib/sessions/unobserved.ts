import type { SessionObserver } from '@reihe/api-platform';

/** Where no feature cares what becomes of sessions: specs, command line. */
export class Unobserved implements SessionObserver {
  sessionMoved(): Promise<void> {
    return Promise.resolve();
  }

  sessionCancelled(): Promise<void> {
    return Promise.resolve();
  }

  capacityChanged(): Promise<void> {
    return Promise.resolve();
  }
}
