import type { Language } from '@reihe/shared-contracts';
import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { ParticipantRow } from './participants.rows';

/** A proof of work that was taken: not again while it lives. */
@Entity('spent_proofs')
export class SpentProofRow {
  @PrimaryColumn('text') nonce: string;
  @Column('timestamptz') expiresAt: Date;
}

/** Somebody asked for the link of an address, or for another address of theirs; nobody has looked yet whether it is known. */
@Entity('link_requests')
@Check('ck_link_requests_new_email', `(participant_id IS NULL) = (new_email IS NULL)`)
export class LinkRequestRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') emailKey: string;
  @Column('text') language: Language;
  /** Who wants to be written to at the address; null: its link is asked for. */
  @Column('uuid', { nullable: true }) participantId: string | null;
  @ManyToOne(() => ParticipantRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  /** As typed. */
  @Column('text', { nullable: true }) newEmail: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}
