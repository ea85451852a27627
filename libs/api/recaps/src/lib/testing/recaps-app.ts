import { type MediaRow, type SeriesRow, type SessionRow } from '@reihe/api-persistence';
import { aSeries, aSession, anImage } from '@reihe/api-sample-records';
import { type Clock, FeatureApp, JobsModule, startFeature } from '@reihe/api-platform';
import {
  apiPaths,
  type AdminLanguage,
  type Me,
  type RecapPageAnswer,
  type Role,
} from '@reihe/shared-contracts';
import { recapPaths, type Recap, type RecapText, type SaveRecap } from '@reihe/shared-editorial';
import { RecapsModule } from '../recaps.module';

/** The recaps over HTTP, with an editor signed in; what other features keep is written as rows. */
export class RecapsApp extends FeatureApp {
  private second: Promise<Me> | null = null;

  static async openAt(clock: Clock, beside?: FeatureApp): Promise<RecapsApp> {
    return startFeature(
      {
        clock,
        modules: [JobsModule, RecapsModule],
        role: 'editor',
        ...(beside && { beside }),
      },
      (parts) => new RecapsApp(parts),
    );
  }

  /** As somebody who is not signed in. */
  async read<T>(path: string): Promise<T> {
    this.user = undefined;
    return this.answer<T>('get', path).finally(() => (this.user = this.staff));
  }

  page(slug: string, language = 'en'): Promise<RecapPageAnswer> {
    return this.read(`${apiPaths.recapPage(slug)}?lang=${language}`);
  }

  /** Through review to the readers. */
  async publish(recap: Recap): Promise<Recap> {
    const { version } = await this.approve(recap);
    return this.answer('post', apiPaths.publishRecap(recap.id), { version, note: {} });
  }

  /** Through review, by a second pair of eyes. */
  async approve(recap: Recap): Promise<Recap> {
    const { version } = await this.answer<Recap>('post', apiPaths.submitRecap(recap.id), {
      version: recap.version,
    });
    return this.byReviewer(() => this.answer<Recap>('post', recapPaths.approve(recap.id), { version }));
  }

  async byReviewer<T>(work: () => Promise<T>): Promise<T> {
    const before = this.user;
    this.user = await this.reviewer();
    return work().finally(() => (this.user = before));
  }

  /** Another editor than the one who is signed in. */
  reviewer(): Promise<Me> {
    this.second ??= this.aColleague('Sample reviewer');
    return this.second;
  }

  async aColleague(name: string, role: Role = 'editor', language: AdminLanguage = 'en'): Promise<Me> {
    const email = `${name.toLowerCase().replaceAll(' ', '-')}@example.org`;
    const [row] = await this.database.dataSource.query<{ id: string }[]>(
      `INSERT INTO staff_accounts (email, email_key, name, password_hash, roles, language)
       VALUES ($1, $1, $2, '-', ARRAY[$3], $4) RETURNING id`,
      [email, name, role, language],
    );
    if (!row) throw new Error('No account was made.');
    return { id: row.id, email, name, roles: [role], language };
  }

  mails(): Promise<{ template: string; to_address: string; subject: string; text: string }[]> {
    return this.database.dataSource.query(
      `SELECT template, to_address, subject, text FROM outbox_messages ORDER BY created_at, to_address`,
    );
  }

  aSeries(slug: string, change: Partial<SeriesRow> = {}): Promise<string> {
    return aSeries(this.database.dataSource, slug, change);
  }

  aSession(seriesId: string, slug: string, change: Partial<SessionRow> = {}): Promise<string> {
    return aSession(this.database.dataSource, seriesId, slug, change);
  }

  anImage(change: Partial<MediaRow> = {}): Promise<string> {
    return anImage(this.database.dataSource, { consent: 'not-needed', ...change });
  }
}

/** What a form sends to save a recap as it was read. */
export function saveRecapOf(recap: Recap, change: Partial<SaveRecap> = {}): SaveRecap {
  const { version, seriesId, sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery } = recap;
  const { publishedOn, translations } = recap;
  return {
    ...{ version, seriesId, sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery },
    ...{ publishedOn, translations },
    ...change,
  };
}

export function aText(change: Partial<RecapText> = {}): RecapText {
  const words = change.title ?? 'What we learnt';
  return {
    title: words,
    slug: 'what-we-learnt',
    lead: 'Pipes leak everywhere.',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
    seoTitle: '',
    seoDescription: '',
    ...change,
  };
}
