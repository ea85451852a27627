import { randomUUID } from 'node:crypto';
import {
  RecapAddressRow,
  RecapCategoryRow,
  RecapGalleryRow,
  RecapRegionRow,
  RecapRevisionRow,
  RecapRevisionTranslationRow,
  RecapRow,
  RecapSessionRow,
  RecapTranslationRow,
} from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import {
  referenceRecaps,
  referenceSeries,
  referenceSessions,
  upcomingRecaps,
  upcomingSeries,
  upcomingSessions,
  type PublishedRecapContent,
  type UnpublishedRecapContent,
} from '@reihe/api-demo-content';
import type { DemoRepository } from './demo.repository';
import { perLanguage, type Ids } from './ids';
import type { ProgrammeIds } from './load-programme';
import type { TaxonomyIds } from './load-taxonomy';

interface RecapPlace {
  programme: ProgrammeIds;
  taxonomy: TaxonomyIds;
  media: Ids;
}

export async function loadRecaps(store: DemoRepository, place: RecapPlace): Promise<void> {
  for (const recap of referenceRecaps) await loadRecap(store, recap, referenceSeries.key, place);
  for (const recap of upcomingRecaps) await loadRecap(store, recap, upcomingSeries.key, place);
}

async function loadRecap(
  store: DemoRepository,
  content: PublishedRecapContent | UnpublishedRecapContent,
  seriesKey: string,
  { programme, taxonomy, media }: RecapPlace,
): Promise<void> {
  const recapId = randomUUID();
  const publishedOn = 'publishedOn' in content ? content.publishedOn : null;
  const publishedAt = publishedOn === null ? null : new Date(`${publishedOn}T09:00:00Z`);
  const sessionIds = content.sessions.map(programme.sessions);
  const covered = [...referenceSessions, ...upcomingSessions].filter(({ key }) =>
    content.sessions.includes(key),
  );
  const categoryIds = [...new Set(covered.flatMap(({ categories }) => categories))].map(taxonomy.categories);
  const regionIds = [...new Set(covered.flatMap(({ regions }) => regions))].map(taxonomy.regions);
  const gallery = content.gallery.map(media);

  await store.insert(RecapRow, [
    {
      id: recapId,
      seriesId: programme.series(seriesKey),
      state: 'state' in content ? content.state : 'published',
      byline: content.byline,
      leadMediaId: media(content.leadImage),
      publishedOn,
      currentRevision: publishedOn === null ? null : 1,
      publishedVersion: publishedOn === null ? null : 1,
      ...(publishedAt && { createdAt: publishedAt, updatedAt: publishedAt }),
    },
  ]);
  await store.insert(
    RecapTranslationRow,
    perLanguage(content.translations, (language) => ({ recapId, language, ...textOf(content, language) })),
  );
  await store.insert(
    RecapAddressRow,
    perLanguage(content.translations, (language) => ({
      recapId,
      language,
      slug: content.translations[language]?.slug ?? '',
      publishedAt,
    })),
  );
  await store.insert(
    RecapSessionRow,
    sessionIds.map((sessionId) => ({ recapId, sessionId })),
  );
  await store.insert(
    RecapCategoryRow,
    categoryIds.map((categoryId) => ({ recapId, categoryId })),
  );
  await store.insert(
    RecapRegionRow,
    regionIds.map((regionId) => ({ recapId, regionId })),
  );
  await store.insert(
    RecapGalleryRow,
    gallery.map((mediaId, position) => ({ recapId, mediaId, position })),
  );
  if (publishedAt === null) return;

  const revisionId = randomUUID();
  await store.insert(RecapRevisionRow, [
    {
      id: revisionId,
      recapId,
      number: 1,
      byline: content.byline,
      leadMediaId: media(content.leadImage),
      gallery,
      sessionIds,
      categoryIds,
      regionIds,
      createdAt: publishedAt,
    },
  ]);
  await store.insert(
    RecapRevisionTranslationRow,
    perLanguage(content.translations, (language) => ({ revisionId, language, ...textOf(content, language) })),
  );
}

function textOf({ translations }: PublishedRecapContent | UnpublishedRecapContent, language: Language) {
  const { title, lead, body } = translations[language] ?? translations.en;
  return { title, lead, body, seoTitle: '', seoDescription: '' };
}
