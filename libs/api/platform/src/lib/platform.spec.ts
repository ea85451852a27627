import { Body, Controller, Get, Post, type INestApplication } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import type { FieldRules, Me, Problem, Translations } from '@reihe/shared-contracts';
import type { NextFunction, Response } from 'express';
import request from 'supertest';
import { ForEveryone, ForStaff, PermissionGuard, RequirePermission } from './access/permission.guard';
import { CurrentStaff, type StaffRequest } from './access/staff-request';
import { DomainError } from './problems/domain-error';
import { ProblemFilter } from './problems/problem.filter';
import { Field } from './requests/field.decorator';
import { bodyValidation } from './requests/validation.pipe';

const rules = {
  title: { kind: 'text', minLength: 3, maxLength: 10 },
  note: { kind: 'text', maxLength: 5, optional: true },
  items: { kind: 'list', maxLength: 2 },
  translations: { kind: 'translations', minLength: 1 },
} as const satisfies Record<string, FieldRules>;

class TextBody {
  @Field(rules.title) title: string;
}

class ProbeBody {
  @Field(rules.title) title: string;
  @Field(rules.note) note?: string;
  @Field(rules.items, () => TextBody) items: TextBody[];
  @Field(rules.translations, () => TextBody) translations: Translations<TextBody>;
}

@Controller('probe')
class ProbeController {
  @Post()
  @ForEveryone()
  echo(@Body() body: ProbeBody): ProbeBody {
    return body;
  }

  @Get('unsaid')
  unsaid(): string {
    return 'nobody said who may read this';
  }

  @Get('staff')
  @ForStaff()
  staff(@CurrentStaff() me: Me): { name: string } {
    return { name: me.name };
  }

  @Get('accounts')
  @RequirePermission('accounts.manage')
  accounts(): string {
    return 'accounts';
  }

  @Get('conflict')
  @ForEveryone()
  conflict(): never {
    throw new DomainError('session.capacity-below-confirmed', 409, { details: { confirmed: 12 } });
  }

  @Get('broken')
  @ForEveryone()
  broken(): never {
    throw new Error('password=hunter2');
  }
}

describe('the platform', () => {
  let app: INestApplication;
  let user: Pick<Me, 'name' | 'roles'> | undefined;
  const server = () => app.getHttpServer() as Parameters<typeof request>[0];
  const good = { title: 'Water', items: [], translations: { de: { title: 'Wasser' } } };

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      controllers: [ProbeController],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: bodyValidation },
        { provide: APP_GUARD, useClass: PermissionGuard },
      ],
    }).compile();
    app = module.createNestApplication({ logger: false });
    app.use((incoming: StaffRequest & { id?: string }, _response: Response, next: NextFunction) => {
      incoming.id = 'correlation-1';
      if (user) incoming.user = user as Me;
      next();
    });
    await app.init();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    user = undefined;
  });

  it('trims texts and hands on a body that keeps the rules', async () => {
    const { body } = await request(server())
      .post('/probe')
      .send({ ...good, title: '  Water ' })
      .expect(201);
    expect(body).toEqual(good);
  });

  it('names every field that breaks a rule, nested ones by their path', async () => {
    const { body } = await request(server())
      .post('/probe')
      .send({
        title: 'x',
        note: 'too long',
        items: [{ title: 'Water' }, { title: '' }],
        translations: { de: { title: 'y' }, en: { title: 'Water', sneaky: 1 } },
        sneaky: true,
      })
      .expect(400)
      .expect('Content-Type', /application\/problem\+json/);
    const problem = body as Problem;
    expect(problem.code).toBe('request.invalid');
    expect(problem.correlationId).toBe('correlation-1');
    expect(problem.fields).toEqual(
      expect.arrayContaining([
        { path: 'title', code: 'too-short', limit: 3 },
        { path: 'note', code: 'too-long', limit: 5 },
        { path: 'items.1.title', code: 'required' },
        { path: 'translations.de.title', code: 'too-short', limit: 3 },
        { path: 'translations.en.sneaky', code: 'unknown-field' },
        { path: 'sneaky', code: 'unknown-field' },
      ]),
    );
    expect(problem.fields).toHaveLength(6);
  });

  it('refuses a language it does not have, and a text that is no object', async () => {
    const unknown = await request(server())
      .post('/probe')
      .send({ ...good, translations: { xx: { title: 'Water' } } });
    expect((unknown.body as Problem).fields).toContainEqual({ path: 'translations', code: 'not-allowed' });
    const flat = await request(server())
      .post('/probe')
      .send({ ...good, translations: { de: 'Wasser' } });
    expect((flat.body as Problem).fields).toContainEqual({ path: 'translations.de', code: 'wrong-type' });
  });

  it('refuses a route that does not say who may call it, even to an administrator', async () => {
    user = { name: 'A', roles: ['administrator'] };
    const { body } = await request(server()).get('/probe/unsaid').expect(403);
    expect((body as Problem).code).toBe('auth.forbidden');
  });

  it('asks strangers to sign in, and staff without the permission to stay out', async () => {
    await request(server()).get('/probe/staff').expect(401);
    await request(server()).get('/probe/accounts').expect(401);
    user = { name: 'B', roles: ['editor'] };
    await request(server()).get('/probe/staff').expect(200, { name: 'B' });
    await request(server()).get('/probe/accounts').expect(403);
  });

  it('answers a refusal with its code, status and details', async () => {
    const { body } = await request(server()).get('/probe/conflict').expect(409);
    expect(body).toMatchObject({ code: 'session.capacity-below-confirmed', details: { confirmed: 12 } });
  });

  it('tells nothing of an unexpected error but where to look it up', async () => {
    const { body, text } = await request(server()).get('/probe/broken').expect(500);
    expect(body).toMatchObject({ code: 'server.error', correlationId: 'correlation-1' });
    expect(text).not.toContain('hunter2');
  });

  it('answers an unknown route and a broken body as problems too', async () => {
    const unknown = await request(server()).get('/nowhere').expect(404);
    expect((unknown.body as Problem).code).toBe('request.not-found');
    const broken = await request(server())
      .post('/probe')
      .set('Content-Type', 'application/json')
      .send('{')
      .expect(400);
    expect((broken.body as Problem).code).toBe('request.invalid');
  });
});
