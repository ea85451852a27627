import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { readMeetingReport, type MeetingReport } from '@reihe/api-meeting-reports';
import {
  AuditTrail,
  Clock,
  fallbackOrder,
  rehearsed,
  sessionNotFound,
  type TellProgress,
} from '@reihe/api-platform';
import { importRefused } from '@reihe/api-sheets';
import type { Language, Me } from '@reihe/shared-contracts';
import type {
  AttendanceCounts,
  AttendanceImport,
  AttendanceImported,
  AttendancePreview,
  AttendanceRecord,
  ReadAttendance,
  ReportField,
} from '@reihe/shared-figures';
import { canMarkAttendance } from '@reihe/shared-policies';
import { attendanceNotFound, attendanceTooEarly } from '../attendance.errors';
import { AttendeesRepository } from '../attendees/attendees.repository';
import { ImportsRepository, type ReportedSession } from './imports.repository';
import { isListed, isWrong, presenceLines, type PresenceLine } from './lines-of-report';

export interface ReportFile {
  name: string;
  bytes: Uint8Array;
}

/** So many lines are written before it is told how far it is. */
const STEP = 1000;
const SHOWN_GUESTS = 50;

interface Taken {
  importId: string;
  overlapping: number;
}

/** Reports of meeting tools, taken into the records of a session all or not at all. */
@Injectable()
export class AttendanceImports {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly attendees: AttendeesRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws session.not-found */
  async record(sessionId: string, language: Language): Promise<AttendanceRecord> {
    const record = await this.imports.record(sessionId, fallbackOrder(language));
    if (!record) throw sessionNotFound();
    return { ...record, counts: await this.imports.counts(sessionId) };
  }

  /**
   * By carrying it out and taking it back, so that what is shown is what would happen.
   * @throws session.not-found, attendance.too-early, report.unreadable, report.empty, report.unknown, report.too-many-rows,
   * report.only-registered, report.no-times, report.other-session
   */
  async check(
    sessionId: string,
    file: ReportFile,
    how: ReadAttendance,
    staff: Me,
  ): Promise<AttendancePreview> {
    const session = await this.reported(sessionId);
    const report = await read(file, how, session);
    const lines = presenceLines(report, session);
    const before = await this.imports.counts(sessionId);
    const isKnown = (await this.imports.known(sessionId, hashOfFile(file))) !== null;
    const outcome = isKnown
      ? { overlapping: lines.length, after: before, guests: [] }
      : await rehearsed(
          async () => {
            const { overlapping } = await this.take(session, file, report, lines, staff);
            const guests = { group: 'guests', q: '', limit: SHOWN_GUESTS, offset: 0 } as const;
            return {
              overlapping,
              after: await this.imports.counts(sessionId),
              guests: (await this.attendees.list(sessionId, guests)).items,
            };
          },
          (work) => this.inTransaction(work),
        );
    const { format, meeting, timeZone, dateOrder, isDateOrderGuessed, columns, rows, problems } = report;
    return {
      ...{ format, timeZone, dateOrder, isDateOrderGuessed, columns, rows, problems, isKnown, before },
      meetingTitle: meeting.title,
      meetingStartsAt: meeting.startsAt,
      guessed: report.guessed.map((field) => field ?? ''),
      lines: lines.length,
      listed: lines.filter(isListed).length,
      ...outcome,
    };
  }

  /**
   * The same file again changes nothing and is answered as before.
   * @throws as `check`, and import.refused where a line is not right
   */
  @Transactional()
  async run(
    sessionId: string,
    file: ReportFile,
    how: ReadAttendance,
    staff: Me,
    tell: TellProgress,
  ): Promise<AttendanceImported> {
    const session = await this.reported(sessionId);
    await this.imports.lock(sessionId);
    const known = await this.imports.known(sessionId, hashOfFile(file));
    if (known) return { import: known, wasKnown: true, counts: await this.imports.counts(sessionId) };
    const report = await read(file, how, session);
    const wrong = report.problems.filter(isWrong);
    if (wrong.length > 0) throw importRefused(wrong.map(({ line }) => line));
    const before = await this.imports.counts(sessionId);
    const lines = presenceLines(report, session);
    const { importId } = await this.take(session, file, report, lines, staff, tell);
    const counts = await this.imports.counts(sessionId);
    await this.tellLog('attendance.import', sessionId, staff, importId, { before, after: counts });
    return { import: await this.one(sessionId, importId), wasKnown: false, counts };
  }

