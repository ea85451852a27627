import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  Clock,
  pageOf,
  offsetOf,
  participantNotFound,
  sessionNotFound,
} from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type {
  AttendanceCounts,
  AttendeePage,
  KnownAttendee,
  MatchAttendees,
  SetAttendeeRole,
} from '@reihe/shared-figures';
import { attendanceNotFound } from '../attendance.errors';
import { ImportsRepository } from '../imports/imports.repository';
import type { AttendeesQuery } from './attendees.bodies';
import { AttendeesRepository, type TouchedAttendee } from './attendees.repository';

/** Whom reports name, and what somebody decided of them: who they are, and whether they were audience at all. */
@Injectable()
export class Attendees {
  constructor(
    private readonly attendees: AttendeesRepository,
    private readonly imports: ImportsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws session.not-found */
  async list(sessionId: string, query: AttendeesQuery): Promise<AttendeePage> {
    await this.mustBeThere(sessionId);
    const { items, total } = await this.attendees.list(sessionId, {
      group: query.group ?? null,
      q: query.q?.trim() ?? '',
      limit: query.pageSize,
      offset: offsetOf(query),
    });
    return pageOf(items, total, query);
  }

  known(sessionId: string, q: string): Promise<KnownAttendee[]> {
    return this.attendees.known(sessionId, q.trim());
  }

  /** @throws session.not-found, participant.not-found, attendance.not-found */
  @Transactional()
  async match(
    sessionId: string,
    { attendeeIds, participantId, isTakenBack = false, reason = '' }: MatchAttendees,
    staff: Me,
  ): Promise<AttendanceCounts> {
    await this.lock(sessionId);
    const decided = { reason, staffId: staff.id, now: this.clock.now() };
    const person = participantId === null || isTakenBack ? null : await this.personOf(participantId);
    const touched = isTakenBack
      ? await this.attendees.takeBack(sessionId, attendeeIds)
      : await this.attendees.match(sessionId, attendeeIds, person, decided);
    const keys = keysOf(touched);
    if (isTakenBack) await this.attendees.forgetMatches(sessionId, keys);
    else await this.attendees.keepDecision(sessionId, keys, { participantId: person, role: null }, decided);
    return this.afterDeciding(
      sessionId,
      touched,
      staff,
      isTakenBack ? 'attendance.take-back-match' : 'attendance.match',
      {
        participantId: person,
      },
    );
  }

  /** @throws session.not-found, attendance.not-found */
  @Transactional()
  async setRole(
    sessionId: string,
    { attendeeIds, role, isTakenBack = false, reason = '' }: SetAttendeeRole,
    staff: Me,
  ): Promise<AttendanceCounts> {
    await this.lock(sessionId);
    if (isTakenBack) {
      const touched = await this.attendees.takeBackRole(sessionId, attendeeIds);
      await this.attendees.forgetRoles(sessionId, keysOf(touched));
      return this.afterDeciding(sessionId, touched, staff, 'attendance.take-back-role', {});
    }
    const decided = { reason, staffId: staff.id, now: this.clock.now() };
    const touched = await this.attendees.setRole(sessionId, attendeeIds, role, decided);
    await this.attendees.keepDecision(sessionId, keysOf(touched), { participantId: null, role }, decided);
    return this.afterDeciding(sessionId, touched, staff, 'attendance.set-role', { role });
  }

  private async afterDeciding(
    sessionId: string,
    touched: readonly TouchedAttendee[],
    staff: Me,
    action: string,
    after: object,
  ): Promise<AttendanceCounts> {
    if (touched.length === 0) throw attendanceNotFound();
    const session = await this.mustBeThere(sessionId);
    // Somebody who is audience now may have an address; whoever was taken back is matched as the report says.
    await this.imports.match(session);
    await this.imports.recount([sessionId], this.clock.now());
    await this.imports.forgetUnknown(touched.flatMap(({ participantId }) => participantId ?? []));
    await this.trail.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'session',
      subjectId: sessionId,
      before: { participantIds: touched.map(({ participantId }) => participantId) },
      after: { attendeeIds: touched.map(({ id }) => id), ...after },
    });
    return this.imports.counts(sessionId);
  }

  private async lock(sessionId: string): Promise<void> {
    await this.mustBeThere(sessionId);
    await this.imports.lock(sessionId);
  }

  private async mustBeThere(sessionId: string) {
    const session = await this.imports.session(sessionId);
    if (!session) throw sessionNotFound();
    return session;
  }

  private async personOf(participantId: string): Promise<string> {
    const person = await this.attendees.goesOnAs(participantId);
    if (person === null) throw participantNotFound();
    return person;
  }
}

function keysOf(touched: readonly TouchedAttendee[]): string[] {
  return touched.map(({ key }) => key);
}
