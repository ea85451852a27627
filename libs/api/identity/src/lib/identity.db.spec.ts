import type { NestExpressApplication } from '@nestjs/platform-express';
import { ThrottlerModule } from '@nestjs/throttler';
import { Test } from '@nestjs/testing';
import { openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { PlatformModule, readConfig } from '@reihe/api-platform';
import {
  API_BASE,
  apiPaths,
  type Account,
  type Page,
  type Problem,
  type Role,
} from '@reihe/shared-contracts';
import request from 'supertest';
import { AccountsService } from './accounts/accounts.service';
import { IdentityModule } from './identity.module';
import { installSignIn } from './sign-in/staff-sessions';

const PASSWORD = 'a long enough password';
const at = (path: string) => API_BASE + path;

describe('identity', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;
  const server = () => app.getHttpServer() as Parameters<typeof request>[0];

  const account = (email: string, roles: Role[]) =>
    app
      .get(AccountsService)
      .create({ email, name: email, password: PASSWORD, roles, language: 'en' }, { kind: 'system' });

  /** A browser of its own: keeps cookies, repeats the CSRF token when asked to. */
  async function signedIn(email: string) {
    const agent = request.agent(server());
    const answer = await agent.post(at(apiPaths.signIn)).send({ email, password: PASSWORD }).expect(200);
    const cookies = (answer.get('Set-Cookie') ?? []).join('\n');
    return { agent, csrf: /XSRF-TOKEN=([^;]+)/.exec(cookies)?.[1] ?? '', cookies };
  }

  beforeAll(async () => {
    database = await openTestDatabase();
    const module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig(readConfig({ DATABASE_URL: database.url })),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]),
        IdentityModule,
      ],
    }).compile();
    app = module.createNestApplication<NestExpressApplication>({ logger: false });
    app.setGlobalPrefix(API_BASE.slice(1));
    installSignIn(app);
    await app.init();
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  it('signs in whatever the letter case of the address, and says who that is', async () => {
    await account('Case@Example.org', ['editor']);
    const { agent, cookies } = await signedIn('cASE@example.ORG');
    const { body } = await agent.get(at(apiPaths.me)).expect(200);
    expect(body).toMatchObject({ email: 'Case@Example.org', roles: ['editor'] });
    expect(cookies).toMatch(/reihe\.sid=.*HttpOnly/);
    expect(cookies).toMatch(/SameSite=Lax/i);
  });

  it('keeps no password, and gives unknown addresses and wrong passwords one answer', async () => {
    await account('known@example.org', ['editor']);
    const [row] = await database.dataSource.query<{ password_hash: string }[]>(
      `SELECT password_hash FROM staff_accounts WHERE email_key = 'known@example.org'`,
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const answers = await Promise.all(
      [
        { email: 'known@example.org', password: 'wrong' },
        { email: 'unknown@example.org', password: PASSWORD },
        { email: 'not an address', password: PASSWORD },
        { email: 'known@example.org' },
      ].map((body) => request(server()).post(at(apiPaths.signIn)).send(body)),
    );
    for (const { status, body } of answers) {
      expect([status, (body as Problem).code]).toEqual([401, 'auth.failed']);
    }
  });

  it('gives a new session id at signing in, so that a planted one is worth nothing', async () => {
    await account('fixation@example.org', ['editor']);
    const first = await signedIn('fixation@example.org');
    const planted = /reihe\.sid=([^;]+)/.exec(first.cookies)?.[1] ?? '';
    const second = await request(server())
      .post(at(apiPaths.signIn))
      .set('Cookie', `reihe.sid=${planted}`)
      .set('X-XSRF-TOKEN', first.csrf)
      .send({ email: 'fixation@example.org', password: PASSWORD })
      .expect(200);
    expect((second.get('Set-Cookie') ?? []).join()).not.toContain(planted);
    await request(server()).get(at(apiPaths.me)).set('Cookie', `reihe.sid=${planted}`).expect(401);
  });

  it('refuses to write without the token of the session, and forgets the session at signing out', async () => {
    await account('writer@example.org', ['administrator']);
    const { agent, csrf } = await signedIn('writer@example.org');
    const body = {
      email: 'new@example.org',
      name: 'New',
      password: PASSWORD,
      roles: ['editor'],
      language: 'de',
    };
    const refused = await agent.post(at(apiPaths.accounts)).send(body).expect(403);
    expect((refused.body as Problem).code).toBe('request.csrf');
    await agent.post(at(apiPaths.accounts)).set('X-XSRF-TOKEN', csrf).send(body).expect(201);
    const taken = await agent
      .post(at(apiPaths.accounts))
      .set('X-XSRF-TOKEN', csrf)
      .send({ ...body, email: 'NEW@example.org' });
    expect([taken.status, (taken.body as Problem).code]).toEqual([409, 'account.email-taken']);
    await agent.post(at(apiPaths.signOut)).set('X-XSRF-TOKEN', csrf).expect(204);
    await agent.get(at(apiPaths.me)).expect(401);
  });

  it('refuses a sign-in that another site sent', async () => {
    await account('lured@example.org', ['editor']);
    const credentials = { email: 'lured@example.org', password: PASSWORD };
    for (const header of [
      ['Sec-Fetch-Site', 'cross-site'],
      ['Origin', 'https://evil.example'],
      ['Origin', 'null'],
    ] as const) {
      const { body } = await request(server())
        .post(at(apiPaths.signIn))
        .set(header[0], header[1])
        .send(credentials)
        .expect(403);
      expect((body as Problem).code).toBe('request.csrf');
    }
  });

  it('lets one of two accounts with one address be made at the same moment', async () => {
    const outcomes = await Promise.allSettled([
      account('twin@example.org', ['editor']),
      account('Twin@example.org', ['editor']),
    ]);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(refused?.reason).toMatchObject({ code: 'account.email-taken' });
  });

  it('keeps accounts to administrators', async () => {
    await account('organiser@example.org', ['organiser']);
    const { agent } = await signedIn('organiser@example.org');
    await agent.get(at(apiPaths.accounts)).expect(403);
    await agent.get(at(apiPaths.audit)).expect(403);
    await request(server()).get(at(apiPaths.accounts)).expect(401);
  });

  it('slows down guessing at one account, without locking out another', async () => {
    await account('guessed@example.org', ['editor']);
    await account('neighbour@example.org', ['editor']);
    const guess = () =>
      request(server()).post(at(apiPaths.signIn)).send({ email: 'Guessed@example.org', password: 'wrong' });
    for (let tries = 0; tries < 10; tries++) await guess().expect(401);
    const slowed = await guess().expect(429);
    expect((slowed.body as Problem).code).toBe('request.too-many');
    expect(Number(slowed.get('Retry-After'))).toBeGreaterThan(0);
    await signedIn('neighbour@example.org');
  });

  it('takes a role away at once, and never from the last administrator', async () => {
    await database.dataSource.query(`UPDATE staff_accounts SET is_active = false`);
    const chief = await account('chief@example.org', ['administrator']);
    const deputy = await account('deputy@example.org', ['administrator']);
    const { agent, csrf } = await signedIn('chief@example.org');
    const deputys = await signedIn('deputy@example.org');
    const save = ({ id, ...saved }: Account, change: Partial<Account>) =>
      agent
        .put(at(apiPaths.account(id)))
        .set('X-XSRF-TOKEN', csrf)
        .send({
          version: saved.version,
          name: saved.name,
          roles: saved.roles,
          language: saved.language,
          isActive: true,
          ...change,
        });

    await save(deputy, { roles: ['editor'] }).expect(200);
    await deputys.agent.get(at(apiPaths.me)).expect(401);
    for (const change of [{ roles: ['editor'] as Role[] }, { isActive: false }]) {
      const { body } = await save(chief, change).expect(409);
      expect((body as Problem).code).toBe('account.last-administrator');
    }
    const outdated = await save(deputy, { name: 'Old' }).expect(409);
    expect(outdated.body).toMatchObject({ code: 'version.outdated', details: { current: 2 } });
  });

  it('cannot lose both administrators to each other at the same moment', async () => {
    await database.dataSource.query(`UPDATE staff_accounts SET is_active = false`);
    const both = await Promise.all(
      ['one@example.org', 'two@example.org'].map((email) => account(email, ['administrator'])),
    );
    const accounts = app.get(AccountsService);
    const [first] = both;
    if (!first) throw new Error('unreachable: two accounts were made');
    const outcomes = await Promise.allSettled(
      both.map((other) => accounts.save(other.id, { ...other, roles: ['editor'] }, first)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('shows in the audit log who changed which account, without its password', async () => {
    await database.dataSource.query(`UPDATE staff_accounts SET is_active = false`);
    await account('auditor@example.org', ['administrator']);
    const { agent, csrf } = await signedIn('auditor@example.org');
    await agent
      .post(at(apiPaths.accounts))
      .set('X-XSRF-TOKEN', csrf)
      .send({
        email: 'seen@example.org',
        name: 'Seen',
        password: PASSWORD,
        roles: ['editor'],
        language: 'de',
      })
      .expect(201);
    const { body } = await agent
      .get(at(apiPaths.audit))
      .query({ subject: 'account', actor: 'AUDITOR' })
      .expect(200);
    const { items, total } = body as Page<{ action: string; actor: string }>;
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ action: 'account.create', actor: 'auditor@example.org' });
    expect(JSON.stringify(items)).not.toContain(PASSWORD);
    expect(JSON.stringify(items)).not.toContain('seen@example.org');
  });
});
