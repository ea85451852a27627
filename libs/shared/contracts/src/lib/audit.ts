export const AUDITED = [
  'series',
  'session',
  'registration',
  'registration-setup',
  'participant',
  'recap',
  'media',
  'account',
  'category',
  'region',
  'speaker',
  'count',
  'setting',
  'message',
] as const;
export type Audited = (typeof AUDITED)[number];

/** Who, when, what, before and after. Personal data stands here by reference only. */
export interface AuditEntry {
  id: string;
  at: string;
  /** Staff name; null for a participant or the system. */
  actor: string | null;
  actorKind: 'staff' | 'participant' | 'speaker' | 'system';
  /** e.g. `session.publish`. */
  action: string;
  subject: Audited;
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}
