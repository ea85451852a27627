import { Injectable, Optional } from '@nestjs/common';
import type { KeptInvitation } from '@reihe/api-persistence';
import { changesBetween, SessionObserver, type SessionTelling, type ToldPeople } from '@reihe/api-platform';
import {
  UNDO_SECONDS,
  type Announcement,
  type Me,
  type Session,
  type SessionNewsKind,
} from '@reihe/shared-contracts';
import { auditableSession } from '../sessions/session.mapper';
import { Unobserved } from '../sessions/unobserved';
import { SessionChangesRepository } from './session-changes.repository';

export interface TellingWishes {
  announcement?: Announcement | undefined;
  isQuiet?: boolean | undefined;
  /** Written to be looked at and taken back. */
  isRehearsal?: boolean | undefined;
  /** Of the session as it was; needed where the change may take parts away or give them to somebody else. */
  invitations?: KeptInvitation[] | undefined;
}

/** What a change told; `changeId` is null where it was nothing to tell of. */
export interface Told {
  changeId: string | null;
  kinds: SessionNewsKind[];
  people: ToldPeople[];
}

export const NOTHING_TOLD: Told = { changeId: null, kinds: [], people: [] };

/** Records a change that people hear of, so that it can be undone until they do, and tells them. Call it once the session is written. */
@Injectable()
export class TellOfChange {
  constructor(
    private readonly changes: SessionChangesRepository,
    @Optional() private readonly observer: SessionObserver = new Unobserved(),
  ) {}

  async tell(
    before: Session,
    after: Session,
    kinds: SessionNewsKind[],
    staff: Me,
    { announcement, isQuiet = false, isRehearsal = false, invitations = [] }: TellingWishes,
  ): Promise<Told> {
    if (kinds.length === 0) return NOTHING_TOLD;
    const change = await this.changes.add(
      {
        sessionId: before.id,
        sessionVersion: after.version,
        changedBy: staff.id,
        kinds,
        before: withoutMeeting(before),
        after: changesBetween(auditableSession(before), auditableSession(after)).after,
        meetingBefore: before.meeting,
        invitationsBefore: invitations,
      },
      UNDO_SECONDS,
    );
    const told = isQuiet
      ? []
      : await this.observed(before, kinds, { change, isRehearsal, ...(announcement && { announcement }) });
    await this.changes.countMessages(change.id);
    return { changeId: change.id, kinds, people: told };
  }

  /** The last call's answer counts: what came before it is in its mails. */
  private async observed(
    before: Session,
    kinds: readonly SessionNewsKind[],
    telling: SessionTelling,
  ): Promise<ToldPeople[]> {
    if (kinds.includes('cancelled')) return this.observer.sessionCancelled(before.id, telling);
    let told: ToldPeople[] = [];
    if (kinds.includes('moved'))
      told = await this.observer.sessionMoved(
        {
          sessionId: before.id,
          previousStartsAt: new Date(before.startsAt),
          previousEndsAt: new Date(before.endsAt),
        },
        telling,
      );
    if (kinds.includes('meeting')) told = await this.observer.meetingChanged(before.id, telling);
    return told;
  }
}

/** Counts are not part of what a change can be undone to; the meeting is kept apart, for it is secret. */
function withoutMeeting({ counts: _counts, meeting: _meeting, ...kept }: Session) {
  return kept;
}
