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
import { SpeakerRow } from './speakers.rows';

/** An address to join a session at, of one registration or of one speaker's part. */
@Entity('join_links')
@Check('ck_join_links_holder', `num_nonnulls(registration_id, speaker_id) = 1`)
@Index('uq_join_links_token_hash', ['tokenHash'], { unique: true })
@Index('uq_join_links_registration_id', ['registrationId'], { unique: true, where: `is_current` })
@Index('uq_join_links_session_id_speaker_id', ['sessionId', 'speakerId'], {
  unique: true,
  where: `is_current`,
})
@Index('ix_join_links_registration_id', ['registrationId'])
@Index('ix_join_links_speaker_id', ['speakerId'])
export class JoinLinkRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('uuid', { nullable: true }) registrationId: string | null;
  @ManyToOne(() => RegistrationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'registration_id' })
  registration?: Relation<RegistrationRow>;
  @Column('uuid', { nullable: true }) speakerId: string | null;
  @ManyToOne(() => SpeakerRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'speaker_id' })
  speaker?: Relation<SpeakerRow>;
  /** SHA-256 of the token, hex: what an opened address is looked up by. */
  @Column('text') tokenHash: string;
  /** The token under the installation's secret, so that later mails hold the same address. */
  @Column('text') sealedToken: string;
  /** False once the secret changed: such an address still opens, new mails hold another. */
  @Column('boolean', { default: true }) isCurrent: boolean;
  /** When the session was to begin as the address was given out. */
  @Column('timestamptz') toldStartsAt: Date;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** That somebody pressed "Join": a hint of attendance, never counted as such. */
@Entity('join_hints')
@Check('ck_join_hints_presses', `presses > 0 AND last_at >= first_at`)
@Index('ix_join_hints_session_id', ['sessionId'])
export class JoinHintRow {
  @PrimaryColumn('uuid') registrationId: string;
  @ManyToOne(() => RegistrationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'registration_id' })
  registration?: Relation<RegistrationRow>;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('timestamptz') firstAt: Date;
  @Column('timestamptz') lastAt: Date;
  @Column('int') presses: number;
}
