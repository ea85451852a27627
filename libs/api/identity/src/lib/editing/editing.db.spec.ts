import { randomUUID } from 'node:crypto';
import { FeatureApp, JobsModule } from '@reihe/api-platform';
import {
  apiPaths,
  DRAFT_LIMITS,
  NEW_DRAFT,
  type EditingDraft,
  type EditorNews,
  type KeepDraft,
  type Me,
  type Role,
} from '@reihe/shared-contracts';
import { EditingModule } from '../editing.module';
import { Drafts } from './drafts.service';
import { Presence } from './presence.service';

const START = '2026-11-02T10:00:00Z';

describe('staff at work', () => {
  let app: FeatureApp;
  let time = Date.parse(START);
  const clock = { now: () => new Date(time) };
  let colleague: Me;
  let sessionId: string;

  async function account(name: string, role: Role): Promise<Me> {
    const email = `${randomUUID()}@example.org`;
    const [row] = await app.database.dataSource.query<{ id: string }[]>(
      `INSERT INTO staff_accounts (email, email_key, name, password_hash, roles, language)
       VALUES ($1, $1, $2, '-', ARRAY[$3], 'en') RETURNING id`,
      [email, name, role],
    );
    return { id: row?.id ?? '', email, name, roles: [role], language: 'en' };
  }

  /** The seconds since the start at which everything happens from now on. */
  const itIs = (seconds: number) => (time = Date.parse(START) + seconds * 1000);
  const as = async <T>(who: Me, work: () => Promise<T>): Promise<T> => {
    app.user = who;
    return work().finally(() => (app.user = app.staff));
  };
  const aTab = () => ({ subject: 'session' as const, subjectId: sessionId, tab: randomUUID() });
  const beat = (who: Me, tab: object) =>
    as(who, () => app.answer<EditorNews>('post', apiPaths.presence, tab));

  beforeAll(async () => {
    app = await FeatureApp.open({ clock, modules: [JobsModule, EditingModule] });
    colleague = await account('Sample Colleague', 'organiser');
    const { dataSource } = app.database;
    const [series] = await dataSource.query<{ id: string }[]>(
      `INSERT INTO series (slug, starts_on, ends_on, default_language, time_zone)
       VALUES ('series', '2026-01-01', '2026-12-31', 'en', 'UTC') RETURNING id`,
    );
    const [session] = await dataSource.query<{ id: string }[]>(
      `INSERT INTO sessions (series_id, slug, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, version)
       VALUES ($1, 'session', 'exchange', now(), now() + interval '1 hour', '2026-11-02T10:00', '2026-11-02T11:00', 'UTC', '{en}', 7)
       RETURNING id`,
      [series?.id],
    );
    sessionId = session?.id ?? '';
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    itIs(0);
    await app.database.dataSource.query(`DELETE FROM editing_presences`);
    await app.database.dataSource.query(`DELETE FROM editing_drafts`);
  });

  describe('who is at an editor', () => {
    it('is told to the others with the time since when, and never to oneself', async () => {
      const [mine, theirs] = [aTab(), aTab()];
      expect(await beat(app.staff, mine)).toMatchObject({ others: [], ownTabs: 0, version: 7 });
      itIs(15);
      expect((await beat(colleague, theirs)).others).toEqual([{ name: app.staff.name, since: START }]);
      itIs(20);
      expect((await beat(app.staff, mine)).others).toEqual([
        { name: 'Sample Colleague', since: '2026-11-02T10:00:15Z' },
      ]);
    });

    it('is at the same session, not at another one', async () => {
      await beat(colleague, { ...aTab(), subjectId: randomUUID() });
      await beat(colleague, { ...aTab(), subject: 'series' });
      expect((await beat(app.staff, aTab())).others).toEqual([]);
    });

    it('names further tabs of one’s own as such', async () => {
      await beat(app.staff, aTab());
      expect(await beat(app.staff, aTab())).toMatchObject({ others: [], ownTabs: 1 });
    });

    it('is gone 45 seconds after the last heartbeat, and then counts anew', async () => {
      const theirs = aTab();
      await beat(colleague, theirs);
      itIs(45);
      expect((await beat(app.staff, aTab())).others).toHaveLength(1);
      itIs(46);
      expect((await beat(app.staff, aTab())).others).toEqual([]);
      await beat(colleague, theirs);
      expect((await beat(app.staff, aTab())).others).toEqual([
        { name: 'Sample Colleague', since: '2026-11-02T10:00:46Z' },
      ]);
    });

    it('is gone at once on leaving, and nobody can be sent away by another', async () => {
      const theirs = aTab();
      await beat(colleague, theirs);
      await app.call('post', apiPaths.leavePresence, theirs).expect(204);
      expect((await beat(app.staff, aTab())).others).toHaveLength(1);
      await as(colleague, async () => {
        await app.call('post', apiPaths.leavePresence, theirs).expect(204);
      });
      expect((await beat(app.staff, aTab())).others).toEqual([]);
    });

    it('comes with the version that is stored and who saved last', async () => {
      await app.database.dataSource.query(
        `INSERT INTO session_versions (session_id, version, state, starts_at, ends_at, content, account_id, action, at)
         SELECT session_id, version + 1, state, starts_at, ends_at, content, $1, action, '2026-11-02T09:59:00Z'
         FROM session_versions WHERE session_id = $2 ORDER BY version DESC LIMIT 1`,
        [colleague.id, sessionId],
      );
      // A speaker's answer is no save.
      await app.database.dataSource.query(
        `INSERT INTO audit_entries (actor_kind, actor_id, action, subject, subject_id, at)
         VALUES ('speaker', $1, 'session.speaker-confirmed', 'session', $2, '2026-11-02T09:59:30Z')`,
        [randomUUID(), sessionId],
      );
      const lastSave = { by: 'Sample Colleague', at: '2026-11-02T09:59:00Z' };
      expect((await beat(app.staff, aTab())).lastSave).toEqual({ ...lastSave, isOwn: false });
      expect((await beat(colleague, aTab())).lastSave).toEqual({ ...lastSave, isOwn: true });
      expect(await beat(app.staff, { ...aTab(), subjectId: randomUUID() })).toMatchObject({
        version: null,
        lastSave: null,
      });
    });

    it('takes one statement, stays one row per tab when beats come at once, and rows of who left are swept', async () => {
      const mine = aTab();
      expect(await app.statementsOf(() => beat(app.staff, mine))).toHaveLength(1);
      await Promise.all(Array.from({ length: 8 }, () => beat(app.staff, mine)));
      await beat(colleague, aTab());
      const count = () =>
        app.database.dataSource.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM editing_presences`);
      expect(await count()).toEqual([{ n: 2 }]);
      await app.get(Presence).forgetWhoLeft(new Date(Date.parse(START) + 46_000));
      expect(await count()).toEqual([{ n: 0 }]);
    });

    it('is nobody who may not change it', async () => {
      const editor = await account('Sample Editor', 'editor');
      const refusal = await as(editor, () => app.problem('post', apiPaths.presence, aTab()));
      expect(refusal.code).toBe('auth.forbidden');
      expect((await beat(editor, { ...aTab(), subject: 'recap' })).others).toEqual([]);
    });
  });

  describe('a draft', () => {
    const aDraft = (title: string): KeepDraft => ({
      baseVersion: 7,
      base: { title: 'As it was' },
      form: { title, meeting: { passcode: 'secret' } },
    });
    const keep = (who: Me, key: string, draft: KeepDraft) =>
      as(who, async () => {
        await app.call('put', apiPaths.draft('session', key), draft).expect(204);
      });
    const found = (who: Me, key?: string) =>
      as(who, () =>
        app.answer<EditingDraft[]>('get', `${apiPaths.drafts}?subject=session${key ? `&key=${key}` : ''}`),
      );

    it('is given back as it was typed, to the letter', async () => {
      const draft = { ...aDraft('Leaks'), form: { z: 1, a: ['ä "\\ \u2028', null], title: '' } };
      await keep(app.staff, sessionId, draft);
      const [given] = await found(app.staff, sessionId);
      expect(given).toEqual({
        ...draft,
        subject: 'session',
        key: sessionId,
        updatedAt: '2026-11-02T10:00:00.000Z',
      });
      expect(JSON.stringify(given?.form)).toBe(JSON.stringify(draft.form));
    });

    it('is one per thing: the last one typed', async () => {
      await Promise.all(
        Array.from({ length: 6 }, (_, at) => keep(app.staff, sessionId, aDraft(`Title ${at}`))),
      );
      itIs(5);
      await keep(app.staff, sessionId, aDraft('Last'));
      await keep(app.staff, NEW_DRAFT, aDraft('Not created yet'));
      expect((await found(app.staff)).map(({ key, form }) => [key, form['title']])).toEqual(
        [
          [sessionId, 'Last'],
          [NEW_DRAFT, 'Not created yet'],
        ].sort(),
      );
    });

    it('is read, changed and dropped by nobody else', async () => {
      await keep(app.staff, sessionId, aDraft('Mine'));
      expect(await found(colleague)).toEqual([]);
      await keep(colleague, sessionId, aDraft('Theirs'));
      await as(colleague, async () => {
        await app.call('delete', apiPaths.draft('session', sessionId)).expect(204);
      });
      expect((await found(app.staff)).map(({ form }) => form['title'])).toEqual(['Mine']);
    });

    it('is gone when it is dropped, after thirty days, and with the account', async () => {
      await keep(app.staff, NEW_DRAFT, aDraft('Dropped'));
      await app.call('delete', apiPaths.draft('session', NEW_DRAFT)).expect(204);
      await keep(app.staff, sessionId, aDraft('Mine'));
      const leaving = await account('Sample Leaving', 'organiser');
      await keep(leaving, sessionId, aDraft('Left behind'));
      await app.database.dataSource.query(`DELETE FROM staff_accounts WHERE id = $1`, [leaving.id]);
      const count = () => app.database.dataSource.query(`SELECT form->>'title' AS title FROM editing_drafts`);
      expect(await count()).toEqual([{ title: 'Mine' }]);
      const days = (n: number) => new Date(Date.parse(START) + n * 86_400_000);
      await app.get(Drafts).forgetOld(days(DRAFT_LIMITS.days));
      expect(await count()).toHaveLength(1);
      await app.get(Drafts).forgetOld(days(DRAFT_LIMITS.days + 1));
      expect(await count()).toEqual([]);
    });

    it('has a limit of size, a known subject and a person who may edit it', async () => {
      const path = apiPaths.draft('session', sessionId);
      const huge = aDraft('x'.repeat(DRAFT_LIMITS.characters));
      await expect(app.get(Drafts).keep('session', sessionId, huge, app.staff)).rejects.toMatchObject({
        code: 'request.too-large',
      });
      expect((await app.problem('put', '/drafts/account/new', aDraft(''))).code).toBe('request.not-found');
      expect((await app.problem('put', '/drafts/session/..', aDraft(''))).status).toBe(404);
      expect((await app.problem('put', '/drafts/session/other', aDraft(''))).code).toBe('request.not-found');
      const editor = await account('Sample Editor', 'editor');
      expect((await as(editor, () => app.problem('put', path, aDraft('')))).code).toBe('auth.forbidden');
    });
  });
});
