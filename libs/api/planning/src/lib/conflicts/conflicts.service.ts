import { Injectable } from '@nestjs/common';
import { Clock, fallbackOrder, PublicHolidays } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type {
  Conflict,
  ConflictsFilter,
  DatedHoliday,
  SessionConflicts,
  TypedSession,
} from '@reihe/shared-planning';
import { programmeConflicts, resolveLocalTime } from '@reihe/shared-policies';
import { toConflict, toEntry, toSessionConflicts } from './conflicts.mapper';
import { ConflictsRepository, type PlannedSession } from './conflicts.repository';

const DAY_MS = 24 * 3_600_000;
/** Stands for a session that is being typed and has no id yet. */
const TYPED = 'typed';

/** What an organiser should know about the programme to come; nothing of it is forbidden. */
@Injectable()
export class Conflicts {
  constructor(
    private readonly programme: ConflictsRepository,
    private readonly holidays: PublicHolidays,
    private readonly clock: Clock,
  ) {}

  /** Only sessions with a conflict, in the order of their start. */
  async list(filter: ConflictsFilter, language: Language): Promise<SessionConflicts[]> {
    const now = this.clock.now();
    const until = filter.days === undefined ? null : new Date(now.getTime() + filter.days * DAY_MS);
    const sessions = await this.programme.programmeAround(filter, until, now, fallbackOrder(language));
    const byId = new Map<string, PlannedSession>(sessions.map((session) => [session.id, session]));
    const asked = sessions.filter(({ isAsked }) => isAsked);
    const holidays = await this.holidaysOf(asked, language);
    const found = programmeConflicts(
      sessions.map((session) => toEntry(session, holidays.get(session.id) ?? [])),
      now,
    );
    return asked
      .map((session) => toSessionConflicts(session, found.get(session.id) ?? [], byId))
      .filter(({ conflicts }) => conflicts.length > 0);
  }

  /** Of a session as it is being typed; none as long as its times make no sense. */
  async preview(typed: TypedSession, language: Language): Promise<Conflict[]> {
    const now = this.clock.now();
    const startsAt = instantOf(typed.startsLocal, typed.timeZone);
    const endsAt = instantOf(typed.endsLocal, typed.timeZone);
    if (endsAt <= startsAt || endsAt <= now) return [];
    const around = await this.programme.around(typed, { startsAt, endsAt }, now, fallbackOrder(language));
    if (!around.period) return [];
    const { state, period, others, ...audience } = around;
    const session: PlannedSession = {
      ...audience,
      ...period,
      id: typed.sessionId ?? TYPED,
      seriesId: typed.seriesId,
      state: state ?? 'draft',
      title: '',
      startsAt,
      endsAt,
      timeZone: typed.timeZone,
      day: typed.startsLocal.slice(0, 10),
      meetingUrl: typed.meetingUrl,
      meetingAccount: typed.meetingAccount ?? '',
      hasModerator: typed.hasModerator,
    };
    const holidays = await this.holidaysOf([session], language);
    const found = programmeConflicts(
      [session, ...others].map((one) => toEntry(one, holidays.get(one.id) ?? [])),
      now,
    );
    const byId = new Map(others.map((other) => [other.id, other]));
    return (found.get(session.id) ?? []).flatMap((conflict) => toConflict(conflict, session, byId));
  }

  /** By session; of those that are only near nobody asks. */
  private async holidaysOf(
    sessions: readonly PlannedSession[],
    language: Language,
  ): Promise<Map<string, DatedHoliday[]>> {
    const found = new Map<string, DatedHoliday[]>();
    for (const session of sessions) {
      const [holidays = []] = await this.holidays.during([session], session.countries, language);
      found.set(session.id, holidays);
    }
    return found;
  }
}

/** A doubtful time is asked about when it is saved; to look around, the earlier or later one is near enough. */
function instantOf(local: string, timeZone: string): Date {
  const time = resolveLocalTime(local, timeZone, 'earlier');
  return time.kind === 'exact' ? time.instant : instantOf(time.neighbours[1], timeZone);
}
