import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { SessionState } from '@reihe/shared-contracts';
import type { AttendancePerson } from '@reihe/shared-registration';
import { ATTENDANCE, MARK_ABSENT, MARK_PRESENT, SESSION_OF_ATTENDANCE } from './attendance.sql';

export interface AttendedSession {
  state: SessionState;
  startsAt: Date;
  offersCertificates: boolean;
}

@Injectable()
export class AttendanceRepository {
  constructor(private readonly database: Database) {}

  async session(id: string): Promise<AttendedSession | null> {
    const [row] = await this.database.query<AttendedSession>(SESSION_OF_ATTENDANCE, [id]);
    return row ?? null;
  }

  people(sessionId: string): Promise<AttendancePerson[]> {
    return this.database.query<AttendancePerson>(ATTENDANCE, [sessionId]);
  }

  async markPresent(sessionId: string, ids: readonly string[], staffId: string, now: Date) {
    return idsOf(await this.database.query<{ id: string }>(MARK_PRESENT, [sessionId, ids, staffId, now]));
  }

  async markAbsent(sessionId: string, ids: readonly string[]): Promise<string[]> {
    return idsOf(await this.database.query<{ id: string }>(MARK_ABSENT, [sessionId, ids]));
  }

  /** Of those, who has no evidence of any kind. */
  async withoutEvidence(ids: readonly string[]): Promise<string[]> {
    return idsOf(
      await this.database.query<{ id: string }>(
        `SELECT i.id FROM unnest($1::uuid[]) AS i (id)
         WHERE NOT EXISTS (SELECT FROM attendances a WHERE a.registration_id = i.id)`,
        [ids],
      ),
    );
  }
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
