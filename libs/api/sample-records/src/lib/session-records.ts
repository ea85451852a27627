import {
  AgendaItemRow,
  AgendaItemTranslationRow,
  CategoryRow,
  CategoryTranslationRow,
  ContributionRow,
  ContributionTranslationRow,
  ParticipantRow,
  RegionRow,
  RegionTranslationRow,
  RegistrationRow,
  SessionCategoryRow,
  SessionRegionRow,
  SpeakerRow,
  StatedCountRow,
  type TestDatabase,
} from '@reihe/api-persistence';
import type { AgendaKind, ContributionRole } from '@reihe/shared-contracts';

type DataSource = TestDatabase['dataSource'];

export async function aRegion(store: DataSource, slug: string, parentId: string | null = null) {
  const { id } = await store.getRepository(RegionRow).save({ slug, parentId, tint: 'africa' as const });
  await store.getRepository(RegionTranslationRow).insert({ regionId: id, language: 'en', name: slug });
  return id;
}

export async function aCategory(store: DataSource, slug: string) {
  const { id } = await store.getRepository(CategoryRow).save({ slug });
  await store.getRepository(CategoryTranslationRow).insert([
    { categoryId: id, language: 'en', name: `${slug} & more` },
    { categoryId: id, language: 'de', name: `${slug} und mehr` },
  ]);
  return id;
}

export async function classify(store: DataSource, sessionId: string, regionId: string, categoryId: string) {
  await store.getRepository(SessionRegionRow).insert({ sessionId, regionId });
  await store.getRepository(SessionCategoryRow).insert({ sessionId, categoryId });
}

export async function anAgendaItem(
  store: DataSource,
  sessionId: string,
  title: string,
  kind: AgendaKind = 'talk',
) {
  const items = store.getRepository(AgendaItemRow);
  const position = await items.countBy({ sessionId });
  const place = { startsAfter: position * 30, durationMinutes: 30, position };
  const { id } = await items.save({ sessionId, kind, ...place });
  await store.getRepository(AgendaItemTranslationRow).insert({ agendaItemId: id, language: 'en', title });
  return id;
}

/** @param name null: a city whose person is not named. */
export async function aContribution(
  store: DataSource,
  sessionId: string,
  part: { name: string | null; role: ContributionRole; agendaItemId?: string },
) {
  const { name, role, agendaItemId = null } = part;
  const speakers = store.getRepository(SpeakerRow);
  const speaker =
    name === null
      ? null
      : ((await speakers.findOneBy({ name })) ??
        (await speakers.save({ name, email: 'private@example.org' })));
  const { id } = await store.getRepository(ContributionRow).save({
    sessionId,
    agendaItemId,
    speakerId: speaker?.id ?? null,
    role,
    position: 0,
    city: 'Lviv',
    country: 'UA',
  });
  await store
    .getRepository(ContributionTranslationRow)
    .insert({ contributionId: id, language: 'en', position: 'Head of water', organisation: '', topic: '' });
  return { speakerId: speaker?.id ?? null };
}

export async function state(store: DataSource, count: Partial<StatedCountRow>): Promise<void> {
  await store
    .getRepository(StatedCountRow)
    .insert({ origin: 'reported', source: 'Sample host', statedOn: '2026-11-01', ...count });
}

export async function register(store: DataSource, sessionId: string, people: number): Promise<void> {
  for (let number = 1; number <= people; number += 1) {
    const email = `${sessionId}-${number}@example.org`;
    const person = { name: 'Sample', language: 'en' as const, timeZone: 'UTC' };
    const { id } = await store.getRepository(ParticipantRow).save({ email, emailKey: email, ...person });
    await store
      .getRepository(RegistrationRow)
      .insert({ sessionId, participantId: id, state: 'confirmed', privacyNotice: '1', ...person });
  }
}

/** Somebody named with a part in the session. @returns the speaker's id */
export async function aSpeakerOf(store: DataSource, sessionId: string, name: string): Promise<string> {
  const { speakerId } = await aContribution(store, sessionId, { name, role: 'speaker' });
  if (speakerId === null) throw new Error('Nobody is named.');
  return speakerId;
}
