import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThrottlerModule } from '@nestjs/throttler';
import {
  FeatureApp,
  type FeatureParts,
  Jobs,
  PortalRenderer,
  startFeature,
  type SubmittedForm,
} from '@reihe/api-platform';
import { apiPaths, type SaveSpeaker, type SessionState, type Speaker } from '@reihe/shared-contracts';
// eslint-disable-next-line no-restricted-imports -- part of specs: nothing that ships imports this folder
import { FixedClock } from '@reihe/shared-testing';
import { DirectoryModule } from '../directory.module';
import { directoryRootRoutes } from '../invitations/speaker-page.controller';

export const NOW = '2026-09-01T08:00:00Z';

export interface MailRow {
  template: string;
  to_address: string;
  language: string;
  subject: string;
  text: string;
  calendar: string | null;
}

class PageOfForms extends PortalRenderer {
  form: SubmittedForm | undefined;

  render(_path: string, form?: SubmittedForm): Promise<{ status: number; html: string }> {
    this.form = form;
    return Promise.resolve({ status: form?.problem.status ?? 200, html: '<p></p>' });
  }
}

/** The directory over HTTP; sessions are written as rows. */
export class DirectoryApp extends FeatureApp {
  readonly clock: FixedClock;
  readonly pages: PageOfForms;
  private sessions = 0;

  constructor(
    parts: FeatureParts,
    { clock, pages }: { clock: FixedClock; pages: PageOfForms },
    private readonly folder: string,
  ) {
    super(parts);
    this.clock = clock;
    this.pages = pages;
  }

  static openDirectory(): Promise<DirectoryApp> {
    const clock = new FixedClock(NOW);
    const pages = new PageOfForms();
    const folder = mkdtempSync(join(tmpdir(), 'reihe-directory-'));
    const jobs: Pick<Jobs, 'on' | 'every' | 'send'> = {
      on: () => undefined,
      every: () => undefined,
      send: () => undefined,
    };
    const surroundings = {
      module: class Surroundings {},
      global: true,
      providers: [
        { provide: Jobs, useValue: jobs },
        { provide: PortalRenderer, useValue: pages },
      ],
      exports: [Jobs, PortalRenderer],
    };
    const modules = [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]), surroundings, DirectoryModule];
    return startFeature(
      { clock, modules, rootRoutes: directoryRootRoutes, config: { storageDir: folder } },
      (parts) => new DirectoryApp(parts, { clock, pages }, folder),
    );
  }

  override async close(): Promise<void> {
    await super.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  async one<Row>(sql: string, parameters: unknown[] = []): Promise<Row> {
    const [row] = await this.rows<Row>(sql, parameters);
    if (row === undefined) throw new Error(`No row: ${sql}`);
    return row;
  }

  aSpeaker(change: Partial<SaveSpeaker> = {}): Promise<Speaker> {
    return this.answer('post', apiPaths.speakers, { ...aSaveSpeaker(), ...change });
  }

  /** A session of a series of its own, in Berlin's afternoon a week from now. */
  async aSession(state: SessionState = 'published'): Promise<{ id: string; slug: string }> {
    const slug = `session-${(this.sessions += 1)}`;
    const { id } = await this.one<{ id: string }>(
      `WITH y AS (
         INSERT INTO series (slug, state, starts_on, ends_on, time_zone, default_language)
         VALUES ($1, 'published', '2026-01-01', '2026-12-31', 'Europe/Berlin', 'en') RETURNING id
       ), yt AS (
         INSERT INTO series_translations (series_id, language, title) SELECT id, 'en', 'Water' FROM y
       ), s AS (
         INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages,
                               cancel_reason, meeting_url)
         SELECT id, $1, $2, 'exchange', '2026-09-08T12:00Z', '2026-09-08T14:00Z', '2026-09-08T14:00', '2026-09-08T16:00',
                'Europe/Berlin', '{en}', CASE WHEN $2 = 'cancelled' THEN 'Storm' END, 'https://meet.example/secret-room'
         FROM y RETURNING id
       ), st AS (
         INSERT INTO session_translations (session_id, language, title)
         SELECT s.id, t.language, t.title FROM s, (VALUES ('en', 'Leaking pipes'), ('de', 'Undichte Rohre')) AS t(language, title)
       ) SELECT id FROM s`,
      [slug, state],
    );
    return { id, slug };
  }

  /** A part in the session, with the details of that day. */
  async aPart(sessionId: string, speakerId: string | null, city = 'Lviv'): Promise<string> {
    const { id } = await this.one<{ id: string }>(
      `WITH c AS (
         INSERT INTO contributions (session_id, speaker_id, role, city, country, position)
         VALUES ($1, $2, 'moderator', $3, 'UA', 0) RETURNING id
       ), t AS (
         INSERT INTO contribution_translations (contribution_id, language, job_position, organisation, topic)
         SELECT id, 'en', 'Head then', 'City then', 'Who pays' FROM c
       ) SELECT id FROM c`,
      [sessionId, speakerId, city],
    );
    return id;
  }

  invite(sessionId: string, ...contributionIds: string[]) {
    return this.call('post', apiPaths.sessionInvitations(sessionId), { contributionIds });
  }

  mails(to: string): Promise<MailRow[]> {
    return this.rows<MailRow>(`SELECT * FROM outbox_messages WHERE to_address = $1 ORDER BY created_at, id`, [
      to,
    ]);
  }

  /** The token in the latest mail to this address. */
  async token(to: string): Promise<string> {
    const mail = (await this.mails(to)).at(-1);
    const found = /\/speakers\/([\w-]{20,})/.exec(mail?.text ?? '')?.[1];
    if (!found) throw new Error(`No link in a mail to ${to}.`);
    return found;
  }
}

let people = 0;

/** Each with an address of their own. */
export function aSaveSpeaker(): SaveSpeaker {
  people += 1;
  return {
    version: 0,
    title: 'Dr.',
    name: `Sample Speaker ${people}`,
    email: `speaker${people}@example.org`,
    city: 'Lviv',
    country: 'UA',
    language: 'de',
    translations: { en: { position: 'Head of water', organisation: 'City of Lviv', bio: '' } },
  };
}
