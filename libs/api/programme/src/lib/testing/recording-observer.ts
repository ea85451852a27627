import type { SessionMove, SessionObserver } from '@reihe/api-platform';

/** Keeps what it is told; fails when it is asked to, as a mail that cannot be written would. */
export class RecordingObserver implements SessionObserver {
  readonly told: unknown[] = [];
  isFailing = false;

  sessionMoved(move: SessionMove): Promise<void> {
    return this.keep({ moved: move });
  }

  sessionCancelled(sessionId: string): Promise<void> {
    return this.keep({ cancelled: sessionId });
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
