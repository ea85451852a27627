import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThrottlerModule } from '@nestjs/throttler';
import {
  FeatureApp,
  hashOf,
  newToken,
  PortalRenderer,
  startFeature,
  type FeatureParts,
  type SubmittedForm,
} from '@reihe/api-platform';
import type { Language, RegistrationState } from '@reihe/shared-contracts';
import { followUpApiPaths, type AfterPage, type GiveFeedback } from '@reihe/shared-registration';
// eslint-disable-next-line no-restricted-imports -- part of specs: nothing that ships imports this folder
import { FixedClock } from '@reihe/shared-testing';
import type request from 'supertest';
import { followUpRootRoutes } from '../after/after-form.controller';
import { FollowUpModule } from '../follow-up.module';

/** A day after the session of `aSession()`. */
export const NOW = '2026-10-07T12:00:00Z';

export interface Somebody {
  participantId: string;
  registrationId: string;
  /** Of their manage link. */
  token: string;
}

class PageOfForms extends PortalRenderer {
  readonly rendered: { path: string; form: SubmittedForm | undefined }[] = [];

  render(path: string, form?: SubmittedForm): Promise<{ status: number; html: string }> {
    this.rendered.push({ path, form });
    return Promise.resolve({
      status: form?.problem.status ?? 200,
      html: `<p>${form?.problem.code ?? ''}</p>`,
    });
  }
}

/** What comes after sessions, on a real database and a folder of its own, at a time that stands still; for specs. */
export class FollowUpWorld extends FeatureApp {
  readonly clock: FixedClock;
  readonly pages: PageOfForms;
  private readonly folder: string;
  private seriesId = '';

  private constructor(parts: FeatureParts, clock: FixedClock, pages: PageOfForms, folder: string) {
    super(parts);
    this.clock = clock;
    this.pages = pages;
    this.folder = folder;
  }

  static async begin(): Promise<FollowUpWorld> {
    const clock = new FixedClock(NOW);
    const pages = new PageOfForms();
    const folder = await mkdtemp(join(tmpdir(), 'reihe-follow-up-'));
    const world = await startFeature(
      {
        clock,
        modules: [
          ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10_000 }]),
          {
            module: class Surroundings {},
            global: true,
            providers: [{ provide: PortalRenderer, useValue: pages }],
            exports: [PortalRenderer],
          },
          FollowUpModule,
        ],
        config: {
          storageDir: folder,
          secret: 'a secret of thirty-two characters',
          isThrottlingForms: false,
        },
        rootRoutes: followUpRootRoutes,
      },
      (parts) => new FollowUpWorld(parts, clock, pages, folder),
    );
    const [series] = await world.query<{ id: string }>(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ('water', 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin') RETURNING id`,
    );
    world.seriesId = series?.id ?? '';
    await world.query(
      `INSERT INTO series_translations (series_id, language, title, summary, host)
       VALUES ($1, 'en', 'Water', '', 'Sample host'), ($1, 'de', 'Wasser', '', 'Beispielhaus')`,
      [world.seriesId],
    );
    return world;
  }

  override async close(): Promise<void> {
    await super.close();
    await rm(this.folder, { recursive: true });
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  /** Ninety minutes from noon of 6 October 2026 in UTC, over; its id. */
  async aSession({ state = 'held', offersCertificates = true } = {}): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages,
         cancel_reason)
       VALUES ($1, $2, $3, $4, 'exchange', '2026-10-06T12:00:00Z', '2026-10-06T13:30:00Z', '2026-10-06T14:00',
         '2026-10-06T15:30', 'Europe/Berlin', '{en}', CASE WHEN $4 = 'cancelled' THEN 'No speakers' END)`,
      [id, this.seriesId, `session-${id.slice(0, 8)}`, state],
    );
    await this.query(
      `INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', 'Water for all'), ($1, 'de', 'Wasser für alle')`,
      [id],
    );
    await this.query(`INSERT INTO registration_rules (session_id, offers_certificates) VALUES ($1, $2)`, [
      id,
      offersCertificates,
    ]);
    return id;
  }

  async somebody(
    sessionId: string,
    {
      name = 'Ada Sample',
      state = 'confirmed',
      language = 'en',
    }: { name?: string; state?: RegistrationState; language?: Language } = {},
  ): Promise<Somebody> {
    const participantId = randomUUID();
    const registrationId = randomUUID();
    const token = newToken();
    await this.query(
      `INSERT INTO participants (id, email, email_key, name, language, time_zone, verified_at)
       VALUES ($1, $2, $2, $3, $4, 'Europe/Kyiv', now())`,
      [participantId, `${participantId}@city.example`, name, language],
    );
    await this.query(
      `INSERT INTO registrations (id, session_id, participant_id, state, name, language, time_zone, privacy_notice, queue_number)
       VALUES ($1, $2, $3, $4, $5, $6, 'Europe/Kyiv', '1', CASE WHEN $4 = 'waitlisted' THEN 1 END)`,
      [registrationId, sessionId, participantId, state, name, language],
    );
    await this.query(
      `INSERT INTO participant_links (participant_id, purpose, token_hash) VALUES ($1, 'manage', $2)`,
      [participantId, hashOf(token)],
    );
    return { participantId, registrationId, token };
  }

  /** A question asked afterwards; the ids of its options are their labels in small letters. */
  async aQuestion(
    sessionId: string,
    kind: string,
    { isRequired = false, options = [] as string[] } = {},
  ): Promise<string> {
    const [form] = await this.query<{ id: string }>(
      `INSERT INTO question_forms (session_id, purpose) VALUES ($1, 'feedback')
       ON CONFLICT (session_id, purpose) DO UPDATE SET version = question_forms.version + 1 RETURNING id`,
      [sessionId],
    );
    const [question] = await this.query<{ id: string }>(
      `INSERT INTO questions (form_id, position, kind, is_required, texts, options)
       VALUES ($1, (SELECT count(*) FROM questions WHERE form_id = $1), $2, $3, $4, $5) RETURNING id`,
      [
        form?.id,
        kind,
        isRequired,
        JSON.stringify({ en: { label: `A ${kind} question`, hint: '' } }),
        JSON.stringify(options.map((label) => ({ id: label.toLowerCase(), labels: { en: label } }))),
      ],
    );
    return question?.id ?? '';
  }

  /** By somebody's own link. */
  own(method: 'get' | 'post', path: string, token: string, body?: object): request.Test {
    return this.call(method, path, body).set('Authorization', `Bearer ${token}`);
  }

  async page({ registrationId, token }: Somebody): Promise<AfterPage> {
    const answer = await this.own('get', followUpApiPaths.afterPage(registrationId), token).expect(200);
    return answer.body as AfterPage;
  }

  give({ registrationId, token }: Somebody, feedback: Partial<GiveFeedback>): request.Test {
    const body = {
      rating: null,
      comment: '',
      answers: [],
      isAnonymous: false,
      language: 'en',
      ...feedback,
    };
    return this.own('post', followUpApiPaths.giveFeedback(registrationId), token, body);
  }
}
