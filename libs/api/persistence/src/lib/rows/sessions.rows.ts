import type {
  AgendaKind,
  DialIn,
  Language,
  MeetingProvider,
  SessionKind,
  SessionState,
} from '@reihe/shared-contracts';
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
import { SeriesRow } from './series.rows';
import { CategoryRow, RegionRow } from './taxonomy.rows';

@Entity('sessions')
@Check('ck_sessions_state', `state IN ('draft','published','held','cancelled')`)
@Check('ck_sessions_kind', `kind IN ('opening','exchange','peer-advice','closing','extra','course')`)
@Check('ck_sessions_times', `ends_at > starts_at`)
@Check('ck_sessions_capacity', `capacity > 0`)
@Check('ck_sessions_cancel_reason', `state <> 'cancelled' OR cancel_reason IS NOT NULL`)
@Check(
  'ck_sessions_meeting_provider',
  `meeting_provider IN ('zoom','teams','webex','bigbluebutton','jitsi','other')`,
)
@Check('ck_sessions_meeting_opens_before', `meeting_opens_before BETWEEN 0 AND 1440`)
@Index('uq_sessions_slug', ['slug'], { unique: true })
@Index('ix_sessions_series_id_starts_at', ['seriesId', 'startsAt'])
@Index('ix_sessions_state_starts_at', ['state', 'startsAt'])
@Index('ix_sessions_kind_starts_at', ['kind', 'startsAt'])
@Index('ix_sessions_ends_at', ['endsAt'])
@Index('ix_sessions_without_link', ['endsAt'], { where: `state = 'published' AND meeting_url = ''` })
// Indexes of a kind that a row cannot describe: the migrations alone make them.
@Index('ix_sessions_time', { synchronize: false })
@Index('ix_sessions_languages', { synchronize: false })
@Index('ix_sessions_interpretation', { synchronize: false })
@Index('ix_sessions_slug_parts', { synchronize: false })
export class SessionRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('text') slug: string;
  @Column('text', { default: 'draft' }) state: SessionState;
  @Column('text') kind: SessionKind;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  /** `YYYY-MM-DDTHH:mm` as the organiser typed it: this stays when zone rules change, the instants are recomputed. */
  @Column('text') startsLocal: string;
  @Column('text') endsLocal: string;
  @Column('text') timeZone: string;
  @Column('text', { array: true }) languages: string[];
  @Column('text', { array: true, default: () => `'{}'` }) interpretation: string[];
  /** null: unlimited. Confirmed registrations never exceed it (trigger `registrations_within_capacity`). */
  @Column('int', { nullable: true }) capacity: number | null;
  @Column('timestamptz', { nullable: true }) registrationOpensAt: Date | null;
  @Column('timestamptz', { nullable: true }) registrationClosesAt: Date | null;
  /** Secret; see invariant 5. */
  @Column('text', { default: '' }) meetingUrl: string;
  @Column('text', { default: '' }) meetingPasscode: string;
  /** null: as the link is recognised. */
  @Column('text', { nullable: true }) meetingProvider: MeetingProvider | null;
  @Column('text', { default: '' }) meetingNumber: string;
  @Column('jsonb', { default: () => `'[]'` }) meetingDialIn: DialIn[];
  /** For staff alone: not even participants see them. */
  @Column('text', { default: '' }) meetingHostNotes: string;
  @Column('text', { default: '' }) meetingAccount: string;
  /** Minutes before the start from which people are let through. */
  @Column('int', { default: 15 }) meetingOpensBefore: number;
  @Column('text', { nullable: true }) cancelReason: string | null;
  /** iCalendar SEQUENCE. */
  @Column('int', { default: 0 }) sequence: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt: Date;
}

@Entity('session_translations')
@Index('ix_session_translations_title_parts', { synchronize: false })
export class SessionTranslationRow {
  @PrimaryColumn('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text') title: string;
  @Column('text', { default: '' }) abstract: string;
}

@Entity('session_regions')
@Index('ix_session_regions_region_id', ['regionId'])
export class SessionRegionRow {
  @PrimaryColumn('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @PrimaryColumn('uuid') regionId: string;
  @ManyToOne(() => RegionRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region?: Relation<RegionRow>;
}

@Entity('session_categories')
@Index('ix_session_categories_category_id', ['categoryId'])
export class SessionCategoryRow {
  @PrimaryColumn('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @PrimaryColumn('uuid') categoryId: string;
  @ManyToOne(() => CategoryRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'category_id' })
  category?: Relation<CategoryRow>;
}

@Entity('agenda_items')
@Check('ck_agenda_items_kind', `kind IN ('talk','experience','discussion','peer-advice','break','other')`)
@Check('ck_agenda_items_times', `starts_after >= 0 AND duration_minutes > 0`)
@Index('ix_agenda_items_session_id', ['sessionId', 'position'])
export class AgendaItemRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('int') position: number;
  @Column('text') kind: AgendaKind;
  /** Minutes after the session's start. */
  @Column('int') startsAfter: number;
  @Column('int') durationMinutes: number;
}

@Entity('agenda_item_translations')
export class AgendaItemTranslationRow {
  @PrimaryColumn('uuid') agendaItemId: string;
  @ManyToOne(() => AgendaItemRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'agenda_item_id' })
  agendaItem?: Relation<AgendaItemRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text') title: string;
  @Column('text', { default: '' }) description: string;
}
