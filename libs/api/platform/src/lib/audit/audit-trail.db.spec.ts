import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Transactional } from '@nestjs-cls/transactional';
import { openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { readConfig } from '../config/config';
import { PlatformModule } from '../platform.module';
import { AuditTrail } from './audit-trail';
import { RegistrationNews } from './registration-news';

const subjectId = '00000000-0000-4000-8000-000000000001';

@Injectable()
class Change {
  constructor(private readonly trail: AuditTrail) {}

  @Transactional()
  async register(ids: readonly string[], fails: boolean): Promise<void> {
    await this.trail.recordAll(
      ids.map((id) => ({
        actor: { kind: 'participant', id: subjectId },
        action: 'registration.request',
        subject: 'registration',
        subjectId: id,
        after: { id },
      })),
    );
    if (fails) throw new Error('the change failed');
  }

  @Transactional()
  async make(fails: boolean): Promise<void> {
    await this.trail.record({
      actor: { kind: 'system' },
      action: 'setting.change',
      subject: 'setting',
      subjectId,
      before: { value: 1 },
      after: { value: 2 },
    });
    if (fails) throw new Error('the change failed');
  }
}

describe('the audit trail', () => {
  let database: TestDatabase;
  let module: TestingModule;
  const entries = () =>
    database.dataSource.query<object[]>(`SELECT action, before, after FROM audit_entries`);

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig(readConfig({ DATABASE_URL: database.url })),
      ],
      providers: [Change],
    }).compile();
    await module.init();
  });
  afterAll(async () => {
    await module.close();
    await database.close();
  });

  it('records a change with what was before and after, and nothing of a change that was taken back', async () => {
    await expect(module.get(Change).make(true)).rejects.toThrow('the change failed');
    expect(await entries()).toEqual([]);
    await module.get(Change).make(false);
    expect(await entries()).toEqual([
      { action: 'setting.change', before: { value: 1 }, after: { value: 2 } },
    ]);
  });

  it('numbers many records in their order, and tells of registrations after the commit alone', async () => {
    const tell = jest.spyOn(module.get(RegistrationNews), 'tell');
    const ids = Array.from({ length: 20 }, () => randomUUID());
    await expect(module.get(Change).register(ids, true)).rejects.toThrow('the change failed');
    expect(tell).not.toHaveBeenCalled();
    await module.get(Change).register(ids, false);
    expect(tell.mock.calls).toEqual([[ids]]);
    const numbered = await database.dataSource.query<{ id: string; after: object }[]>(
      `SELECT subject_id AS id, after FROM audit_entries WHERE subject = 'registration' ORDER BY audit_entries.id`,
    );
    expect(numbered).toEqual(ids.map((id) => ({ id, after: { id } })));
  });

  it('cannot be changed or shortened afterwards, not even by hand', async () => {
    await expect(database.dataSource.query(`UPDATE audit_entries SET action = 'x'`)).rejects.toThrow(
      /never changed/,
    );
    await expect(database.dataSource.query(`DELETE FROM audit_entries`)).rejects.toThrow(/never changed/);
  });
});
