import type { Language, RegistrationOrigin, RegistrationState } from '@reihe/shared-contracts';
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
import { InvitationCodeRow } from './registration-setup.rows';
import { SessionRow } from './sessions.rows';

/** A person known by one e-mail address. Erased: every personal column is null or empty, the row stays for the counts. */
@Entity('participants')
@Check('ck_participants_email_key', `email_key = lower(email_key)`)
@Check('ck_participants_erased', `erased_at IS NULL OR (email IS NULL AND email_key IS NULL AND name = '')`)
@Check('ck_participants_merged_into', `merged_into_id <> id`)
@Index('uq_participants_email_key', ['emailKey'], { unique: true })
@Index('ix_participants_merged_into_id', ['mergedIntoId'], { where: `merged_into_id IS NOT NULL` })
@Index('ix_participants_email_parts', { synchronize: false })
export class ParticipantRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  /** As typed; null once erased. */
  @Column('text', { nullable: true }) email: string | null;
  /** Normalised: the same address in other letter case is the same participant. */
  @Column('text', { nullable: true }) emailKey: string | null;
  @Column('text', { default: '' }) name: string;
  @Column('text', { default: '' }) organisation: string;
  @Column('text', { default: '' }) jobPosition: string;
  @Column('text', { default: '' }) city: string;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text') language: Language;
  @Column('text') timeZone: string;
  @Column('timestamptz', { nullable: true }) verifiedAt: Date | null;
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
  /** The same person's entry that goes on; this one keeps its address so that it leads there, but not its key where nobody proved it. */
  @Column('uuid', { nullable: true }) mergedIntoId: string | null;
  @ManyToOne(() => ParticipantRow)
  @JoinColumn({ name: 'merged_into_id' })
  mergedInto?: Relation<ParticipantRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** A link sent by mail. Only its hash is kept, so that a read of the database opens nothing. */
@Entity('participant_links')
@Check('ck_participant_links_purpose', `purpose IN ('confirm','manage','release','email','calendar')`)
@Check(
  'ck_participant_links_of',
  `(purpose = 'release') = (registration_id IS NOT NULL) AND (purpose = 'email') = (new_email IS NOT NULL) AND (purpose = 'calendar') = (sealed_token IS NOT NULL)`,
)
@Index('uq_participant_links_token_hash', ['tokenHash'], { unique: true })
@Index('ix_participant_links_participant_id', ['participantId'])
@Index('ix_participant_links_registration_id', ['registrationId'], { where: `registration_id IS NOT NULL` })
export class ParticipantLinkRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') participantId: string;
  @ManyToOne(() => ParticipantRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  /** release: gives up one place · email: proves a new address · calendar: a feed of one's own */
  @Column('text') purpose: 'confirm' | 'manage' | 'release' | 'email' | 'calendar';
  /** Of a link that gives up one place. */
  @Column('uuid', { nullable: true }) registrationId: string | null;
  @ManyToOne(() => RegistrationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'registration_id' })
  registration?: Relation<RegistrationRow>;
  /** The address that a link proves, before it is the person's. */
  @Column('text', { nullable: true }) newEmail: string | null;
  /** Of a link that is shown again on every visit, sealed under the installation's secret. */
  @Column('text', { nullable: true }) sealedToken: string | null;
  /** SHA-256 of the token, hex. */
  @Column('text') tokenHash: string;
  @Column('timestamptz', { nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

@Entity('registrations')
@Check(
  'ck_registrations_state',
  `state IN ('unverified','awaiting-approval','confirmed','waitlisted','declined','cancelled','expired')`,
)
@Check('ck_registrations_origin', `origin IN ('form','link','staff','import')`)
@Check('ck_registrations_held', `held_until IS NULL OR state = 'unverified'`)
@Check('ck_registrations_queue', `(state = 'waitlisted') = (queue_number IS NOT NULL)`)
@Index('uq_registrations_live', ['sessionId', 'participantId'], {
  unique: true,
  where: `state IN ('unverified','awaiting-approval','confirmed','waitlisted')`,
})
@Index('ix_registrations_session_id_state', ['sessionId', 'state'])
@Index('ix_registrations_waiting', ['sessionId', 'queueNumber'], { where: `state = 'waitlisted'` })
@Index('ix_registrations_held', ['sessionId', 'heldUntil'], { where: `held_until IS NOT NULL` })
@Index('ix_registrations_invitation_code_id', ['invitationCodeId'], {
  where: `invitation_code_id IS NOT NULL`,
})
@Index('ix_registrations_participant_id', ['participantId'])
@Index('ix_registrations_confirm_link_id', ['confirmLinkId'], { where: `confirm_link_id IS NOT NULL` })
@Index('ix_registrations_confirmed_country', ['country', 'timeZone', 'participantId'], {
  where: `state = 'confirmed'`,
})
@Index('ix_registrations_confirmed_time_zone', ['timeZone', 'participantId'], {
  where: `state = 'confirmed'`,
})
@Index('ix_registrations_desk', ['sessionId', 'createdAt', 'country', 'language', 'origin'])
@Index('ix_registrations_accessibility', ['sessionId'], { where: `accessibility_needs <> ''` })
@Index('ix_registrations_words', { synchronize: false })
@Index('ix_registrations_unverified', ['createdAt'], { where: `state = 'unverified'` })
export class RegistrationRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('uuid') participantId: string;
  @ManyToOne(() => ParticipantRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  @Column('text', { default: 'unverified' }) state: RegistrationState;
  /** Order on the waiting list, from the sequence `registration_queue`, drawn under the session's lock. */
  @Column('bigint', { nullable: true }) queueNumber: string | null;
  /** The link that confirms this wish; null once none is pending. */
  @Column('uuid', { nullable: true }) confirmLinkId: string | null;
  @ManyToOne(() => ParticipantLinkRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'confirm_link_id' })
  confirmLink?: Relation<ParticipantLinkRow>;
  /** What was typed for this session: becomes the participant's own data only when the address is verified. */
  @Column('text', { default: '' }) name: string;
  @Column('text', { default: '' }) organisation: string;
  /** Once the organisation is erased: tells one from another for the counts, not which. */
  @Column('text', { nullable: true }) organisationTrace: string | null;
  @Column('text', { default: '' }) jobPosition: string;
  @Column('text', { default: '' }) city: string;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text') language: Language;
  @Column('text') timeZone: string;
  /** While set, the wish takes a seat though nobody has confirmed it: until then, or until it is confirmed. */
  @Column('timestamptz', { nullable: true }) heldUntil: Date | null;
  /** What the person needs in order to take part. */
  @Column('text', { default: '' }) accessibilityNeeds: string;
  /** Consent to pictures and recording; null: not asked. */
  @Column('boolean', { nullable: true }) allowsRecording: boolean | null;
  /** As the organiser typed it, told to the person. */
  @Column('text', { default: '' }) decisionReason: string;
  @Column('text', { default: 'form' }) origin: RegistrationOrigin;
  @Column('uuid', { nullable: true }) invitationCodeId: string | null;
  @ManyToOne(() => InvitationCodeRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'invitation_code_id' })
  invitationCode?: Relation<InvitationCodeRow>;
  /** Version of the privacy notice that was accepted; 'not-asked' of whom organisers entered. */
  @Column('text') privacyNotice: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
