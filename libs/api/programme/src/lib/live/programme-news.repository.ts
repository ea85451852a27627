import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

@Injectable()
export class ProgrammeNewsRepository {
  constructor(private readonly database: Database) {}

  async nameOf(staffId: string): Promise<{ id: string; name: string } | null> {
    const [found] = await this.database.query<{ id: string; name: string }>(
      `SELECT id, name FROM staff_accounts WHERE id = $1`,
      [staffId],
    );
    return found ?? null;
  }
}
