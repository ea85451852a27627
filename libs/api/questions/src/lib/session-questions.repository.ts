import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language, RegistrationMode } from '@reihe/shared-contracts';
import type { CheckedAnswer } from '@reihe/shared-form-policies';
import type { QuestionPurpose, SaveQuestion } from '@reihe/shared-registration';
import { QUESTIONS_OF_PUBLIC_SESSIONS, QUESTIONS_OF_SESSIONS, STORE_ANSWERS } from './session-questions.sql';

/** A question as it is stored, in all languages. */
export interface StoredQuestion extends SaveQuestion {
  /** Else it is of the session alone. */
  isOfSeries: boolean;
}

/** What one session asks. */
export interface SessionQuestionsRow {
  id: string;
  slug: string;
  defaultLanguage: Language;
  mode: RegistrationMode;
  holdMinutes: number;
  asksAccessibility: boolean;
  asksRecording: boolean;
  /** In the order of asking. */
  questions: StoredQuestion[];
}

export interface AnswerOfRegistration extends CheckedAnswer {
  registrationId: string;
}

@Injectable()
export class SessionQuestionsRepository {
  constructor(private readonly database: Database) {}

  /** In the order of `ids`; unknown ones are left out. */
  ofSessions(ids: readonly string[], purpose: QuestionPurpose): Promise<SessionQuestionsRow[]> {
    return this.database.often<SessionQuestionsRow>(QUESTIONS_OF_SESSIONS, [ids, purpose]);
  }

  /** Published ones, in the order of `slugs`; others are left out. */
  ofPublicSessions(slugs: readonly string[]): Promise<SessionQuestionsRow[]> {
    return this.database.prepared<SessionQuestionsRow>(QUESTIONS_OF_PUBLIC_SESSIONS, [slugs, 'registration']);
  }

  /** @param again registrations whose earlier answers go, unless they are given anew */
  async store(answers: readonly AnswerOfRegistration[], again: readonly string[], now: Date): Promise<void> {
    await this.database.write(STORE_ANSWERS, [JSON.stringify(answers), again, now]);
  }
}
