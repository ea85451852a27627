import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { CertificateRow } from '@reihe/api-persistence';
import { AuditTrail, Clock, Config, hashOf, linkUnknown, type Actor } from '@reihe/api-platform';
import { API_BASE, type Language } from '@reihe/shared-contracts';
import { canHaveCertificate } from '@reihe/shared-policies';
import { followUpApiPaths, followUpPaths, type CertificateCheck } from '@reihe/shared-registration';
import { AfterRepository, type Seat } from '../after/after.repository';
import { certificateNotFound, certificateNotReady } from '../follow-up.errors';
import { CERTIFICATE, OwnPass } from '../materials/own-pass';
import { codeKey, newCode } from './certificate-code';
import { printCertificate } from './certificate-document';
import { CERTIFICATE_WORDS } from './certificate-words';
import { CertificatesRepository } from './certificates.repository';

/** Certificates of attendance: issued once, printed whenever they are asked for, checked by anybody. */
@Injectable()
export class Certificates {
  constructor(
    private readonly certificates: CertificatesRepository,
    private readonly after: AfterRepository,
    private readonly passes: OwnPass,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Issues it to whoever came, or finds the one that was issued. The address of the file.
   * @throws registration.link-unknown, certificate.not-ready
   */
  async issue(token: string, registrationId: string, language: Language): Promise<string> {
    const own = await this.after.ownSeat(hashOf(token), registrationId, language);
    if (!own) throw linkUnknown();
    await this.keep(registrationId, own.ownLanguage);
    return API_BASE + followUpApiPaths.ownFile(this.passes.issue({ registrationId, thing: CERTIFICATE }));
  }

  @Transactional()
  private async keep(registrationId: string, language: Language): Promise<void> {
    await this.certificates.lock(registrationId);
    const seat = await this.after.seat(registrationId, language);
    if (!seat || !this.canHave(seat)) throw certificateNotReady();
    await this.write(seat, language, { kind: 'participant', id: seat.participantId });
  }

  /**
   * What was withdrawn, by an organiser who thought again: a new one, which the person finds on their page. Twice is once.
   * @throws certificate.not-found unless it is withdrawn, certificate.not-ready where the person may have none
   */
  @Transactional()
  async reissue(id: string, staffId: string): Promise<void> {
    const row = await this.certificates.find(id);
    if (!row?.withdrawnAt) throw certificateNotFound();
    await this.certificates.lock(row.registrationId);
    const seat = await this.after.seat(row.registrationId, row.language);
    if (!seat || !this.canHave({ ...seat, isWithdrawn: false })) throw certificateNotReady();
    await this.write(seat, row.language, { kind: 'staff', id: staffId });
  }

  private canHave(seat: Seat): boolean {
    return canHaveCertificate({ ...seat, seat: seat.state }, this.clock.now());
  }

  private async write(seat: Seat, language: Language, actor: Actor): Promise<void> {
    const code = newCode();
    const { registrationId, name, title, host, session, timeZone } = seat;
    const { startsAt, endsAt } = session;
    const issuedAt = this.clock.now();
    const row = { registrationId, code, language, name, title, host, startsAt, endsAt, timeZone, issuedAt };
    if (!(await this.certificates.issue(row))) return;
    await this.trail.record({
      actor,
      action: 'registration.issue-certificate',
      subject: 'registration',
      subjectId: registrationId,
      after: { code },
    });
  }

  /** @throws certificate.not-found where none was issued, it was withdrawn, or the person may have none any more */
  async document(registrationId: string): Promise<{ contents: Buffer; fileName: string }> {
    const seat = await this.after.seat(registrationId);
    if (!seat || !this.canHave(seat)) throw certificateNotFound();
    const row = await this.certificates.valid(registrationId);
    if (!row) throw certificateNotFound();
    const address = this.config.baseUrl + followUpPaths.certificate(row.language, row.code);
    return {
      contents: await printCertificate(row, address),
      fileName: `${CERTIFICATE_WORDS[row.language].fileName}-${row.code}.pdf`,
    };
  }

  /** @throws certificate.not-found */
  async check(code: string): Promise<CertificateCheck> {
    const row = await this.certificates.byCode(codeKey(code));
    if (!row) throw certificateNotFound();
    return toCheck(row);
  }

  /** @throws certificate.not-found, also where it is withdrawn already */
  @Transactional()
  async withdraw(id: string, reason: string, staffId: string): Promise<void> {
    const row = await this.certificates.find(id);
    if (row) await this.certificates.lock(row.registrationId);
    if (!row || !(await this.certificates.withdraw(id, reason, this.clock.now())))
      throw certificateNotFound();
    await this.trail.record({
      actor: { kind: 'staff', id: staffId },
      action: 'registration.withdraw-certificate',
      subject: 'registration',
      subjectId: row.registrationId,
      after: { code: row.code, reason },
    });
  }
}

/** An allow-list: neither whose registration it is nor why it was withdrawn is for the public. */
function toCheck(row: CertificateRow): CertificateCheck {
  return {
    code: row.code,
    state: row.withdrawnAt ? 'withdrawn' : 'valid',
    name: row.name,
    title: row.title,
    host: row.host,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    timeZone: row.timeZone,
    issuedAt: row.issuedAt.toISOString(),
  };
}
