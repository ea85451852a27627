import { Controller, Get, RequestMethod } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { RequestLogModule } from './request-log.module';

@Controller()
class Pages {
  @Get('api-page') inApi(): string {
    return 'api';
  }
  @Get('outside/:page') outside(): string {
    return 'outside';
  }
  @Get('elsewhere/:page') elsewhere(): string {
    return 'elsewhere';
  }
}

describe('the log of requests', () => {
  let app: NestExpressApplication;

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      imports: [RequestLogModule.at('silent')],
      controllers: [Pages],
    }).compile();
    app = module.createNestApplication<NestExpressApplication>();
    app.setGlobalPrefix('api/v1', {
      exclude: ['outside/:page', 'elsewhere/:page'].map((path) => ({ path, method: RequestMethod.ALL })),
    });
    await app.init();
  });
  afterAll(() => app.close());

  it.each(['/api/v1/api-page', '/outside/one', '/elsewhere/one', '/nowhere'])('knows of %s', async (path) => {
    const answer = await request(app.getHttpServer()).get(path).set('X-Request-Id', 'asked-with-this');
    expect(answer.headers['x-request-id']).toBe('asked-with-this');
  });

  it('puts nothing in the way to the routes for each address outside of the prefix', () => {
    const { stack } = (
      app.getHttpAdapter().getInstance() as { router: { stack: { route?: { path: string } }[] } }
    ).router;
    expect(stack.find(({ route }) => route !== undefined)?.route?.path).toBe('/api/v1/api-page');
  });
});
