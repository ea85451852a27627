import { jest } from '@jest/globals';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { PgBoss } from 'pg-boss';
import { readConfig, type ProcessRole } from '../config/config';
import { PlatformModule } from '../platform.module';
import { Jobs } from './jobs';
import { JobsModule } from './jobs.module';

@Injectable()
class Sweep implements OnModuleInit {
  runs = 0;
  constructor(private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.on('spec.sweep', () => {
      this.runs += 1;
      return Promise.resolve();
    });
    this.jobs.every('spec.tick', '*/5 * * * *', () => Promise.resolve());
  }
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error('It did not happen within 20 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('jobs', () => {
  let database: TestDatabase;
  const running: TestingModule[] = [];

  async function aProcess(...roles: ProcessRole[]): Promise<TestingModule> {
    const module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig({ ...readConfig({ DATABASE_URL: database.url }), roles }),
        JobsModule,
      ],
      providers: [Sweep],
    }).compile();
    running.push(await module.init());
    return module;
  }

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => Promise.all(running.splice(0).map((module) => module.close())));
  afterAll(() => database.close());

  it('leave the database alone in a process that serves requests, until it asks for work', async () => {
    const web = await aProcess('web');
    const [schema] = await database.dataSource.query<{ found: boolean }[]>(
      `SELECT to_regnamespace('pgboss') IS NOT NULL AS found`,
    );
    expect(schema?.found).toBe(false);
    expect(web.get(Sweep).runs).toBe(0);
  });

  it('run in the worker what another process asked for', async () => {
    const worker = await aProcess('worker');
    const web = await aProcess('web');
    web.get(Jobs).send('spec.sweep');
    await until(() => worker.get(Sweep).runs === 1);
    expect(web.get(Sweep).runs).toBe(0);
  });

  it('are asked for once for many transactions of one moment, and again for those that come later', async () => {
    const web = await aProcess('web');
    const send = jest.spyOn(PgBoss.prototype, 'send');
    try {
      web.get(Jobs).send('spec.sweep');
      await until(() => send.mock.calls.length === 1);
      for (let mail = 0; mail < 50; mail += 1) {
        web.get(Jobs).send('spec.sweep');
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await until(() => send.mock.calls.length === 2);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(send).toHaveBeenCalledTimes(2);
      web.get(Jobs).send('spec.sweep');
      await until(() => send.mock.calls.length === 3);
    } finally {
      send.mockRestore();
    }
  });

  it('are scheduled once, however many workers there are', async () => {
    await aProcess('worker');
    await aProcess('worker');
    const schedules = await database.dataSource.query<object[]>(`SELECT name, cron FROM pgboss.schedule`);
    expect(schedules).toEqual([{ name: 'spec.tick', cron: '*/5 * * * *' }]);
  });

  it('cannot be registered twice, or after the start', async () => {
    const worker = await aProcess('worker');
    const jobs = worker.get(Jobs);
    expect(() => {
      jobs.on('spec.sweep', () => Promise.resolve());
    }).toThrow(/twice/);
    expect(() => {
      jobs.on('spec.late', () => Promise.resolve());
    }).toThrow(/too late/);
  });
});
