import { Injectable } from '@nestjs/common';
import { AuditRow, Database } from '@reihe/api-persistence';

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  async append(entry: Omit<AuditRow, 'id' | 'at'>): Promise<void> {
    await this.database
      .of(AuditRow)
      .insert(entry as Parameters<ReturnType<typeof this.database.of<AuditRow>>['insert']>[0]);
  }
}
