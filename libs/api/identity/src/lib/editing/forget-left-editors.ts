import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Jobs } from '@reihe/api-platform';
import { Drafts } from './drafts.service';
import { Presence } from './presence.service';

export const FORGET_LEFT_EDITORS_JOB = 'editing.forget';

/** Readers do not wait for it: who left is not shown, an old draft is only a little older. */
@Injectable()
export class ForgetLeftEditors implements OnModuleInit {
  constructor(
    private readonly presence: Presence,
    private readonly drafts: Drafts,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(FORGET_LEFT_EDITORS_JOB, '17 * * * *', async () => {
      await this.presence.forgetWhoLeft(this.clock.now());
      await this.drafts.forgetOld(this.clock.now());
    });
  }
}
