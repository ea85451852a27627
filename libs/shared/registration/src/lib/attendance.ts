import type { JoinHint, RulesFor } from '@reihe/shared-contracts';

/** manual: marked by staff · imported: found in the report of a meeting */
export const ATTENDANCE_EVIDENCE = ['manual', 'imported'] as const;
export type AttendanceEvidence = (typeof ATTENDANCE_EVIDENCE)[number];

/** Somebody with a confirmed place. */
export interface AttendancePerson {
  registrationId: string;
  /** Empty: erased. */
  name: string;
  organisation: string;
  city: string;
  country: string | null;
  /** Never counted as attendance by itself. */
  joinHint: JoinHint | null;
  /** Empty: not marked. */
  evidence: AttendanceEvidence[];
  /** The last one issued. */
  certificate: StaffCertificate | null;
}

export interface StaffCertificate {
  id: string;
  code: string;
  issuedAt: string;
  withdrawnAt: string | null;
  withdrawalReason: string;
}

export interface AttendanceList {
  /** The session began and takes, or took, place. */
  canMark: boolean;
  offersCertificates: boolean;
  people: AttendancePerson[];
}

export interface MarkAttendance {
  registrationIds: string[];
  isPresent: boolean;
}

export interface MarkedAttendance {
  /** Who was marked otherwise before. */
  changed: string[];
  /** Certificates that were withdrawn with it. */
  withdrawn: number;
}

export interface WithdrawCertificate {
  reason: string;
}

/** none: not offered, or nobody marked that they came · ready: to be had, `code` is null until it is first asked for */
export interface OwnCertificate {
  state: 'none' | 'ready';
  code: string | null;
}

/** What anybody with the code learns. */
export interface CertificateCheck {
  code: string;
  state: 'valid' | 'withdrawn';
  /** As issued; null: erased since. */
  name: string | null;
  title: string;
  host: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  issuedAt: string;
}

export const markAttendanceRules = {
  registrationIds: { kind: 'list', format: 'uuid', minLength: 1, maxLength: 5000 },
  isPresent: { kind: 'boolean' },
} as const satisfies RulesFor<MarkAttendance>;

export const withdrawCertificateRules = {
  reason: { kind: 'text', minLength: 3, maxLength: 500 },
} as const satisfies RulesFor<WithdrawCertificate>;
