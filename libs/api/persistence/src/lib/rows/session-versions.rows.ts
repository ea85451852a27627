import type { SessionState } from '@reihe/shared-contracts';
import type { SessionContent } from '@reihe/shared-planning';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SessionRow } from './sessions.rows';
import { StaffAccountRow } from './staff.rows';

/** Every version of a session, whole; written by the trigger `session_versions_are_kept` whoever raises the version. */
@Entity('session_versions')
@Index('ix_session_versions_account_id', ['accountId'])
export class SessionVersionRow {
  @PrimaryColumn('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @PrimaryColumn('int') version: number;
  @Column('text') state: SessionState;
  /** What the typed times meant: an answered question about a clock change is not asked again. */
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('jsonb') content: SessionContent;
  /** null: Reihe itself, or nobody was noted. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'account_id' })
  account?: Relation<StaffAccountRow>;
  @Column('text') action: string;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}
