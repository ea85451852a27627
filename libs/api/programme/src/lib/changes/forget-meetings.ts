import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@reihe/api-platform';
import { SessionChangesRepository } from './session-changes.repository';

export const FORGET_MEETINGS_JOB = 'session-change.forget-meetings';

/**
 * A change keeps the former link and passcode, and what speakers had answered, for undoing: once it is too late for that they go from
 * there. The session's versions keep its meeting access as long as the session exists (ADR 15).
 */
@Injectable()
export class ForgetMeetings implements OnModuleInit {
  constructor(
    private readonly changes: SessionChangesRepository,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(FORGET_MEETINGS_JOB, '*/5 * * * *', () => this.changes.forgetMeetings());
  }
}
