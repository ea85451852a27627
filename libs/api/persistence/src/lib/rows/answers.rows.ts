import type { AnswerValue } from '@reihe/shared-contracts';
import type { AskedQuestion } from '@reihe/shared-registration';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { RegistrationRow } from './participants.rows';
import { QuestionRow } from './registration-setup.rows';

/** What somebody answered when they registered, and how they were asked: changing a question changes no answer. */
@Entity('answers')
@Index('ix_answers_question_id', ['questionId'])
@Index('ix_answers_chosen', { synchronize: false })
export class AnswerRow {
  @PrimaryColumn('uuid') registrationId: string;
  @ManyToOne(() => RegistrationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'registration_id' })
  registration?: Relation<RegistrationRow>;
  @PrimaryColumn('uuid') questionId: string;
  @ManyToOne(() => QuestionRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'question_id' })
  question?: Relation<QuestionRow>;
  @Column('jsonb') value: AnswerValue;
  @Column('jsonb') asked: AskedQuestion;
  @Column('timestamptz', { default: () => 'now()' }) answeredAt: Date;
}
