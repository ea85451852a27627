import type { RegistrationMode, Translations } from '@reihe/shared-contracts';
import type {
  QuestionCondition,
  QuestionKind,
  QuestionOption,
  QuestionPurpose,
  QuestionText,
} from '@reihe/shared-registration';
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
import { SeriesRow } from './series.rows';
import { SessionRow } from './sessions.rows';

/** How one registers for the sessions of a series, or for one session. null: as the series says, else as the view `session_rules`. */
@Entity('registration_rules')
@Check('ck_registration_rules_owner', `num_nonnulls(series_id, session_id) = 1`)
@Check('ck_registration_rules_mode', `mode IN ('open','approval','invitation')`)
@Check('ck_registration_rules_hold', `hold_minutes BETWEEN 0 AND 2880`)
@Check('ck_registration_rules_waiting', `waiting_list_limit >= 0`)
@Check(
  'ck_registration_rules_window',
  `opens_days_before BETWEEN 0 AND 730 AND closes_minutes_before BETWEEN 0 AND 43200`,
)
@Check('ck_registration_rules_thanks', `thanks_after_minutes BETWEEN 0 AND 20160`)
@Index('uq_registration_rules_series_id', ['seriesId'], { unique: true })
@Index('uq_registration_rules_session_id', ['sessionId'], { unique: true })
export class RegistrationRulesRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('text', { nullable: true }) mode: RegistrationMode | null;
  /** So long a seat waits for the confirmation by mail; 0: not at all. */
  @Column('int', { nullable: true }) holdMinutes: number | null;
  @Column('boolean', { nullable: true }) hasWaitingList: boolean | null;
  /** 0: as many as come. */
  @Column('int', { nullable: true }) waitingListLimit: number | null;
  /** Of a series: what new sessions begin with. */
  @Column('int', { nullable: true }) defaultCapacity: number | null;
  /** Before the start; a session's own instants come first. */
  @Column('int', { nullable: true }) opensDaysBefore: number | null;
  @Column('int', { nullable: true }) closesMinutesBefore: number | null;
  @Column('boolean', { nullable: true }) asksAccessibility: boolean | null;
  @Column('boolean', { nullable: true }) asksRecording: boolean | null;
  /** Minutes before the start; empty: none. */
  @Column('int', { array: true, nullable: true }) reminders: number[] | null;
  @Column('boolean', { nullable: true }) sendsThanks: boolean | null;
  /** After the end. */
  @Column('int', { nullable: true }) thanksAfterMinutes: number | null;
  @Column('boolean', { nullable: true }) tellsOfRecaps: boolean | null;
  @Column('boolean', { nullable: true }) offersCertificates: boolean | null;
}

/** The questions of a series or session for one purpose; the version is that of the whole list. */
@Entity('question_forms')
@Check('ck_question_forms_owner', `num_nonnulls(series_id, session_id) = 1`)
@Check('ck_question_forms_purpose', `purpose IN ('registration','feedback')`)
@Index('uq_question_forms_series_id_purpose', ['seriesId', 'purpose'], { unique: true })
@Index('uq_question_forms_session_id_purpose', ['sessionId', 'purpose'], { unique: true })
export class QuestionFormRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('text') purpose: QuestionPurpose;
}

/** A question. One that was answered is archived, never removed; its options keep their ids, whatever they are called. */
@Entity('questions')
@Check('ck_questions_kind', `kind IN ('text','long-text','choice','many','number','country','consent')`)
@Index('ix_questions_form_id', ['formId', 'position'], { where: `archived_at IS NULL` })
export class QuestionRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') formId: string;
  @ManyToOne(() => QuestionFormRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'form_id' })
  form?: Relation<QuestionFormRow>;
  @Column('int') position: number;
  @Column('text') kind: QuestionKind;
  @Column('boolean', { default: false }) isRequired: boolean;
  @Column('jsonb') texts: Translations<QuestionText>;
  @Column('jsonb', { default: () => `'[]'` }) options: QuestionOption[];
  @Column('jsonb', { nullable: true }) condition: QuestionCondition | null;
  @Column('int', { nullable: true }) min: number | null;
  @Column('int', { nullable: true }) max: number | null;
  @Column('timestamptz', { nullable: true }) archivedAt: Date | null;
}

/** A code that lets people register where that is by invitation. */
@Entity('invitation_codes')
@Check('ck_invitation_codes_owner', `num_nonnulls(series_id, session_id) = 1`)
@Check('ck_invitation_codes_uses', `max_uses > 0`)
@Index('uq_invitation_codes_code_key', ['codeKey'], { unique: true })
@Index('ix_invitation_codes_series_id', ['seriesId'])
@Index('ix_invitation_codes_session_id', ['sessionId'])
export class InvitationCodeRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  /** As shown. */
  @Column('text') code: string;
  /** As compared: upper case, without spaces and dashes. */
  @Column('text') codeKey: string;
  @Column('text', { default: '' }) note: string;
  /** People who may register by it; null: any number. */
  @Column('int', { nullable: true }) maxUses: number | null;
  @Column('timestamptz', { nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** An address, or `@` and a domain, that may register where that is by invitation. */
@Entity('invited_addresses')
@Check('ck_invited_addresses_owner', `num_nonnulls(series_id, session_id) = 1`)
@Check('ck_invited_addresses_pattern', `pattern = lower(pattern) AND pattern LIKE '%@%'`)
@Index('uq_invited_addresses_series_id', ['seriesId', 'pattern'], { unique: true })
@Index('uq_invited_addresses_session_id', ['sessionId', 'pattern'], { unique: true })
export class InvitedAddressRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  /** An address's key (`emailKey`), or `@city.example` for everybody there. */
  @Column('text') pattern: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}
