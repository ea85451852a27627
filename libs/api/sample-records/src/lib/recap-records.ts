import {
  MediaRow,
  MediaTranslationRow,
  SeriesRow,
  SeriesTranslationRow,
  SessionRow,
  SessionTranslationRow,
  type TestDatabase,
} from '@reihe/api-persistence';

// What recaps look back on and show, for specs of features that do not make it. Each answers the id of its row.

type DataSource = TestDatabase['dataSource'];

export async function aSeries(
  store: DataSource,
  slug: string,
  change: Partial<SeriesRow> = {},
): Promise<string> {
  const row = { slug, state: 'published', startsOn: '2026-03-01', endsOn: '2026-12-15' } as const;
  const { id } = await store
    .getRepository(SeriesRow)
    .save({ ...row, defaultLanguage: 'en', timeZone: 'Europe/Berlin', ...change });
  await store.getRepository(SeriesTranslationRow).insert([
    { seriesId: id, language: 'en', title: `${slug} in English` },
    { seriesId: id, language: 'de', title: `${slug} auf Deutsch` },
  ]);
  return id;
}

export async function aSession(
  store: DataSource,
  seriesId: string,
  slug: string,
  change: Partial<SessionRow> = {},
): Promise<string> {
  const startsAt = new Date('2026-10-06T12:00:00Z');
  const { id } = await store.getRepository(SessionRow).save({
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
  await store.getRepository(SessionTranslationRow).insert([
    { sessionId: id, language: 'en', title: `${slug} in English` },
    { sessionId: id, language: 'de', title: `${slug} auf Deutsch` },
  ]);
  return id;
}

/** With a credit, and alt text in both languages. */
export async function anImage(store: DataSource, change: Partial<MediaRow> = {}): Promise<string> {
  const { id } = await store.getRepository(MediaRow).save({
    fileName: 'pipe.jpg',
    mimeType: 'image/jpeg',
    width: 1600,
    height: 900,
    byteSize: 1000,
    sha256: 'sample',
    widths: [480, 960, 1600],
    photographer: 'Sample Photographer',
    agency: 'Sample Agency',
    ...change,
  });
  await store.getRepository(MediaTranslationRow).insert([
    { mediaId: id, language: 'en', alt: 'A pipe' },
    { mediaId: id, language: 'de', alt: 'Ein Rohr' },
  ]);
  return id;
}
