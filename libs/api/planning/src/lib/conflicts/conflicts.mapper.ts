import type { ClashingSession, Conflict, DatedHoliday, SessionConflicts } from '@reihe/shared-planning';
import type { ProgrammeConflict, ProgrammeEntry } from '@reihe/shared-policies';
import type { PlannedSession } from './conflicts.repository';

export function toEntry(session: PlannedSession, holidays: readonly DatedHoliday[]): ProgrammeEntry {
  const { id, state, startsAt, endsAt, day, startsOn, endsOn, meetingUrl, meetingAccount } = session;
  const { hasModerator, regionIds } = session;
  return {
    id,
    state,
    startsAt,
    endsAt,
    day,
    seriesPeriod: { startsOn, endsOn },
    speakerIds: session.speakers.map(({ id: speakerId }) => speakerId),
    regionIds,
    meetingUrl,
    meetingAccount,
    hasModerator,
    holidays,
  };
}

export function toSessionConflicts(
  session: PlannedSession,
  conflicts: readonly ProgrammeConflict[],
  programme: ReadonlyMap<string, PlannedSession>,
): SessionConflicts {
  return {
    ...toClashing(session),
    seriesId: session.seriesId,
    conflicts: conflicts.flatMap((conflict) => toConflict(conflict, session, programme)),
  };
}

/** With the names that say it. */
export function toConflict(
  conflict: ProgrammeConflict,
  session: Pick<PlannedSession, 'speakers' | 'startsOn' | 'endsOn'>,
  programme: ReadonlyMap<string, PlannedSession>,
): Conflict[] {
  switch (conflict.code) {
    case 'holiday':
    case 'no-meeting-link':
    case 'no-moderator':
      return [conflict];
    case 'outside-period':
      return [{ code: conflict.code, startsOn: session.startsOn, endsOn: session.endsOn }];
    case 'speaker-elsewhere':
    case 'meeting-room-taken':
    case 'same-audience': {
      const other = programme.get(conflict.sessionId);
      if (!other) return [];
      const clashing = toClashing(other);
      if (conflict.code !== 'speaker-elsewhere') return [{ code: conflict.code, session: clashing }];
      const speaker = session.speakers.find(({ id }) => id === conflict.speakerId);
      return speaker ? [{ code: conflict.code, session: clashing, speaker }] : [];
    }
  }
}

function toClashing({ id, title, startsAt, endsAt, timeZone }: PlannedSession): ClashingSession {
  return { id, title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), timeZone };
}
