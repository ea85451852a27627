import type { Edited } from '@reihe/shared-contracts';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { StaffAccountRow } from './staff.rows';

/** Who is at which editor, by tab. Unlogged: after a crash the next heartbeats write it anew. */
@Entity('editing_presences')
@Check('ck_editing_presences_subject', `subject IN ('series','session','speaker','recap')`)
@Index('ix_editing_presences_account_id', ['accountId'])
export class EditingPresenceRow {
  @PrimaryColumn('text') subject: Edited;
  @PrimaryColumn('uuid') subjectId: string;
  @PrimaryColumn('uuid') accountId: string;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Relation<StaffAccountRow>;
  @PrimaryColumn('uuid') tab: string;
  @Column('timestamptz') since: Date;
  @Column('timestamptz') seenAt: Date;
}

/** What an account has typed and not saved yet. Goes with the account. */
@Entity('editing_drafts')
@Check('ck_editing_drafts_subject', `subject IN ('series','session','speaker','recap')`)
@Index('ix_editing_drafts_updated_at', ['updatedAt'])
export class EditingDraftRow {
  @PrimaryColumn('uuid') accountId: string;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Relation<StaffAccountRow>;
  @PrimaryColumn('text') subject: Edited;
  /** Id of what is edited, or `new`. */
  @PrimaryColumn('text') key: string;
  @Column('int') baseVersion: number;
  /** `json` keeps what was typed to the letter, the order of keys included. */
  @Column('json') base: Record<string, unknown>;
  @Column('json') form: Record<string, unknown>;
  @Column('timestamptz') updatedAt: Date;
}