  /** What other reports say stays, and what was decided of people, for the next report. @throws attendance.not-found */
  @Transactional()
  async undo(sessionId: string, importId: string, staff: Me): Promise<AttendanceCounts> {
    const session = await this.imports.session(sessionId);
    if (!session) throw attendanceNotFound();
    await this.imports.lock(sessionId);
    await this.one(sessionId, importId);
    const now = this.clock.now();
    const addressed = await this.imports.addressedOf(sessionId);
    const before = await this.imports.counts(sessionId);
    if (!(await this.imports.undo(importId, staff.id, now))) throw attendanceNotFound();
    await this.imports.forgetUnnamed(sessionId);
    await this.imports.renewUnknown(addressed);
    await this.imports.match(session);
    await this.imports.recount([sessionId], now);
    await this.imports.forgetUnknown(addressed);
    const after = await this.imports.counts(sessionId);
    await this.tellLog('attendance.undo-import', sessionId, staff, importId, { before, after });
    return after;
  }

  @Transactional()
  protected inTransaction(work: () => Promise<never>): Promise<never> {
    return work();
  }

  private async reported(sessionId: string): Promise<ReportedSession> {
    const session = await this.imports.session(sessionId);
    if (!session) throw sessionNotFound();
    if (!canMarkAttendance(session, this.clock.now())) throw attendanceTooEarly();
    return session;
  }

  private async take(
    session: ReportedSession,
    { name, bytes }: ReportFile,
    report: MeetingReport,
    lines: readonly PresenceLine[],
    staff: Me,
    tell?: TellProgress,
  ): Promise<Taken> {
    await this.imports.lock(session.id);
    const importId = await this.imports.add({
      sessionId: session.id,
      fileName: name,
      sha256: hashOfFile({ name, bytes }),
      format: report.format,
      reading: { timeZone: report.timeZone, dateOrder: report.dateOrder, columns: report.guessed },
      lines: lines.length,
      importedBy: staff.id,
      importedAt: this.clock.now(),
    });
    let overlapping = 0;
    for (let from = 0; from < lines.length; from += STEP) {
      const step = lines.slice(from, from + STEP);
      overlapping += await this.imports.addLines(session.id, importId, step);
      tell?.(Math.min(from + STEP, lines.length), lines.length);
    }
    await this.imports.match(session);
    await this.imports.recount([session.id], this.clock.now());
    return { importId, overlapping };
  }

  private async one(sessionId: string, importId: string): Promise<AttendanceImport> {
    const found = await this.imports.one(sessionId, importId);
    if (!found) throw attendanceNotFound();
    return found;
  }

  private tellLog(
    action: string,
    sessionId: string,
    staff: Me,
    importId: string,
    { before, after }: { before: AttendanceCounts; after: AttendanceCounts },
  ): Promise<void> {
    return this.trail.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'session',
      subjectId: sessionId,
      before: { attendance: before },
      after: { importId, attendance: after },
    });
  }
}

function read({ bytes }: ReportFile, how: ReadAttendance, session: ReportedSession): Promise<MeetingReport> {
  const columns = how.columns?.map((column) => (column === '' ? null : (column as ReportField)));
  return readMeetingReport(bytes, {
    timeZone: how.timeZone ?? session.timeZone,
    session: { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() },
    ...(how.dateOrder && { dateOrder: how.dateOrder }),
    ...(columns && columns.length > 0 && { columns }),
  });
}

function hashOfFile({ bytes }: ReportFile): string {
  return createHash('sha256').update(bytes).digest('hex');
}
