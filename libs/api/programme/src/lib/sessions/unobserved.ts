import type { SessionObserver, ToldPeople, UndoneChange } from '@reihe/api-platform';

/** Where no feature cares what becomes of sessions: specs, command line. */
export class Unobserved implements SessionObserver {
  sessionMoved(): Promise<ToldPeople[]> {
    return Promise.resolve([]);
  }

  meetingChanged(): Promise<ToldPeople[]> {
    return Promise.resolve([]);
  }

  sessionCancelled(): Promise<ToldPeople[]> {
    return Promise.resolve([]);
  }

  changeUndone(_change: UndoneChange, restore: (isToldAnew: boolean) => Promise<void>): Promise<void> {
    return restore(false);
  }

  capacityChanged(): Promise<void> {
    return Promise.resolve();
  }
}
