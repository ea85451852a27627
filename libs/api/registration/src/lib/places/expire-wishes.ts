import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, Jobs } from '@reihe/api-platform';
import { ParticipantsRepository } from '../people/participants.repository';
import { RegistrationsRepository } from './registrations.repository';

export const EXPIRE_WISHES_JOB = 'registration.expire';
/** So long an old link still says that it is expired, not that it is unknown. */
const KEEP_LINKS_MS = 30 * 24 * 3_600_000;

/**
 * Wishes that nobody confirmed in time end. They held no seat, so nothing is passed on. What was typed goes with them, and so
 * does whoever never proved their address: they asked for nothing that we would need to know them for.
 */
@Injectable()
export class ExpireWishes implements OnModuleInit {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly participants: ParticipantsRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EXPIRE_WISHES_JOB, '*/15 * * * *', () => this.expire());
  }

  /** Number of wishes that ended. */
  @Transactional()
  async expire(): Promise<number> {
    const now = this.clock.now();
    const expired = await this.registrations.expire(now);
    for (const id of expired) {
      await this.audit.record({
        actor: { kind: 'system' },
        action: 'registration.expire',
        subject: 'registration',
        subjectId: id,
        before: { state: 'unverified' },
        after: { state: 'expired' },
      });
    }
    for (const id of await this.participants.forgetUnproven(now)) {
      await this.audit.record({
        actor: { kind: 'system' },
        action: 'participant.forget',
        subject: 'participant',
        subjectId: id,
      });
    }
    await this.participants.dropLinksExpiredBefore(new Date(now.getTime() - KEEP_LINKS_MS));
    return expired.length;
  }
}
