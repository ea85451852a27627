import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, sessionNotFound } from '@reihe/api-platform';
import { canMarkAttendance } from '@reihe/shared-policies';
import type { AttendanceList, MarkAttendance, MarkedAttendance } from '@reihe/shared-registration';
import { CertificatesRepository } from '../certificates/certificates.repository';
import { attendanceTooEarly } from '../follow-up.errors';
import { AttendanceRepository } from './attendance.repository';

/** Who came, as staff saw it. Pressing "Join" is shown beside it and marks nobody. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly attendance: AttendanceRepository,
    private readonly certificates: CertificatesRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws session.not-found */
  async list(sessionId: string): Promise<AttendanceList> {
    const session = await this.attendance.session(sessionId);
    if (!session) throw sessionNotFound();
    return {
      canMark: canMarkAttendance(session, this.clock.now()),
      offersCertificates: session.offersCertificates,
      people: await this.attendance.people(sessionId),
    };
  }

  /**
   * Only confirmed people of the session are marked; others are left out. Who loses the mark loses a certificate that was issued.
   * @throws session.not-found, attendance.too-early
   */
  @Transactional()
  async mark(
    sessionId: string,
    { registrationIds, isPresent }: MarkAttendance,
    staffId: string,
  ): Promise<MarkedAttendance> {
    const session = await this.attendance.session(sessionId);
    if (!session) throw sessionNotFound();
    const now = this.clock.now();
    if (!canMarkAttendance(session, now)) throw attendanceTooEarly();
    const changed = isPresent
      ? await this.attendance.markPresent(sessionId, registrationIds, staffId, now)
      : await this.attendance.markAbsent(sessionId, registrationIds);
    if (changed.length === 0) return { changed, withdrawn: 0 };
    const absent = isPresent ? [] : await this.attendance.withoutEvidence(changed);
    const withdrawn = absent.length > 0 ? await this.certificates.withdrawOf(absent, now) : [];
    await this.trail.record({
      actor: { kind: 'staff', id: staffId },
      action: isPresent ? 'session.mark-present' : 'session.mark-absent',
      subject: 'session',
      subjectId: sessionId,
      after: { registrationIds: changed, withdrawnCertificates: withdrawn },
    });
    return { changed, withdrawn: withdrawn.length };
  }
}
