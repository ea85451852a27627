import type { Language } from '@reihe/shared-contracts';
import type { AttendeeMatch, AttendeeRole, MeetingReportFormat } from '@reihe/shared-figures';
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
import { ParticipantRow } from './participants.rows';
import { SeriesRow } from './series.rows';
import { SessionRow } from './sessions.rows';

/** How long somebody must be there to have come: whichever of the two is less. Without a row 50 % or 15 minutes. */
@Entity('attendance_thresholds')
@Check('ck_attendance_thresholds_share_percent', `share_percent BETWEEN 1 AND 100`)
@Check('ck_attendance_thresholds_minutes', `minutes BETWEEN 1 AND 1440`)
@Check('ck_attendance_thresholds_some', `num_nonnulls(share_percent, minutes) > 0`)
export class AttendanceThresholdRow {
  @PrimaryColumn('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('int', { default: 1 }) version: number;
  @Column('int', { nullable: true }) sharePercent: number | null;
  @Column('int', { nullable: true }) minutes: number | null;
}

/** A meeting's report that was taken into the records of a session. The file itself is not kept. */
@Entity('attendance_imports')
@Check(
  'ck_attendance_imports_format',
  `format IN ('zoom-meeting','zoom-webinar','zoom-registrants','teams','webex','bigbluebutton','table')`,
)
@Index('uq_attendance_imports_file', ['sessionId', 'sha256'], { unique: true, where: `undone_at IS NULL` })
@Index('ix_attendance_imports_session_id', ['sessionId', 'importedAt'])
export class AttendanceImportRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('text') fileName: string;
  /** Of the file's bytes, hex: the same file is taken once. */
  @Column('text') sha256: string;
  @Column('text') format: MeetingReportFormat;
  /** How it was read: zone, order of dates, columns. */
  @Column('jsonb') reading: object;
  @Column('int') lines: number;
  @Column('uuid', { nullable: true }) importedBy: string | null;
  @Column('timestamptz') importedAt: Date;
  @Column('uuid', { nullable: true }) undoneBy: string | null;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
}

/** Somebody whom the reports of a session name, under one address or one name. Erased: no name, no address, a key that says nothing. */
@Entity('attendees')
@Check('ck_attendees_role', `role IN ('attendee','host','speaker','bot')`)
@Check('ck_attendees_matched_by', `matched_by IN ('link','email','staff','earlier-decision')`)
@Check('ck_attendees_match', `participant_id IS NULL OR matched_by IS NOT NULL`)
@Index('uq_attendees_session_id_key', ['sessionId', 'key'], { unique: true })
@Index('ix_attendees_participant_id', ['participantId'], { where: `participant_id IS NOT NULL` })
export class AttendeeRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  /** What tells one from another within the session: the address where there is one, else name and organisation. */
  @Column('text') key: string;
  @Column('text') name: string;
  @Column('text', { default: '' }) email: string;
  @Column('text', { default: '' }) organisation: string;
  /** Once the organisation is erased: tells one from another for the counts, not which. */
  @Column('text', { nullable: true }) organisationTrace: string | null;
  @Column('text', { default: '' }) city: string;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text', { nullable: true }) language: Language | null;
  @Column('text') role: AttendeeRole;
  /** Staff said so, of this name or of the same one earlier in the series: no report changes it. */
  @Column('boolean', { default: false }) isRoleByHand: boolean;
  /** null: nobody said who it is. */
  @Column('uuid', { nullable: true }) participantId: string | null;
  @ManyToOne(() => ParticipantRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  /** null without a participant: not looked at; `staff` without one: somebody said that it is nobody known. */
  @Column('text', { nullable: true }) matchedBy: AttendeeMatch | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  /** As staff typed it. */
  @Column('text', { default: '' }) reason: string;
}

/** What one report says of somebody; what they are on record with follows from all of them. Erased: nothing does any more. */
@Entity('attendee_mentions')
@Check('ck_attendee_mentions_role', `role IN ('attendee','host','speaker','bot')`)
@Index('ix_attendee_mentions_attendee_id', ['attendeeId'])
export class AttendeeMentionRow {
  @PrimaryColumn('uuid') importId: string;
  @ManyToOne(() => AttendanceImportRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'import_id' })
  import?: Relation<AttendanceImportRow>;
  @PrimaryColumn('uuid') attendeeId: string;
  @ManyToOne(() => AttendeeRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'attendee_id' })
  attendee?: Relation<AttendeeRow>;
  @Column('text') name: string;
  @Column('text') email: string;
  @Column('text') organisation: string;
  @Column('text') city: string;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text') role: AttendeeRole;
}

/** A line of a report: somebody was there from then to then, or so many minutes; neither: a list says that they were. */
@Entity('attendance_spans')
@Check('ck_attendance_spans_ends', `(joined_at IS NULL) = (left_at IS NULL) AND left_at >= joined_at`)
@Check('ck_attendance_spans_minutes', `minutes >= 0`)
@Index('ix_attendance_spans_attendee_id', ['attendeeId'])
export class AttendanceSpanRow {
  @PrimaryColumn('uuid') importId: string;
  @ManyToOne(() => AttendanceImportRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'import_id' })
  import?: Relation<AttendanceImportRow>;
  @PrimaryColumn('int') line: number;
  @Column('uuid') attendeeId: string;
  @ManyToOne(() => AttendeeRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'attendee_id' })
  attendee?: Relation<AttendeeRow>;
  @Column('timestamptz', { nullable: true }) joinedAt: Date | null;
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
  /** As the report states them, where it has no times. */
  @Column('int', { nullable: true }) minutes: number | null;
}

/** What somebody decided of a name in a series: taken for the next report that has it too. */
@Entity('attendance_decisions')
@Check('ck_attendance_decisions_role', `role IN ('attendee','host','speaker','bot')`)
@Index('uq_attendance_decisions_series_id_key', ['seriesId', 'key'], { unique: true })
@Index('ix_attendance_decisions_participant_id', ['participantId'], {
  where: `participant_id IS NOT NULL`,
})
export class AttendanceDecisionRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('text') key: string;
  /** null: nobody known. */
  @Column('uuid', { nullable: true }) participantId: string | null;
  @ManyToOne(() => ParticipantRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  /** null: as the reports say. */
  @Column('text', { nullable: true }) role: AttendeeRole | null;
  @Column('text', { default: '' }) reason: string;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz') decidedAt: Date;
}

/** Who was there how long: of one person, or of one guest whom nobody identified. Written by `recount_attendance` alone. */
@Entity('presences')
@Check('ck_presences_whose', `num_nonnulls(participant_id, attendee_id) = 1`)
@Index('uq_presences_session_id_participant_id', ['sessionId', 'participantId'], { unique: true })
@Index('uq_presences_attendee_id', ['attendeeId'], { unique: true, where: `attendee_id IS NOT NULL` })
@Index('ix_presences_participant_id', ['participantId'], { where: `participant_id IS NOT NULL` })
export class PresenceRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('uuid', { nullable: true }) participantId: string | null;
  @ManyToOne(() => ParticipantRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  @Column('uuid', { nullable: true }) attendeeId: string | null;
  @ManyToOne(() => AttendeeRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'attendee_id' })
  attendee?: Relation<AttendeeRow>;
  @Column('text') role: AttendeeRole;
  @Column('int') minutes: number;
  @Column('boolean') hasCome: boolean;
  @Column('text') organisation: string;
  @Column('text', { nullable: true }) organisationTrace: string | null;
  @Column('text') city: string;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text', { nullable: true }) language: Language | null;
}
