import { Injectable, Optional } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  changesBetween,
  refuseBroken,
  SessionObserver,
  SessionWriter,
  type KnownTimes,
} from '@reihe/api-platform';
import type { Me, SaveSession, Session } from '@reihe/shared-contracts';
import { canMoveSession, canWithdrawSession, type MovedTimes } from '@reihe/shared-policies';
import { TellOfChange } from '../changes/tell-of-change';
import { OpenSession } from './open-session';
import { SessionStates } from './session-states.service';
import { refuseUnless, sessionRefusals } from './session.errors';
import { auditableSession } from './session.mapper';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';
import { Unobserved } from './unobserved';

/** One session's part in what is done to many; the session's own routes and this go the same ways. */
@Injectable()
export class ProgrammeWriter extends SessionWriter {
  constructor(
    private readonly service: SessionsService,
    private readonly states: SessionStates,
    private readonly sessions: SessionsRepository,
    private readonly open: OpenSession,
    private readonly audit: AuditTrail,
    private readonly change: TellOfChange,
    @Optional() private readonly observer: SessionObserver = new Unobserved(),
  ) {
    super();
  }

  create(body: SaveSession, staff: Me, known?: KnownTimes): Promise<Session> {
    return this.service.create(body, staff, known);
  }

  publish(id: string, version: number, staff: Me): Promise<Session> {
    return this.states.publish(id, version, staff);
  }

  cancel(id: string, version: number, reason: string, staff: Me): Promise<Session> {
    return this.states.cancel(id, { version, reason }, staff);
  }

  @Transactional()
  async withdraw(id: string, version: number, staff: Me): Promise<Session> {
    const before = await this.open.claim(id, version);
    refuseUnless(canWithdrawSession(before));
    await this.sessions.update(id, { state: 'draft' });
    return this.recorded('session.withdraw', before, staff);
  }

  @Transactional()
  async move(id: string, version: number, times: MovedTimes, staff: Me): Promise<Session> {
    const before = await this.open.claim(id, version);
    refuseUnless(canMoveSession(before));
    // Of a draft the speakers who were asked know, and nobody else.
    const isKnown = before.state === 'published' || (await this.sessions.isAskedFor(id));
    await this.sessions.update(id, { ...times, sequence: before.sequence + (isKnown ? 1 : 0) });
    if (isKnown) await this.change.tell(before, await this.open.read(id), ['moved'], staff, {});
    return this.recorded('session.save', before, staff);
  }

  @Transactional()
  async resize(id: string, version: number, capacity: number | null, staff: Me): Promise<Session> {
    const before = await this.open.claim(id, version);
    refuseUnless(canMoveSession(before));
    await refuseBroken(sessionRefusals, () => this.sessions.update(id, { capacity }));
    if (before.state === 'published') await this.observer.capacityChanged(id);
    return this.recorded('session.save', before, staff);
  }

  @Transactional()
  async removeDraft(id: string, version: number, staff: Me): Promise<boolean> {
    const before = await this.open.claim(id, version);
    if (!(await this.sessions.removeDraft(id))) return false;
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'session.remove',
      subject: 'session',
      subjectId: id,
      before: auditableSession(before),
    });
    return true;
  }

  private async recorded(action: string, before: Session, staff: Me): Promise<Session> {
    const after = await this.open.read(before.id);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'session',
      subjectId: before.id,
      ...changesBetween(auditableSession(before), auditableSession(after)),
    });
    return after;
  }
}
