import { Injectable, Optional } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, SessionObserver } from '@reihe/api-platform';
import type { Me, Session, SessionState } from '@reihe/shared-contracts';
import { canCancelSession, canHoldSession, canPublishSession } from '@reihe/shared-policies';
import { OpenSession } from './open-session';
import { refuseUnless } from './session.errors';
import { factsOf } from './session.mapper';
import { SessionsRepository } from './sessions.repository';
import { Unobserved } from './unobserved';

/** Moves sessions along their states: draft, published, held; or cancelled, with the reason told. */
@Injectable()
export class SessionStates {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly open: OpenSession,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Optional() private readonly observer: SessionObserver = new Unobserved(),
  ) {}

  @Transactional()
  async publish(id: string, version: number, staff: Me): Promise<Session> {
    const before = await this.open.claim(id, version);
    const language = await this.sessions.defaultLanguageOf(before.seriesId);
    refuseUnless(canPublishSession(factsOf(before), language));
    await this.sessions.update(id, { state: 'published' });
    await this.record('session.publish', before, staff, { state: 'published' });
    return this.open.read(id);
  }

  @Transactional()
  async hold(id: string, version: number, staff: Me): Promise<Session> {
    const before = await this.open.claim(id, version);
    refuseUnless(canHoldSession(factsOf(before), this.clock.now()));
    await this.sessions.update(id, { state: 'held' });
    await this.record('session.hold', before, staff, { state: 'held' });
    return this.open.read(id);
  }

  @Transactional()
  async cancel(id: string, version: number, reason: string, staff: Me): Promise<Session> {
    const before = await this.open.claim(id, version);
    refuseUnless(canCancelSession(before));
    const change = { state: 'cancelled' as const, cancelReason: reason, sequence: before.sequence + 1 };
    await this.sessions.update(id, change);
    await this.observer.sessionCancelled(id);
    await this.record('session.cancel', before, staff, { state: 'cancelled', cancelReason: reason });
    return this.open.read(id);
  }

  /** Published sessions whose end has passed become held. Gives how many; safe to run at once on several nodes. */
  @Transactional()
  async holdEndedSessions(now: Date): Promise<number> {
    const ids = await this.sessions.holdEnded(now);
    for (const subjectId of ids) {
      await this.audit.record({
        actor: { kind: 'system' },
        action: 'session.hold',
        subject: 'session',
        subjectId,
        before: { state: 'published' },
        after: { state: 'held' },
      });
    }
    return ids.length;
  }

  private record(
    action: string,
    { id, state }: Session,
    staff: Me,
    after: { state: SessionState; cancelReason?: string },
  ): Promise<void> {
    return this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'session',
      subjectId: id,
      before: { state },
      after,
    });
  }
}
