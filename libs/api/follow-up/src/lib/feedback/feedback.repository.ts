import { Injectable } from '@nestjs/common';
import { Database, FeedbackGiverRow, FeedbackRow } from '@reihe/api-persistence';
import { fallbackOrder } from '@reihe/api-platform';
import type { Language, SessionState } from '@reihe/shared-contracts';
import type { FeedbackAnswer } from '@reihe/shared-registration';
import {
  ADD_ANONYMOUS,
  ANONYMOUS,
  CHANGE_ANONYMOUS,
  ONE_AT_A_TIME,
  RESULTS,
  SAVE_NAMED,
} from './feedback.sql';
import type { FeedbackFact } from './feedback-results';

export interface FeedbackContent {
  rating: number | null;
  comment: string;
  answers: FeedbackAnswer[];
}

export interface AnonymousRow extends FeedbackContent {
  sessionId: string;
  slug: string;
  state: SessionState;
  endsAt: Date;
  title: string;
  language: Language;
}

export interface ResultsRow {
  state: SessionState;
  endsAt: Date;
  slug: string;
  asked: number;
  given: number;
  feedback: FeedbackFact[];
}

@Injectable()
export class FeedbackRepository {
  constructor(private readonly database: Database) {}

  async lock(sessionId: string): Promise<void> {
    await this.database.query(ONE_AT_A_TIME, [sessionId]);
  }

  giver(registrationId: string): Promise<FeedbackGiverRow | null> {
    return this.database.of(FeedbackGiverRow).findOneBy({ registrationId });
  }

  async saveGiver(giver: Pick<FeedbackGiverRow, 'registrationId' | 'isAnonymous'>): Promise<void> {
    await this.database.of(FeedbackGiverRow).upsert(giver, ['registrationId']);
  }

  async saveNamed(sessionId: string, registrationId: string, content: FeedbackContent, day: string) {
    const { rating, comment, answers } = content;
    const values = [sessionId, registrationId, rating, comment, JSON.stringify(answers), day];
    await this.database.query(SAVE_NAMED, values);
  }

  async dropNamed(registrationId: string): Promise<void> {
    await this.database.of(FeedbackRow).delete({ registrationId });
  }

  async addAnonymous(sessionId: string, keyHash: string, { rating, comment, answers }: FeedbackContent) {
    await this.database.query(ADD_ANONYMOUS, [sessionId, keyHash, rating, comment, JSON.stringify(answers)]);
  }

  /** False: no such key. */
  async changeAnonymous(keyHash: string, { rating, comment, answers }: FeedbackContent): Promise<boolean> {
    const values = [keyHash, rating, comment, JSON.stringify(answers)];
    return (await this.database.query(CHANGE_ANONYMOUS, values)).length === 1;
  }

  async anonymous(keyHash: string, language: Language): Promise<AnonymousRow | null> {
    const [row] = await this.database.query<AnonymousRow>(ANONYMOUS, [fallbackOrder(language), keyHash]);
    return row ?? null;
  }

  async results(sessionId: string): Promise<ResultsRow | null> {
    const [row] = await this.database.query<ResultsRow>(RESULTS, [sessionId]);
    return row ?? null;
  }
}
