import { Injectable, Optional } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  changesBetween,
  refuseBroken,
  SessionObserver,
  undoTooLate,
  sessionNotFound,
} from '@reihe/api-platform';
import type { Me, PendingChangeAnswer, Session } from '@reihe/shared-contracts';
import { OpenSession } from '../sessions/open-session';
import { sessionRefusals } from '../sessions/session.errors';
import { auditableSession, sessionPartsOf, sessionRowOf } from '../sessions/session.mapper';
import { SessionsRepository } from '../sessions/sessions.repository';
import { Unobserved } from '../sessions/unobserved';
import { SessionChangesRepository } from './session-changes.repository';

/**
 * Takes a change back before anybody heard of it.
 *
 * SEQUENCE of calendar entries stays as the change raised it: feed and download are public and may have given out the changed
 * entry, and of two entries with one number calendars follow the one written later (RFC 5546, 2.1.5), which is the one put back.
 * It rises once more only where mails that cannot be taken back have told the changed time (somebody registered meanwhile): those
 * people are written to again, and mail programs want a higher number for a request. So it never falls below what anybody has.
 */
@Injectable()
export class UndoChange {
  constructor(
    private readonly changes: SessionChangesRepository,
    private readonly sessions: SessionsRepository,
    private readonly open: OpenSession,
    private readonly audit: AuditTrail,
    @Optional() private readonly observer: SessionObserver = new Unobserved(),
  ) {}

  async pending(sessionId: string): Promise<PendingChangeAnswer> {
    return { change: await this.changes.pending(sessionId) };
  }

  /** @throws session.undo-too-late, version.outdated where somebody changed the session since, session.not-found */
  @Transactional()
  async undo(sessionId: string, changeId: string, staff: Me): Promise<Session> {
    const change = await this.changes.find(changeId, sessionId);
    if (!change) throw sessionNotFound();
    // Read before it is closed, which forgets the meeting; a change that has none left is over.
    const { meetingBefore: meeting, invitationsBefore } = change;
    if (change.undoneAt || !meeting) throw undoTooLate(0);
    const current = await this.open.claim(sessionId, change.sessionVersion);
    if (!(await this.changes.close(changeId))) throw undoTooLate(change.messageCount);
    const before = { ...(change.before as Omit<Session, 'counts' | 'meeting'>), meeting };
    const times = { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) };
    const capacity = await this.capacityOf(before.capacity, current);
    await this.observer.changeUndone(
      { id: changeId, sessionId, kinds: change.kinds, changedAt: change.createdAt, ...times },
      (isToldAnew) =>
        refuseBroken(sessionRefusals, async () => {
          await this.sessions.update(sessionId, {
            ...sessionRowOf({ ...before, capacity }, times),
            state: before.state,
            cancelReason: before.cancelReason,
            sequence: current.sequence + (isToldAnew ? 1 : 0),
          });
          await this.sessions.replaceParts(sessionId, sessionPartsOf(sessionId, before, before));
          await this.sessions.putInvitationsBack(sessionId, invitationsBefore ?? []);
        }),
    );
    if (capacity !== current.capacity) await this.observer.capacityChanged(sessionId);
    const restored = await this.open.read(sessionId);
    const changed = changesBetween(auditableSession(current), auditableSession(restored));
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'session.undo',
      subject: 'session',
      subjectId: sessionId,
      before: changed.before,
      after: { ...changed.after, ...(change.kinds.includes('meeting') && { meeting: 'changed' }) },
    });
    return restored;
  }

  /** Seats that the change gave away stay given: who got one has been told. */
  private async capacityOf(before: number | null, { id, capacity }: Session): Promise<number | null> {
    return before !== null && before < (await this.changes.confirmedOf(id)) ? capacity : before;
  }
}
