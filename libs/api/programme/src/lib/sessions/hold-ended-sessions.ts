import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Jobs } from '@reihe/api-platform';
import { SessionStates } from './session-states.service';

export const HOLD_ENDED_SESSIONS_JOB = 'session.hold';

/** Keeps states true to the clock; readers do not wait for it, they see an ended session as held at once. */
@Injectable()
export class HoldEndedSessions implements OnModuleInit {
  constructor(
    private readonly states: SessionStates,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(HOLD_ENDED_SESSIONS_JOB, '*/5 * * * *', () =>
      this.states.holdEndedSessions(this.clock.now()),
    );
  }
}
