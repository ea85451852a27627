import type { ContributionRole, Language } from '@reihe/shared-contracts';
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
import { AgendaItemRow, SessionRow } from './sessions.rows';

@Entity('speakers')
@Index('ix_speakers_name', ['name'])
export class SpeakerRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('text', { default: '' }) title: string;
  @Column('text') name: string;
  @Column('text', { default: '' }) email: string;
  @Column('text', { default: '' }) city: string;
  @Column('text', { nullable: true }) country: string | null;
}

@Entity('speaker_translations')
export class SpeakerTranslationRow {
  @PrimaryColumn('uuid') speakerId: string;
  @ManyToOne(() => SpeakerRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'speaker_id' })
  speaker?: Relation<SpeakerRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text', { default: '' }) position: string;
  @Column('text', { default: '' }) organisation: string;
  @Column('text', { default: '' }) bio: string;
}

/** Somebody's part in a session; city, country, position and organisation are as of that session. */
@Entity('contributions')
@Check('ck_contributions_role', `role IN ('opening-speaker','speaker','moderator','panellist','interpreter')`)
@Index('ix_contributions_session_id', ['sessionId'])
@Index('ix_contributions_speaker_id', ['speakerId'])
@Index('ix_contributions_agenda_item_id', ['agendaItemId'])
export class ContributionRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  /** null: a part of the whole session, e.g. its moderator. */
  @Column('uuid', { nullable: true }) agendaItemId: string | null;
  @ManyToOne(() => AgendaItemRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'agenda_item_id' })
  agendaItem?: Relation<AgendaItemRow>;
  /** null: a contribution whose person is not named. */
  @Column('uuid', { nullable: true }) speakerId: string | null;
  @ManyToOne(() => SpeakerRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'speaker_id' })
  speaker?: Relation<SpeakerRow>;
  @Column('text') role: ContributionRole;
  @Column('int') position: number;
  @Column('text', { default: '' }) city: string;
  @Column('text', { nullable: true }) country: string | null;
}

@Entity('contribution_translations')
export class ContributionTranslationRow {
  @PrimaryColumn('uuid') contributionId: string;
  @ManyToOne(() => ContributionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contribution_id' })
  contribution?: Relation<ContributionRow>;
  @PrimaryColumn('text') language: Language;
  /** "position" alone is taken by the order of rows elsewhere, so the job title has its own word in SQL. */
  @Column('text', { name: 'job_position', default: '' }) position: string;
  @Column('text', { default: '' }) organisation: string;
  @Column('text', { default: '' }) topic: string;
}
