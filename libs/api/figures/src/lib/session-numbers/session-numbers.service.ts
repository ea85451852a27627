import { Injectable } from '@nestjs/common';
import { fallbackOrder, sessionNotFound } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { SessionNumbers } from '@reihe/shared-registration';
import { SessionNumbersRepository } from './session-numbers.repository';

/** How the registrations of a session stand and came together; numbers only, nobody's data. */
@Injectable()
export class SessionNumbersService {
  constructor(private readonly numbers: SessionNumbersRepository) {}

  /** @throws session.not-found */
  async of(sessionId: string, language: Language): Promise<SessionNumbers> {
    const numbers = await this.numbers.of(sessionId, fallbackOrder(language));
    if (!numbers) throw sessionNotFound();
    return numbers;
  }
}
