import type { Language, MaterialKind, Translations } from '@reihe/shared-contracts';
import type { AttendanceEvidence, FeedbackAnswer, MaterialAudience } from '@reihe/shared-registration';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { RegistrationRow } from './participants.rows';
import { SessionRow } from './sessions.rows';

/** Something handed out after a session: a link, or a file that lies in the storage under its id. */
@Entity('materials')
@Check('ck_materials_kind', `kind IN ('recording','slides','document','link')`)
@Check('ck_materials_audience', `audience IN ('public','registered')`)
@Check(
  'ck_materials_source',
  `num_nonnulls(url, file_name) = 1 AND num_nonnulls(file_name, mime_type, byte_size, sha256) IN (0, 4)`,
)
@Index('ix_materials_session_id', ['sessionId', 'position'])
export class MaterialRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('int') position: number;
  @Column('text') kind: MaterialKind;
  @Column('text') audience: MaterialAudience;
  @Column('jsonb') titles: Translations<string>;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { nullable: true }) fileName: string | null;
  @Column('text', { nullable: true }) mimeType: string | null;
  @Column('int', { nullable: true }) byteSize: number | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** Evidence that somebody was there; one of each kind. */
@Entity('attendances')
@Check('ck_attendances_evidence', `evidence IN ('manual','imported')`)
export class AttendanceRow {
  @PrimaryColumn('uuid') registrationId: string;
  @ManyToOne(() => RegistrationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'registration_id' })
  registration?: Relation<RegistrationRow>;
  @PrimaryColumn('text') evidence: AttendanceEvidence;
  /** Id of a member of staff; null: nobody did it by hand. */
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('timestamptz') recordedAt: Date;
}

/** A certificate with everything that stands on it, as it was issued. */
@Entity('certificates')
@Index('uq_certificates_code', ['code'], { unique: true })
@Index('uq_certificates_valid', ['registrationId'], { unique: true, where: `withdrawn_at IS NULL` })
@Index('ix_certificates_registration_id', ['registrationId', 'issuedAt'])
export class CertificateRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') registrationId: string;
  @ManyToOne(() => RegistrationRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'registration_id' })
  registration?: Relation<RegistrationRow>;
  /** Public: printed on it, and what its check address ends with. */
  @Column('text') code: string;
  @Column('text') language: Language;
  /** null: the person was erased. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('text') title: string;
  @Column('text') host: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text') timeZone: string;
  @Column('timestamptz') issuedAt: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  /** As staff typed it, for staff. */
  @Column('text', { default: '' }) withdrawalReason: string;
}

/** What somebody thought of a session. Of an anonymous one nothing here, not even the moment, says whose it is. */
@Entity('feedback')
@Check('ck_feedback_day', `key_hash IS NULL OR given_on IS NULL`)
@Check('ck_feedback_giver', `registration_id IS NULL OR key_hash IS NULL`)
@Check('ck_feedback_rating', `rating BETWEEN 1 AND 5`)
@Index('ix_feedback_session_id', ['sessionId'])
@Index('uq_feedback_registration_id', ['registrationId'], { unique: true })
@Index('uq_feedback_key_hash', ['keyHash'], { unique: true })
export class FeedbackRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  /** null: anonymous, or the person was erased. */
  @Column('uuid', { nullable: true }) registrationId: string | null;
  @ManyToOne(() => RegistrationRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'registration_id' })
  registration?: Relation<RegistrationRow>;
  /** SHA-256 of the key that changes an anonymous one; it was shown once and is kept nowhere. */
  @Column('text', { nullable: true }) keyHash: string | null;
  @Column('int', { nullable: true }) rating: number | null;
  @Column('text', { default: '' }) comment: string;
  @Column('jsonb', { default: () => `'[]'` }) answers: FeedbackAnswer[];
  /** Of what was said with one's name the day, never the time; null: anonymous, or the person was erased. */
  @Column('date', { nullable: true }) givenOn: string | null;
}

/** That somebody gave feedback, apart from what it says. */
@Entity('feedback_givers')
export class FeedbackGiverRow {
  @PrimaryColumn('uuid') registrationId: string;
  @ManyToOne(() => RegistrationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'registration_id' })
  registration?: Relation<RegistrationRow>;
  @Column('boolean') isAnonymous: boolean;
}
