import { Injectable } from '@nestjs/common';
import { AttendanceImportRow, Database } from '@reihe/api-persistence';
import type { Language, SessionState } from '@reihe/shared-contracts';
import type { AttendanceCounts, AttendanceImport, AttendanceRecord } from '@reihe/shared-figures';
import {
  ADD_LINES,
  APPLY_DECISIONS,
  ATTENDANCE_COUNTS,
  ATTENDANCE_RECORD,
  FILL_PLACES,
  FORGET_SAID,
  FORGET_UNKNOWN,
  FORGET_UNNAMED,
  IMPORT_JSON,
  LOCK_PARTICIPANTS,
  LOCK_SESSION,
  MAKE_PARTICIPANTS,
  MATCH_ADDRESSES,
  MATCH_LINKS,
  RENEW_UNKNOWN,
  REPORTED_SESSION,
  TELL_SAID,
  TELL_SPEAKERS,
  WITHDRAW_CERTIFICATES,
} from './imports.sql';
import type { PresenceLine } from './lines-of-report';

export interface ReportedSession {
  id: string;
  seriesId: string;
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

type NewImport = Omit<AttendanceImportRow, 'id' | 'session' | 'undoneBy' | 'undoneAt'>;

/** Writes what reports say. Presences follow by `recount`, which nothing else may write. */
@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  async session(id: string): Promise<ReportedSession | null> {
    const [row] = await this.database.query<ReportedSession>(REPORTED_SESSION, [id]);
    return row ?? null;
  }

  async lock(sessionId: string): Promise<void> {
    await this.database.query(LOCK_SESSION, [sessionId]);
  }

  /** The import that brought the same file and was not undone. */
  async known(sessionId: string, sha256: string): Promise<AttendanceImport | null> {
    const [row] = await this.database.query<{ found: AttendanceImport }>(
      `SELECT ${IMPORT_JSON} AS found FROM attendance_imports i
       WHERE i.session_id = $1 AND i.sha256 = $2 AND i.undone_at IS NULL`,
      [sessionId, sha256],
    );
    return row?.found ?? null;
  }

  async one(sessionId: string, id: string): Promise<AttendanceImport | null> {
    const [row] = await this.database.query<{ found: AttendanceImport }>(
      `SELECT ${IMPORT_JSON} AS found FROM attendance_imports i WHERE i.session_id = $1 AND i.id = $2`,
      [sessionId, id],
    );
    return row?.found ?? null;
  }

  async add(row: NewImport): Promise<string> {
    const inserted = await this.database.of(AttendanceImportRow).insert(row);
    return (inserted.identifiers[0] as { id: string }).id;
  }

  /** How many of the lines an earlier report has, too. */
  async addLines(sessionId: string, importId: string, lines: readonly PresenceLine[]): Promise<number> {
    const [row] = await this.database.query<{ overlapping: number }>(ADD_LINES, [
      sessionId,
      importId,
      JSON.stringify(lines),
    ]);
    return row?.overlapping ?? 0;
  }

  /** What reports say of everybody, and who they are who are not matched yet, as far as link, decisions and address tell. */
  async match({ id, seriesId }: Pick<ReportedSession, 'id' | 'seriesId'>): Promise<void> {
    await this.database.query(TELL_SAID, [id]);
    await this.database.query(APPLY_DECISIONS, [id, seriesId]);
    await this.database.query(MATCH_LINKS, [id]);
    await this.database.query(TELL_SPEAKERS, [id]);
    await this.database.query(MATCH_ADDRESSES, [id]);
    await this.database.query(MAKE_PARTICIPANTS, [id]);
    await this.database.query(MATCH_ADDRESSES, [id]);
    await this.database.query(FILL_PLACES, [id]);
  }

  async recount(sessionIds: readonly string[], now: Date): Promise<void> {
    await this.database.query(`SELECT recount_attendance($1::uuid[])`, [sessionIds]);
    await this.database.query(WITHDRAW_CERTIFICATES, [sessionIds, now]);
  }

  /** False: undone already. */
  async undo(id: string, staffId: string, now: Date): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `WITH undone AS (
         UPDATE attendance_imports SET undone_at = $2, undone_by = $3 WHERE id = $1 AND undone_at IS NULL RETURNING id
       ) SELECT id FROM undone`,
      [id, now, staffId],
    );
    if (rows.length === 0) return false;
    await this.database.query(`DELETE FROM attendance_spans WHERE import_id = $1`, [id]);
    await this.database.query(FORGET_SAID, [id]);
    return true;
  }

  /** Ids of people whom reports of this session name by their address. */
  async addressedOf(sessionId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT participant_id AS id FROM attendees WHERE session_id = $1 AND matched_by = 'email'`,
      [sessionId],
    );
    return rows.map(({ id }) => id);
  }

  async forgetUnnamed(sessionId: string): Promise<void> {
    await this.database.query(FORGET_UNNAMED, [sessionId]);
  }

  /** Of these those of whom reports alone tell, as they tell now. */
  async renewUnknown(participantIds: readonly string[]): Promise<void> {
    await this.database.query(LOCK_PARTICIPANTS, [participantIds]);
    await this.database.query(RENEW_UNKNOWN, [participantIds]);
  }

  /** Of these those of whom nothing else is known; after `recount`. */
  async forgetUnknown(participantIds: readonly string[]): Promise<void> {
    await this.database.query(FORGET_UNKNOWN, [participantIds]);
  }

  async counts(sessionId: string): Promise<AttendanceCounts> {
    const [row] = await this.database.query<{ counts: AttendanceCounts }>(ATTENDANCE_COUNTS, [sessionId]);
    if (!row) throw new Error('A session that was there has no counts.');
    return row.counts;
  }

  async record(
    sessionId: string,
    languages: readonly Language[],
  ): Promise<Omit<AttendanceRecord, 'counts'> | null> {
    const [row] = await this.database.query<{ record: Omit<AttendanceRecord, 'counts'> }>(ATTENDANCE_RECORD, [
      languages,
      sessionId,
    ]);
    return row?.record ?? null;
  }
}
