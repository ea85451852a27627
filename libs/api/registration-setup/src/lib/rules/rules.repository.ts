import { Injectable } from '@nestjs/common';
import { Database, RegistrationRulesRow } from '@reihe/api-persistence';
import type { RegistrationOwner } from '@reihe/shared-contracts';
import type { OwnRegistrationRules } from '@reihe/shared-registration';
import { IsNull } from 'typeorm';
import { OwnersRepository } from '../owners.repository';

@Injectable()
export class RulesRepository {
  constructor(
    private readonly database: Database,
    private readonly owners: OwnersRepository,
  ) {}

  find({ kind, id }: RegistrationOwner): Promise<RegistrationRulesRow | null> {
    const where =
      kind === 'series' ? { seriesId: id, sessionId: IsNull() } : { seriesId: IsNull(), sessionId: id };
    return this.database.of(RegistrationRulesRow).findOneBy(where);
  }

  /** @throws version.outdated */
  async save(owner: RegistrationOwner, version: number, rules: OwnRegistrationRules): Promise<void> {
    const id = await this.owners.claim('registration_rules', owner, version);
    await this.database.of(RegistrationRulesRow).update({ id }, rules);
  }
}
