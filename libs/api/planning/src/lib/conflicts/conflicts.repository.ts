import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { oneRow } from '@reihe/api-platform';
import type { Language, SessionState } from '@reihe/shared-contracts';
import type { ConflictsFilter, TypedSession } from '@reihe/shared-planning';
import { AROUND_TYPED, PROGRAMME_AROUND } from './conflicts.sql';

export interface NamedSpeaker {
  id: string;
  name: string;
}

/** A session as the rules and the words about it need it. Holds the meeting link: never to be answered as it is. */
export interface PlannedSession {
  id: string;
  seriesId: string;
  state: SessionState;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** Its day in its zone, and the first and last of its series. */
  day: string;
  startsOn: string;
  endsOn: string;
  meetingUrl: string;
  meetingAccount: string;
  hasModerator: boolean;
  speakers: NamedSpeaker[];
  /** Its regions and all below them. */
  regionIds: string[];
  /** Of its audience; none for the whole world. */
  countries: string[];
}

export interface AroundTyped {
  /** null while it is new. */
  state: SessionState | null;
  period: { startsOn: string; endsOn: string } | null;
  regionIds: string[];
  countries: string[];
  speakers: NamedSpeaker[];
  others: PlannedSession[];
}

@Injectable()
export class ConflictsRepository {
  constructor(private readonly database: Database) {}

  programmeAround(
    { series, session }: ConflictsFilter,
    until: Date | null,
    now: Date,
    languages: readonly Language[],
  ): Promise<(PlannedSession & { isAsked: boolean })[]> {
    const parameters = [languages, now, series ?? null, session ?? null, until];
    return this.database.query(PROGRAMME_AROUND, parameters);
  }

  async around(
    typed: TypedSession,
    { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
    now: Date,
    languages: readonly Language[],
  ): Promise<AroundTyped> {
    const { sessionId, seriesId, regionIds, speakerIds } = typed;
    const rows = await this.database.query<AroundTyped>(AROUND_TYPED, [
      languages,
      now,
      sessionId,
      seriesId,
      startsAt,
      endsAt,
      regionIds,
      speakerIds,
    ]);
    const around = oneRow(rows);
    // Instants within JSON are texts.
    return {
      ...around,
      others: around.others.map((other) => ({
        ...other,
        startsAt: new Date(other.startsAt),
        endsAt: new Date(other.endsAt),
      })),
    };
  }
}
