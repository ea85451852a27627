import { Injectable } from '@nestjs/common';
import { fallbackOrder, invalidFields, seriesNotFound, sessionNotFound } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import {
  SELECTION_MAX,
  type DeskQuestion,
  type DeskRegistrations,
  type RegistrationFilter,
  type RegistrationIds,
} from '@reihe/shared-registration';
import { toDeskQuestion } from './questions.mapper';
import type { RegistrationsQuery } from './registrations.query';
import { DeskListRepository } from './registrations.repository';

/** Who wants to come, to one session or to those of a whole series: one row per registration. */
@Injectable()
export class DeskList {
  constructor(private readonly lists: DeskListRepository) {}

  /** @throws session.not-found, series.not-found */
  async page(query: RegistrationsQuery, language: Language): Promise<DeskRegistrations> {
    const { page, pageSize, sort } = query;
    mustHaveScope(query);
    const found = await this.lists.page(
      query,
      sort,
      { offset: (page - 1) * pageSize, limit: pageSize },
      fallbackOrder(language),
    );
    if (!found) throw query.session ? sessionNotFound() : seriesNotFound();
    return { ...found, page, pageSize };
  }

  /** All that the filter finds, for a message: at most as many as one message goes to. */
  async ids(query: RegistrationsQuery): Promise<RegistrationIds> {
    mustHaveScope(query);
    return { ids: await this.lists.ids(query, SELECTION_MAX.message, query.sort) };
  }

  async questions(query: RegistrationFilter, language: Language): Promise<DeskQuestion[]> {
    mustHaveScope(query);
    const stored = await this.lists.questions(query);
    return stored.map((question) => toDeskQuestion(question, fallbackOrder(language)));
  }
}

/** Without one the whole house would be listed, with both nobody knows which is meant. */
export function mustHaveScope({ session, series }: RegistrationFilter): void {
  if (!session && !series) throw invalidFields({ path: 'session', code: 'required' });
  if (session && series) throw invalidFields({ path: 'series', code: 'not-allowed' });
}
