import { Injectable } from '@nestjs/common';
import { offsetOf, pageOf } from '@reihe/api-platform';
import type { RegistrationsOfSession } from '@reihe/shared-contracts';
import { sessionNotFound } from '@reihe/api-platform';
import type { RegistrationsQuery } from '../registration.queries';
import { RegistrationListRepository } from './registration-list.repository';

@Injectable()
export class RegistrationListService {
  constructor(private readonly lists: RegistrationListRepository) {}

  /** @throws session.not-found */
  async list(sessionId: string, query: RegistrationsQuery): Promise<RegistrationsOfSession> {
    const page = await this.lists.page(sessionId, query, offsetOf(query), query.pageSize);
    if (!page) throw sessionNotFound();
    return { ...pageOf(page.items, page.total, query), joinHints: page.joinHints };
  }
}
