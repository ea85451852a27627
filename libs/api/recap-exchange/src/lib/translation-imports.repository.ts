import { Injectable } from '@nestjs/common';
import { Database, RecapTranslationImportRow } from '@reihe/api-persistence';

@Injectable()
export class TranslationImportsRepository {
  constructor(private readonly database: Database) {}

  /** @returns its id */
  async insert(
    row: Omit<RecapTranslationImportRow, 'id' | 'recap' | 'createdBy' | 'undoneAt'>,
  ): Promise<string> {
    const { identifiers } = await this.database.of(RecapTranslationImportRow).insert(row);
    return (identifiers[0] as { id: string }).id;
  }

  one(recapId: string, id: string): Promise<RecapTranslationImportRow | null> {
    return this.database.of(RecapTranslationImportRow).findOneBy({ recapId, id });
  }

  async undone(id: string, at: Date): Promise<void> {
    await this.database.of(RecapTranslationImportRow).update({ id }, { undoneAt: at });
  }
}
