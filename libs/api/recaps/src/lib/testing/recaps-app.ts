import {
  MediaRow,
  MediaTranslationRow,
  SeriesRow,
  SeriesTranslationRow,
  SessionRow,
  SessionTranslationRow,
} from '@reihe/api-persistence';
import { type Clock, FeatureApp, JobsModule, startFeature } from '@reihe/api-platform';
import {
  apiPaths,
  type AdminLanguage,
  type Language,
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

  async aSeries(slug: string, change: Partial<SeriesRow> = {}): Promise<string> {
    const { dataSource } = this.database;
    const row = { slug, state: 'published', startsOn: '2026-03-01', endsOn: '2026-12-15' } as const;
    const { id } = await dataSource
      .getRepository(SeriesRow)
      .save({ ...row, defaultLanguage: 'en', timeZone: 'Europe/Berlin', ...change });
    await dataSource.getRepository(SeriesTranslationRow).insert([
      { seriesId: id, language: 'en', title: `${slug} in English` },
      { seriesId: id, language: 'de', title: `${slug} auf Deutsch` },
    ]);
    return id;
  }

  async aSession(seriesId: string, slug: string, change: Partial<SessionRow> = {}): Promise<string> {
    const { dataSource } = this.database;
    const startsAt = new Date('2026-10-06T12:00:00Z');
    const { id } = await dataSource.getRepository(SessionRow).save({
      seriesId,
      slug,
      state: 'held',
      kind: 'exchange',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 7_200_000),
      startsLocal: '2026-10-06T14:00',
      endsLocal: '2026-10-06T16:00',
      timeZone: 'Europe/Berlin',
      languages: ['en'],
      meetingUrl: 'https://meet.example/very-secret',
      meetingPasscode: 'open-sesame',
      meetingNumber: 'id-sesame',
      meetingDialIn: [{ label: 'Land-sesame', number: '+49 555 0199', pin: 'pin-sesame' }],
      meetingHostNotes: 'notes-sesame',
      meetingAccount: 'account-sesame',
      ...change,
    });
    await dataSource.getRepository(SessionTranslationRow).insert([
      { sessionId: id, language: 'en', title: `${slug} in English` },
      { sessionId: id, language: 'de', title: `${slug} auf Deutsch` },
    ]);
    return id;
  }

  /** With a credit, and alt text in both languages. */
  async anImage(change: Partial<MediaRow> = {}): Promise<string> {
    const { dataSource } = this.database;
    const { id } = await dataSource.getRepository(MediaRow).save({
      fileName: 'pipe.jpg',
      mimeType: 'image/jpeg',
      width: 1600,
      height: 900,
      byteSize: 1000,
      sha256: 'sample',
      widths: [480, 960, 1600],
      photographer: 'Sample Photographer',
      agency: 'Sample Agency',
      consent: 'not-needed',
      ...change,
    });
    await dataSource.getRepository(MediaTranslationRow).insert([
      { mediaId: id, language: 'en', alt: 'A pipe' },
      { mediaId: id, language: 'de', alt: 'Ein Rohr' },
    ]);
    return id;
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
