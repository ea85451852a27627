import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, Jobs } from '@reihe/api-platform';
import { Forgetting } from '@reihe/api-privacy';
import { ParticipantsRepository, RegistrationsRepository, Seats } from '@reihe/api-seats';

export const EXPIRE_WISHES_JOB = 'registration.expire';
export const END_HOLDS_JOB = 'registration.end-holds';
/** So long an old link still says that it is expired, not that it is unknown. */
const KEEP_LINKS_MS = 30 * 24 * 3_600_000;

const SYSTEM = { kind: 'system' } as const;

/**
 * Wishes that nobody confirmed in time end. Their holds are over before that, so nothing is left to pass on. What was typed goes with them, and so
 * does whoever never proved their address: they asked for nothing that we would need to know them for.
 */
@Injectable()
export class ExpireWishes implements OnModuleInit {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly seats: Seats,
    private readonly participants: ParticipantsRepository,
    private readonly forgetting: Forgetting,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EXPIRE_WISHES_JOB, '*/15 * * * *', () => this.expire());
    this.jobs.every(END_HOLDS_JOB, '* * * * *', () => this.endHolds());
  }

  /** Seats that were held long enough go on, session by session. Number of sessions. */
  async endHolds(): Promise<number> {
    const sessions = await this.registrations.sessionsWithLapsedHolds(this.clock.now());
    for (const id of sessions) await this.endHoldsOf(id);
    return sessions.length;
  }

  @Transactional()
  protected async endHoldsOf(sessionId: string): Promise<void> {
    await this.seats.lock([sessionId]);
  }

  /** Number of wishes that ended. */
  async expire(): Promise<number> {
    // No wish outlives its hold, and a hold ends under its session's lock alone.
    await this.endHolds();
    return this.expireUnheld();
  }

  @Transactional()
  protected async expireUnheld(): Promise<number> {
    const now = this.clock.now();
    const expired = await this.registrations.expire(now);
    const forgotten = await this.forgetting.forgetUnproven(now);
    await this.audit.recordAll([
      ...expired.map((id) => ({
        actor: SYSTEM,
        action: 'registration.expire',
        subject: 'registration' as const,
        subjectId: id,
        before: { state: 'unverified' },
        after: { state: 'expired' },
      })),
      ...forgotten.map((id) => ({
        actor: SYSTEM,
        action: 'participant.forget',
        subject: 'participant' as const,
        subjectId: id,
      })),
    ]);
    await this.participants.dropLinksExpiredBefore(new Date(now.getTime() - KEEP_LINKS_MS));
    return expired.length;
  }
}
