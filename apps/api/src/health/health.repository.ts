import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

@Injectable()
export class HealthRepository {
  constructor(private readonly database: Database) {}

  async isDatabaseUp(): Promise<boolean> {
    return this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}
