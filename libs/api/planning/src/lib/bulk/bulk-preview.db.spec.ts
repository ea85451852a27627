import { randomUUID } from 'node:crypto';
import { FeatureApp } from '@reihe/api-platform';
import { apiPaths } from '@reihe/shared-contracts';
import type { BulkPreview } from '@reihe/shared-planning';
import { FixedClock } from '@reihe/shared-testing';
import { PlanningModule } from '../planning.module';
import { anUnusedWriter } from '../testing/unused-writer';

describe('the preview of a change in bulk', () => {
  let app: FeatureApp;
  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    app.database.dataSource.query<Row[]>(sql, parameters);

  async function aSession(state: 'published' | 'draft' = 'published'): Promise<string> {
    const [series, session] = [randomUUID(), randomUUID()];
    await query(
      `INSERT INTO series (id, slug, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, gen_random_uuid(), '2026-01-01', '2026-12-31', 'en', 'UTC')`,
      [series],
    );
    await query(`INSERT INTO series_translations (series_id, language, title) VALUES ($1, 'en', 'Water')`, [
      series,
    ]);
    await query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, gen_random_uuid(), $3, 'exchange', '2026-10-06T12:00Z', '2026-10-06T13:00Z',
               '2026-10-06T12:00', '2026-10-06T13:00', 'UTC', '{en}')`,
      [session, series, state],
    );
    await query(`INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', 'Pipes')`, [
      session,
    ]);
    return session;
  }
  async function aSpeaker(answers: Record<string, 'none' | 'confirmed' | 'declined'>): Promise<void> {
    const id = randomUUID();
    await query(`INSERT INTO speakers (id, name, email) VALUES ($1, 'Sample', $2)`, [
      id,
      `${id}@city.example`,
    ]);
    for (const [session, answer] of Object.entries(answers))
      await query(
        `INSERT INTO contributions (session_id, speaker_id, role, position, invitation_state) VALUES ($1, $2, 'speaker', 0, $3)`,
        [session, id, answer],
      );
  }

  beforeAll(async () => {
    app = await FeatureApp.open({
      clock: new FixedClock('2026-09-01T08:00:00Z'),
      modules: [anUnusedWriter(), PlanningModule],
    });
  });
  afterAll(() => app.close());

  it('counts the speakers who are written to, not those who declined', async () => {
    const [one, other] = [await aSession(), await aSession()];
    await aSpeaker({ [one]: 'confirmed', [other]: 'declined' });
    await aSpeaker({ [one]: 'declined', [other]: 'declined' });
    const preview = await app.answer<BulkPreview>('post', apiPaths.bulkPreview, {
      change: { kind: 'move', days: 1 },
      sessions: [one, other].map((id) => ({ id, version: 0 })),
    });
    const byId = new Map(preview.items.map(({ id, speakersTold }) => [id, speakersTold]));
    expect([byId.get(one), byId.get(other), preview.speakersTold]).toEqual([1, 0, 1]);
  });

  it('counts of a draft the speakers who were asked: nobody else knows of it', async () => {
    const [asked, quiet] = [await aSession('draft'), await aSession('draft')];
    await aSpeaker({ [asked]: 'confirmed', [quiet]: 'none' });
    await aSpeaker({ [asked]: 'none', [quiet]: 'none' });
    const preview = await app.answer<BulkPreview>('post', apiPaths.bulkPreview, {
      change: { kind: 'move', days: 1 },
      sessions: [asked, quiet].map((id) => ({ id, version: 0 })),
    });
    const byId = new Map(preview.items.map(({ id, speakersTold }) => [id, speakersTold]));
    expect([byId.get(asked), byId.get(quiet), preview.speakersTold]).toEqual([1, 0, 1]);
  });
});
