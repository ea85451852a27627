import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { likeText } from '@reihe/api-platform';
import type { Language, Translations } from '@reihe/shared-contracts';
import type {
  DeskQuestion,
  DeskRegistrations,
  QuestionOption,
  QuestionText,
  RegistrationFilter,
  RegistrationSort,
} from '@reihe/shared-registration';
import { idsOfRegistrations, pageOfRegistrations, QUESTIONS_OF_DESK } from './registrations.sql';

export type FoundRegistrations = Pick<DeskRegistrations, 'items' | 'total' | 'joinHints'>;

export interface StoredQuestion extends Pick<DeskQuestion, 'id' | 'kind' | 'isArchived'> {
  texts: Translations<QuestionText>;
  options: QuestionOption[];
}

@Injectable()
export class DeskListRepository {
  constructor(private readonly database: Database) {}

  /** One statement. null: no such session or series. */
  async page(
    filter: RegistrationFilter,
    sort: RegistrationSort,
    { offset, limit }: { offset: number; limit: number },
    languages: readonly Language[],
  ): Promise<FoundRegistrations | null> {
    const [page] = await this.database.query<FoundRegistrations>(pageOfRegistrations(sort), [
      ...valuesOf(filter),
      limit,
      offset,
      languages,
    ]);
    return page ?? null;
  }

  /** In the order of the table, at most `limit`. */
  async ids(
    filter: RegistrationFilter,
    limit: number,
    sort: RegistrationSort = 'registered',
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(idsOfRegistrations(sort), [
      ...valuesOf(filter),
      limit,
    ]);
    return rows.map(({ id }) => id);
  }

  questions(scope: Pick<RegistrationFilter, 'session' | 'series'>): Promise<StoredQuestion[]> {
    return this.database.query(QUESTIONS_OF_DESK, [scope.session ?? null, scope.series ?? null]);
  }
}

/** $1 to $13 of the statements. A consent was answered with `true`, everything else that is chosen with a text. */
function valuesOf(filter: RegistrationFilter): unknown[] {
  const { answer } = filter;
  return [
    filter.session ?? null,
    filter.series ?? null,
    filter.q ? likeText(filter.q) : null,
    filter.states?.length ? filter.states : null,
    filter.country ?? null,
    filter.language ?? null,
    filter.origin ?? null,
    filter.needsAccessibility ?? null,
    filter.hasJoined ?? null,
    filter.from ?? null,
    filter.to ?? null,
    filter.question ?? null,
    answer ? JSON.stringify(answer === 'true' ? true : answer) : null,
  ];
}
