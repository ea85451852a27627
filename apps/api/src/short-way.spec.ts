import { Body, Controller, Post } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { bodyValidation, Field, ProblemFilter } from '@reihe/api-platform';
import request from 'supertest';
import { parseBodies } from './body-parsers';
import { openShortWay } from './short-way';

const PATH = '/api/v1/form';

class FormBody {
  @Field({ kind: 'text', maxLength: 20 }) name: string;
}

@Controller('form')
class Forms {
  @Post()
  take(@Body() { name }: FormBody): { taken: string } {
    return { taken: name };
  }
}

describe('the short way of a form', () => {
  let app: NestExpressApplication;
  let onUsualWay = 0;

  beforeAll(async () => {
    const module = await Test.createTestingModule({ controllers: [Forms] }).compile();
    app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
    openShortWay(app, PATH, () => [
      (_request, response, next) => {
        response.setHeader('X-Before', 'called');
        next();
      },
    ]);
    app.use(
      (
        _request: unknown,
        response: { setHeader: (name: string, value: string) => void },
        next: () => void,
      ) => {
        onUsualWay += 1;
        response.setHeader('X-Before', 'called');
        next();
      },
    );
    parseBodies(app);
    app.setGlobalPrefix('api/v1');
    app.useGlobalPipes(bodyValidation());
    app.useGlobalFilters(new ProblemFilter());
    await app.init();
  });
  afterAll(() => app.close());

  const send = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const {
      status,
      text,
      headers: answered,
    } = await request(app.getHttpServer())
      .post(path)
      .set({ 'Content-Type': 'application/json', ...headers })
      .send(body);
    const said = ['content-type', 'content-length', 'x-before', 'retry-after'].map((name) => [
      name,
      answered[name],
    ]);
    return { status, text, said };
  };

  it.each([
    ['a form', '{"name":"Ada"}', 201],
    ['a form that breaks a rule', '{"name":"A name that is longer than twenty letters"}', 400],
    ['a form with what nobody asked for', '{"name":"Ada","role":"administrator"}', 400],
    ['a form with a prototype', '{"name":"Ada","__proto__":{"role":"administrator"}}', 201],
    ['no JSON', '{"name":', 400],
    ['a word', '"Ada"', 400],
    ['nothing', 'null', 400],
    ['a list', '[{"name":"Ada"}]', 400],
    ['a mark of its encoding', '\ufeff{"name":"Ada"}', 201],
    ['half a character', `{"name":"${'\ud83d'}"}`, 201],
  ])('answers %s as the usual way does', async (_what, body, status) => {
    onUsualWay = 0;
    const short = await send(PATH, body);
    // What ends in an error is told where all errors are.
    expect(onUsualWay).toBe(0);
    expect(short.status).toBe(status);
    expect(short).toEqual(await send(`${PATH}?usual`, body));
    expect(onUsualWay).toBe(1);
  });

  it.each([
    ['with a cookie', '{"name":"Ada"}', { Cookie: 'a=b' }],
    ['as a page sends it', 'name=Ada', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['in another encoding', '{"name":"Ada"}', { 'Content-Type': 'application/json; charset=utf-16' }],
    ['of more than a form is', `{"name":"${'a'.repeat(70_000)}"}`, {}],
    ['without anything', '', {}],
  ])('is not taken %s', async (_what, body, headers) => {
    onUsualWay = 0;
    await send(PATH, body, headers);
    expect(onUsualWay).toBe(1);
  });

  it('says where it would lead nowhere', async () => {
    const module = await Test.createTestingModule({}).compile();
    const empty = module.createNestApplication<NestExpressApplication>({ logger: false });
    openShortWay(empty, PATH, () => []);
    await empty.init();
    const { status } = await request(empty.getHttpServer()).post(PATH).send({ name: 'Ada' });
    expect(status).toBe(500);
    await empty.close();
  });
});
