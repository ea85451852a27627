import type { SessionMove, SessionObserver, ToldPeople, UndoneChange } from '@reihe/api-platform';

/** Keeps what it is told; fails when it is asked to, as a mail that cannot be written would. */
export class RecordingObserver implements SessionObserver {
  readonly told: unknown[] = [];
  isFailing = false;

  async sessionMoved(move: SessionMove): Promise<ToldPeople[]> {
    await this.keep({ moved: move });
    return [];
  }

  async meetingChanged(sessionId: string): Promise<ToldPeople[]> {
    await this.keep({ meeting: sessionId });
    return [];
  }

  async sessionCancelled(sessionId: string): Promise<ToldPeople[]> {
    await this.keep({ cancelled: sessionId });
    return [];
  }

  async changeUndone(change: UndoneChange, restore: (isToldAnew: boolean) => Promise<void>): Promise<void> {
    await restore(false);
    await this.keep({ undone: change.sessionId });
  }

  capacityChanged(sessionId: string): Promise<void> {
    return this.keep({ capacity: sessionId });
  }

  private keep(what: unknown): Promise<void> {
    if (this.isFailing) return Promise.reject(new Error('The observer failed.'));
    this.told.push(what);
    return Promise.resolve();
  }
}
