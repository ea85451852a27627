import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock, Jobs } from '@reihe/api-platform';
import { DraftFromSession } from './draft-from-session';
import { EndedSessionsRepository } from './ended-sessions.repository';

export const DRAFT_ENDED_SESSIONS_JOB = 'recap.draft-ended';
const PER_RUN = 50;

/** A session that is over gets the draft of its recap by itself, within a minute, once. */
@Injectable()
export class DraftEndedSessions implements OnModuleInit {
  private readonly logger = new Logger(DraftEndedSessions.name);

  constructor(
    private readonly sessions: EndedSessionsRepository,
    private readonly drafts: DraftFromSession,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(DRAFT_ENDED_SESSIONS_JOB, '* * * * *', () => this.draftEnded());
  }

  /** Number of drafts made. One that fails does not keep the others waiting. */
  async draftEnded(): Promise<number> {
    let made = 0;
    for (const id of await this.sessions.withoutRecap(this.clock.now(), PER_RUN)) {
      try {
        if (await this.draftOne(id)) made += 1;
      } catch (error) {
        this.logger.error({ err: error, session: id }, 'The draft of a recap could not be made');
      }
    }
    return made;
  }

  @Transactional()
  private async draftOne(sessionId: string): Promise<boolean> {
    if (!(await this.sessions.claim(sessionId, this.clock.now()))) return false;
    await this.drafts.draft(sessionId, null);
    return true;
  }
}
