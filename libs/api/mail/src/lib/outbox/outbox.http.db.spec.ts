import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { JobsModule, PlatformModule, readConfig } from '@reihe/api-platform';
import type { Page, Role } from '@reihe/shared-contracts';
import type { OutboxMessage, OutboxSummary } from '@reihe/shared-registration';
import type { NextFunction, Response } from 'express';
import request from 'supertest';
import { MailModule } from '../mail.module';

describe('the outbox, as staff read it', () => {
  let database: TestDatabase;
  let app: INestApplication;
  let roles: Role[] | null = null;
  const server = () => app.getHttpServer() as Parameters<typeof request>[0];
  const failed = randomUUID();
  const sent = randomUUID();

  beforeAll(async () => {
    database = await openTestDatabase();
    const module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig(readConfig({ DATABASE_URL: database.url, REIHE_ROLES: 'web' })),
        JobsModule,
        MailModule,
      ],
    }).compile();
    app = module.createNestApplication({ logger: false });
    app.use((incoming: { user?: object }, _response: Response, next: NextFunction) => {
      if (roles) incoming.user = { id: randomUUID(), roles };
      next();
    });
    await app.init();
    for (const [id, state] of [
      [failed, 'failed'],
      [sent, 'sent'],
    ]) {
      await database.dataSource.query(
        `INSERT INTO outbox_messages (id, message_id, template, language, to_address, subject, text, html, state)
         VALUES ($1::uuid, $1, 'promoted', 'en', 'mara@city.example', 'You have a place', 'text', '<p>html</p>', $2)`,
        [id, state],
      );
    }
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  it('is closed to strangers and to those without the permission', async () => {
    for (const [who, status] of [
      [null, 401],
      [['editor'], 403],
    ] as [Role[] | null, number][]) {
      roles = who;
      for (const path of ['', '/status', `/${failed}`]) {
        await request(server()).get(`/outbox${path}`).expect(status);
      }
      await request(server()).post(`/outbox/${failed}/retry`).expect(status);
    }
  });

  it('lists messages without their bodies, and shows one with them', async () => {
    roles = ['organiser'];
    const { body } = await request(server()).get('/outbox').query({ state: 'failed' }).expect(200);
    const page = body as Page<OutboxSummary>;
    expect(page.items).toMatchObject([{ id: failed, to: 'mara@city.example', state: 'failed' }]);
    expect(page.items[0]).not.toHaveProperty('text');
    const one = await request(server()).get(`/outbox/${failed}`).expect(200);
    expect(one.body as OutboxMessage).toMatchObject({ text: 'text', html: '<p>html</p>', calendar: null });
    await request(server()).get('/outbox').query({ state: 'lost' }).expect(400);
    await request(server()).get('/outbox/status').expect(200, {
      isMailServerConfigured: false,
      queued: 0,
      failed: 1,
    });
  });

  it('sends a failed message again, and refuses one that is sent or unknown', async () => {
    roles = ['organiser'];
    await request(server()).post(`/outbox/${failed}/retry`).expect(204);
    const one = await request(server()).get(`/outbox/${failed}`).expect(200);
    expect((one.body as OutboxMessage).state).toBe('queued');
    await request(server()).post(`/outbox/${sent}/retry`).expect(409);
    await request(server()).post(`/outbox/${randomUUID()}/retry`).expect(404);
  });
});
