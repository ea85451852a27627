import { Body, Controller, Post } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { API_BASE, apiPaths } from '@reihe/shared-contracts';
import request from 'supertest';
import { parseBodies } from './body-parsers';

@Controller()
class Everything {
  @Post('*path')
  read(@Body() { rows }: { rows: string[] }): number {
    return rows.length;
  }
}

describe('bodies of requests', () => {
  let app: NestExpressApplication;
  /** As JSON about two megabytes. */
  const sheet = { rows: Array.from({ length: 500 }, () => 'Water '.repeat(700)) };
  const send = (path: string) =>
    request(app.getHttpServer())
      .post(API_BASE + path)
      .send(sheet);

  beforeAll(async () => {
    const module = await Test.createTestingModule({ controllers: [Everything] }).compile();
    app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
    parseBodies(app);
    await app.init();
  });
  afterAll(() => app.close());

  it.each([
    apiPaths.importSessions,
    apiPaths.importPeople,
    `${apiPaths.importPeople}/check`,
    `${apiPaths.importPeople}/text`,
  ])('may be a whole sheet at %s', async (path) => {
    expect((await send(path)).text).toBe('500');
  });

  it('are no larger than a page of text elsewhere', async () => {
    expect((await send(apiPaths.register)).status).toBe(413);
  });
});
