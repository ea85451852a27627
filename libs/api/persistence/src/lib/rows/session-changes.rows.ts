import type { InvitationState, MeetingAccess, SessionNewsKind } from '@reihe/shared-contracts';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { SessionRow } from './sessions.rows';
import { StaffAccountRow } from './staff.rows';

/** What a speaker had been asked and had said of a part; instants as the database writes them. */
export interface KeptInvitation {
  contributionId: string;
  speakerId: string;
  state: InvitationState;
  invitedAt: string | null;
  answeredAt: string | null;
  words: string;
}

/** A change of a public session of which people are told, and what it takes to undo it until they are. */
@Entity('session_changes')
@Check('ck_session_changes_kinds', `kinds <@ ARRAY['moved','meeting','cancelled'] AND kinds <> '{}'`)
@Index('ix_session_changes_session_id', ['sessionId', 'createdAt'])
@Index('ix_session_changes_meeting_before', ['undoUntil'], { where: 'meeting_before IS NOT NULL' })
export class SessionChangeRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  /** Version that the change made: undone only while the session still has it. */
  @Column('int') sessionVersion: number;
  @Column('uuid', { nullable: true }) changedBy: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'changed_by' })
  staff?: Relation<StaffAccountRow>;
  @Column('text', { array: true }) kinds: SessionNewsKind[];
  /** The whole session as it was, without the meeting's access. */
  @Column('jsonb') before: object;
  /** What differed afterwards, as the audit log has it. */
  @Column('jsonb') after: object;
  /** Secret (invariant 5), so forgotten when it is too late to undo. */
  @Column('jsonb', { nullable: true }) meetingBefore: MeetingAccess | null;
  /** Of parts that were not 'none'; speakers' words are theirs, so forgotten with the meeting. */
  @Column('jsonb', { nullable: true }) invitationsBefore: KeptInvitation[] | null;
  @Column('int', { default: 0 }) messageCount: number;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt: Date;
  @Column('timestamptz') undoUntil: Date;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
}
