import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { RegistrationOwner } from '@reihe/shared-contracts';
import type { QuestionForm, QuestionPurpose, SaveQuestion } from '@reihe/shared-registration';
import { ownerColumn } from '../owner';
import { OwnersRepository } from '../owners.repository';
import { DEPENDENT_FORMS, formOf, KNOWN_QUESTIONS, PUT_QUESTIONS, RETIRE_QUESTIONS } from './questions.sql';

/** A stored question with what answers keep of it. */
export interface KnownQuestion extends SaveQuestion {
  formId: string;
  answers: number;
  /** Ids of options that somebody chose. */
  chosen: string[];
  isArchived: boolean;
}

export interface DependentForm {
  sessionId: string;
  questions: SaveQuestion[];
}

@Injectable()
export class QuestionsRepository {
  constructor(
    private readonly database: Database,
    private readonly owners: OwnersRepository,
  ) {}

  async form(owner: RegistrationOwner, purpose: QuestionPurpose): Promise<QuestionForm> {
    const [found] = await this.database.query<{ form: QuestionForm }>(formOf(ownerColumn(owner)), [
      owner.id,
      purpose,
    ]);
    return found?.form ?? { version: 0, questions: [], archived: [] };
  }

  /**
   * The form's id, locked by its next version.
   * @throws version.outdated
   */
  claim(owner: RegistrationOwner, purpose: QuestionPurpose, version: number): Promise<string> {
    return this.owners.claim('question_forms', owner, version, { purpose });
  }

  /** Those of the form and any other of these ids, locked: an answer in flight is waited for and counted. */
  known(formId: string, ids: readonly string[]): Promise<KnownQuestion[]> {
    return this.database.query<KnownQuestion>(KNOWN_QUESTIONS, [formId, ids]);
  }

  /** What sessions of a series ask: their questions may hang on those of the series. */
  dependents(seriesId: string, purpose: QuestionPurpose): Promise<DependentForm[]> {
    return this.database.query<DependentForm>(DEPENDENT_FORMS, [seriesId, purpose]);
  }

  /** The whole list in its order; what is not in it any more is archived where it was answered, else removed. */
  async put(formId: string, questions: readonly SaveQuestion[], now: Date): Promise<void> {
    await this.database.query(PUT_QUESTIONS, [formId, JSON.stringify(questions)]);
    await this.database.query(RETIRE_QUESTIONS, [formId, questions.map(({ id }) => id), now]);
  }
}
