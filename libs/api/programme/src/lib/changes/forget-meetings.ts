import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@reihe/api-platform';
import { SessionChangesRepository } from './session-changes.repository';

export const FORGET_MEETINGS_JOB = 'session-change.forget-meetings';

/** Former links and passcodes are kept for undoing alone: once it is too late for that they go. */
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
