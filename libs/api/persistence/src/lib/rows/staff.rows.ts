import type { AdminLanguage, Role } from '@reihe/shared-contracts';
import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('staff_accounts')
@Check('ck_staff_accounts_email_key', `email_key = lower(email_key)`)
@Check(
  'ck_staff_accounts_roles',
  `roles <@ ARRAY['administrator','organiser','editor']::text[] AND cardinality(roles) > 0`,
)
@Index('uq_staff_accounts_email_key', ['emailKey'], { unique: true })
export class StaffAccountRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('text') email: string;
  /** Normalised address: one account per person whatever the letter case. */
  @Column('text') emailKey: string;
  @Column('text') name: string;
  /** argon2id, encoded with its parameters. */
  @Column('text') passwordHash: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('text') language: AdminLanguage;
  @Column('boolean', { default: true }) isActive: boolean;
  @Column('timestamptz', { nullable: true }) lastSignInAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** Server-side sign-in sessions; the columns are those connect-pg-simple reads and writes. */
@Entity('staff_sessions')
export class StaffSessionRow {
  @PrimaryColumn('text') sid: string;
  @Column('json') sess: unknown;
  @Index('ix_staff_sessions_expire') @Column('timestamp', { precision: 6 }) expire: Date;
}
