import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  figuresApiPaths,
  type AttendanceCounts,
  type AttendanceImportProgress,
  type AttendancePreview,
  type AttendanceRecord,
  type AttendeeGroup,
  type AttendeePage,
  type KnownAttendee,
  type MatchAttendees,
  type ReadAttendance,
  type SeriesThreshold,
  type SetAttendeeRole,
  type SetThreshold,
} from '@reihe/shared-figures';
import { firstValueFrom, type Observable } from 'rxjs';
import { postForLines } from './json-lines';
import { apiAddress, readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

export interface AttendeesQuery extends ListQuery {
  group?: AttendeeGroup | undefined;
}

/** Who came to a session by the word of meeting tools, and who of them is whom. */
@Injectable({ providedIn: 'root' })
export class AttendanceClient {
  private readonly http = inject(StaffHttp);
  private readonly raw = inject(HttpClient);

  record(sessionId: () => string | null) {
    return readAt<AttendanceRecord>(sessionId, figuresApiPaths.attendanceRecord);
  }

  attendees(sessionId: () => string | null, query: () => AttendeesQuery) {
    return readFrom<AttendeePage>(() => {
      const asked = sessionId();
      return asked === null ? null : { path: figuresApiPaths.attendees(asked), query: query() };
    });
  }

  known(sessionId: string, q: string): Promise<KnownAttendee[]> {
    return this.http.get(figuresApiPaths.knownAttendees(sessionId), { q });
  }

  /** What importing it would come to; nothing is written. */
  check(sessionId: string, file: File, how: ReadAttendance): Promise<AttendancePreview> {
    return firstValueFrom(
      this.raw.post<AttendancePreview>(
        apiAddress(figuresApiPaths.attendanceCheck(sessionId)),
        formOf(file, how),
      ),
    );
  }

  /** Ends in `done` or `failed`, or fails at once. */
  import(sessionId: string, file: File, how: ReadAttendance): Observable<AttendanceImportProgress> {
    const address = apiAddress(figuresApiPaths.attendanceImports(sessionId));
    return postForLines(this.raw, address, formOf(file, how));
  }

  undo(sessionId: string, importId: string): Promise<void> {
    return this.http.delete(figuresApiPaths.attendanceImport(sessionId, importId));
  }

  match(sessionId: string, match: MatchAttendees): Promise<AttendanceCounts> {
    return this.http.post(figuresApiPaths.attendeeMatches(sessionId), match);
  }

  setRole(sessionId: string, change: SetAttendeeRole): Promise<AttendanceCounts> {
    return this.http.post(figuresApiPaths.attendeeRoles(sessionId), change);
  }

  setThreshold(seriesId: string, threshold: SetThreshold): Promise<SeriesThreshold> {
    return this.http.put(figuresApiPaths.attendanceThreshold(seriesId), threshold);
  }
}

function formOf(file: File, { timeZone, dateOrder, columns }: ReadAttendance): FormData {
  const form = new FormData();
  if (timeZone) form.append('timeZone', timeZone);
  if (dateOrder) form.append('dateOrder', dateOrder);
  if (columns) form.append('columns', JSON.stringify(columns));
  form.append('file', file, file.name);
  return form;
}
