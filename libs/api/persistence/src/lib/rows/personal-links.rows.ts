import type { Language } from '@reihe/shared-contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A proof of work that was taken: not again while it lives. */
@Entity('spent_proofs')
export class SpentProofRow {
  @PrimaryColumn('text') nonce: string;
  @Column('timestamptz') expiresAt: Date;
}

/** Somebody asked for the link of an address; nobody has looked yet whether it is known. */
@Entity('link_requests')
export class LinkRequestRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') emailKey: string;
  @Column('text') language: Language;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}
