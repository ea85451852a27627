import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ParticipantRow } from './participants.rows';

/** That two entries were found to be one person, why, by whom, and what became of the registrations. */
@Entity('participant_merges')
@Index('ix_participant_merges_kept_id', ['keptId'])
@Index('uq_participant_merges_absorbed_id', ['absorbedId'], { unique: true })
export class ParticipantMergeRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') keptId: string;
  @ManyToOne(() => ParticipantRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'kept_id' })
  kept?: Relation<ParticipantRow>;
  @Column('uuid') absorbedId: string;
  @ManyToOne(() => ParticipantRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'absorbed_id' })
  absorbed?: Relation<ParticipantRow>;
  @Column('uuid') staffId: string;
  /** As typed; empty once the person is erased. */
  @Column('text') reason: string;
  /** Registrations that went over, and those that ended because the other one of the session was better. */
  @Column('uuid', { array: true }) movedIds: string[];
  @Column('uuid', { array: true }) endedIds: string[];
  @Column('timestamptz') mergedAt: Date;
}
