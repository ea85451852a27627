import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock } from '@reihe/api-platform';
import type { CancelSession, Me, Session, SessionState } from '@reihe/shared-contracts';
import { canCancelSession, canHoldSession, canPublishSession } from '@reihe/shared-policies';
import { TellOfChange, type Told } from '../changes/tell-of-change';
import { OpenSession } from './open-session';
import { refuseUnless } from './session.errors';
import { factsOf } from './session.mapper';
import { SessionsRepository } from './sessions.repository';

/** Moves sessions along their states: draft, published, held; or cancelled, with the reason told. */
@Injectable()
export class SessionStates {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly open: OpenSession,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly change: TellOfChange,
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
  async cancel(id: string, body: CancelSession, staff: Me): Promise<Session> {
    await this.end(id, body, staff);
    return this.open.read(id);
  }

  /** Cancels and tells; what was told to whom. */
  @Transactional()
  async end(
    id: string,
    { version, reason, announcement }: CancelSession,
    staff: Me,
    { isRehearsal = false } = {},
  ): Promise<Told> {
    const before = await this.open.claim(id, version);
    refuseUnless(canCancelSession(before));
    const change = { state: 'cancelled' as const, cancelReason: reason, sequence: before.sequence + 1 };
    await this.sessions.update(id, change);
    const after = await this.open.read(id);
    const told = await this.change.tell(before, after, ['cancelled'], staff, { announcement, isRehearsal });
    await this.record('session.cancel', before, staff, { state: 'cancelled', cancelReason: reason });
    return told;
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
