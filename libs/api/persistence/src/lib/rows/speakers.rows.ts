import type { ContributionRole, InvitationState, Language } from '@reihe/shared-contracts';
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
import { MediaRow } from './media.rows';
import { AgendaItemRow, SessionRow } from './sessions.rows';

@Entity('speakers')
@Check(
  'ck_speakers_photo',
  `photo_media_id IS NULL OR photo_consent IS NOT NULL AND photo_consented_at IS NOT NULL`,
)
@Check('ck_speakers_merged_into', `merged_into <> id`)
@Index('ix_speakers_name', ['name'])
@Index('ix_speakers_country', ['country'])
@Index('ix_speakers_photo_media_id', ['photoMediaId'])
@Index('ix_speakers_merged_into', ['mergedInto'])
export class SpeakerRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('text', { default: '' }) title: string;
  @Column('text') name: string;
  @Column('text', { default: '' }) email: string;
  @Column('text', { default: '' }) city: string;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text', { nullable: true }) language: Language | null;
  @Column('uuid', { nullable: true }) photoMediaId: string | null;
  @ManyToOne(() => MediaRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'photo_media_id' })
  photo?: Relation<MediaRow>;
  /** Version of the wording agreed to; without it no photo is kept. */
  @Column('text', { nullable: true }) photoConsent: string | null;
  @Column('timestamptz', { nullable: true }) photoConsentedAt: Date | null;
  /** The same person's entry that goes on; this one stays so that old links lead there and a merge can be taken back. */
  @Column('uuid', { nullable: true }) mergedInto: string | null;
  @ManyToOne(() => SpeakerRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'merged_into' })
  survivor?: Relation<SpeakerRow>;
}

/** What a merge did beyond `merged_into`, so that it can be taken back: which parts moved, which empty fields were filled. */
@Entity('speaker_merges')
@Index('ix_speaker_merges_kept_id', ['keptId'])
@Index('uq_speaker_merges_absorbed_id', ['absorbedId'], { unique: true })
export class SpeakerMergeRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') keptId: string;
  @ManyToOne(() => SpeakerRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'kept_id' })
  kept?: Relation<SpeakerRow>;
  @Column('uuid') absorbedId: string;
  @ManyToOne(() => SpeakerRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'absorbed_id' })
  absorbed?: Relation<SpeakerRow>;
  @Column('uuid', { array: true }) contributionIds: string[];
  /** e.g. `city`, `photo`, `translations.de.bio`. */
  @Column('text', { array: true }) filled: string[];
  @Column('timestamptz') mergedAt: Date;
}

/** A link to a speaker's own page, sent by mail. Only its hash is kept, so that a read of the database opens nothing. */
@Entity('speaker_links')
@Index('uq_speaker_links_token_hash', ['tokenHash'], { unique: true })
@Index('ix_speaker_links_speaker_id', ['speakerId'])
export class SpeakerLinkRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') speakerId: string;
  @ManyToOne(() => SpeakerRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'speaker_id' })
  speaker?: Relation<SpeakerRow>;
  /** SHA-256 of the token, hex. */
  @Column('text') tokenHash: string;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz') createdAt: Date;
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
@Check('ck_contributions_invitation_state', `invitation_state IN ('none','invited','confirmed','declined')`)
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
  /** Written by invitations and their answers only; saving the session leaves it alone. */
  @Column('text', { default: 'none' }) invitationState: InvitationState;
  @Column('timestamptz', { nullable: true }) invitedAt: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  /** What the speaker wrote when declining. */
  @Column('text', { default: '' }) declineWords: string;
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
