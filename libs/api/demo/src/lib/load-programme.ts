import { randomUUID } from 'node:crypto';
import {
  AgendaItemRow,
  AgendaItemTranslationRow,
  ContributionRow,
  ContributionTranslationRow,
  SeriesCategoryRow,
  SeriesRow,
  SeriesTranslationRow,
  SessionCategoryRow,
  SessionRegionRow,
  SessionRow,
  SessionTranslationRow,
  SpeakerRow,
  SpeakerTranslationRow,
  StatedCountRow,
} from '@reihe/api-persistence';
import type { SessionState } from '@reihe/shared-contracts';
import { Temporal } from 'temporal-polyfill';
import {
  dayFrom,
  instantsOf,
  referenceSeries,
  referenceSessions,
  referenceSpeakers,
  upcomingSeries,
  upcomingSessions,
  upcomingSpeakers,
  type AgendaItemContent,
  type Bilingual,
  type HeldSessionContent,
  type ReferenceSeriesContent,
  type UpcomingSeriesContent,
  type UpcomingSessionContent,
} from '@reihe/api-demo-content';
import { speakerName } from '@reihe/api-demo-content';
import type { DemoRepository } from './demo.repository';
import { idsFor, perLanguage, type Ids } from './ids';
import type { TaxonomyIds } from './load-taxonomy';

export interface ProgrammeIds {
  series: Ids;
  sessions: Ids;
}

type SessionContent = HeldSessionContent | UpcomingSessionContent;

/** The one line a session keeps of somebody as of that session: the directory's details where the content adds none. */
interface SpeakerDetails {
  position: Bilingual;
  organisation: Bilingual;
  city: string;
  country: string | null;
}

const nothing: Bilingual = { de: '', en: '' };

/** @param today the day of loading, `YYYY-MM-DD`: the upcoming series' dates count from it. */
export async function loadProgramme(
  store: DemoRepository,
  taxonomy: TaxonomyIds,
  media: Ids,
  today: string,
): Promise<ProgrammeIds> {
  const series = idsFor([referenceSeries, upcomingSeries]);
  const sessions = idsFor([...referenceSessions, ...upcomingSessions]);
  await loadSeries(store, { series, taxonomy, media, today });
  const speakers = await loadSpeakers(store);
  for (const content of referenceSessions) {
    await loadSession(store, content, {
      series: series(referenceSeries.key),
      sessions,
      taxonomy,
      speakers,
      today,
    });
  }
  for (const content of upcomingSessions) {
    await loadSession(store, content, {
      series: series(upcomingSeries.key),
      sessions,
      taxonomy,
      speakers,
      today,
    });
  }
  await loadReportedCounts(store, series, today);
  return { series, sessions };
}

async function loadSeries(
  store: DemoRepository,
  ids: { series: Ids; taxonomy: TaxonomyIds; media: Ids; today: string },
): Promise<void> {
  for (const content of [referenceSeries, upcomingSeries]) {
    const seriesId = ids.series(content.key);
    await store.insert(SeriesRow, [
      {
        id: seriesId,
        slug: content.key,
        state: 'published',
        ...periodOf(content, ids.today),
        defaultLanguage: content.defaultLanguage,
        timeZone: content.timeZone,
        isSample: true,
        coverMediaId: ids.media(content.cover),
      },
    ]);
    await store.insert(
      SeriesTranslationRow,
      perLanguage(content.title, (language) => ({
        seriesId,
        language,
        title: content.title[language] ?? '',
        summary: content.summary[language] ?? '',
        host: content.host[language] ?? '',
        commissioner: content.commissioner[language] ?? '',
      })),
    );
    await store.insert(
      SeriesCategoryRow,
      content.categories.map((key) => ({ seriesId, categoryId: ids.taxonomy.categories(key) })),
    );
  }
}

function periodOf(content: ReferenceSeriesContent | UpcomingSeriesContent, today: string) {
  if ('startsOn' in content) return { startsOn: content.startsOn, endsOn: content.endsOn };
  return { startsOn: dayFrom(today, content.startsOffset), endsOn: dayFrom(today, content.endsOffset) };
}

interface SpeakerDirectory {
  ids: Ids;
  details: (key: string) => SpeakerDetails;
}

async function loadSpeakers(store: DemoRepository): Promise<SpeakerDirectory> {
  const named = referenceSpeakers.map((speaker) => ({ ...speaker, city: '', country: null }));
  const madeUp = upcomingSpeakers.map((speaker) => ({ ...speaker, title: '', name: speakerName(speaker) }));
  const all = [...named, ...madeUp];
  const ids = idsFor(all);
  await store.insert(
    SpeakerRow,
    all.map(({ key, title, name, city, country }) => ({ id: ids(key), title, name, city, country })),
  );
  await store.insert(
    SpeakerTranslationRow,
    all.flatMap(({ key, position, organisation }) =>
      perLanguage(position, (language) => ({
        speakerId: ids(key),
        language,
        position: position[language] ?? '',
        organisation: organisation[language] ?? '',
      })),
    ),
  );
  const details = new Map(all.map((speaker) => [speaker.key, speaker]));
  return {
    ids,
    details: (key) =>
      details.get(key) ?? { position: nothing, organisation: nothing, city: '', country: null },
  };
}

interface SessionPlace {
  series: string;
  sessions: Ids;
  taxonomy: TaxonomyIds;
  speakers: SpeakerDirectory;
  today: string;
}

async function loadSession(
  store: DemoRepository,
  content: SessionContent,
  place: SessionPlace,
): Promise<void> {
  const sessionId = place.sessions(content.key);
  await store.insert(SessionRow, [
    {
      id: sessionId,
      seriesId: place.series,
      slug: content.key,
      kind: content.kind,
      ...scheduleOf(content, place.today),
    },
  ]);
  await store.insert(
    SessionTranslationRow,
    perLanguage(content.title, (language) => ({
      sessionId,
      language,
      title: content.title[language] ?? '',
      abstract: content.abstract[language] ?? '',
    })),
  );
  await store.insert(
    SessionRegionRow,
    content.regions.map((key) => ({ sessionId, regionId: place.taxonomy.regions(key) })),
  );
  await store.insert(
    SessionCategoryRow,
    content.categories.map((key) => ({ sessionId, categoryId: place.taxonomy.categories(key) })),
  );
  for (const [position, item] of content.agenda.entries()) {
    await loadAgendaItem(store, item, { sessionId, position, speakers: place.speakers });
  }
}

function scheduleOf(content: SessionContent, today: string) {
  const day = 'heldOn' in content ? content.heldOn : dayFrom(today, content.dayOffset);
  const { startsAt, endsAt } = instantsOf(day, content.startsAt, content.minutes, content.timeZone);
  const wallClock = (instant: Date) =>
    Temporal.Instant.fromEpochMilliseconds(instant.getTime())
      .toZonedDateTimeISO(content.timeZone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
  const times = {
    startsAt,
    endsAt,
    startsLocal: wallClock(startsAt),
    endsLocal: wallClock(endsAt),
    timeZone: content.timeZone,
    languages: [...content.languages],
    interpretation: [...content.interpretation],
  };
  if ('heldOn' in content) return { ...times, state: 'held' as SessionState };
  return {
    ...times,
    state: content.state,
    capacity: content.capacity,
    ...registrationWindow(content, day, today),
    meetingUrl: content.meeting?.url ?? '',
    meetingPasscode: content.meeting?.passcode ?? '',
    // One text for everyone so far: the series' default language is what the organiser typed.
    cancelReason: content.cancelReason?.[upcomingSeries.defaultLanguage] ?? null,
    sequence: content.state === 'cancelled' ? 1 : 0,
  };
}

function registrationWindow({ registration, timeZone }: UpcomingSessionContent, day: string, today: string) {
  if (!registration) return { registrationOpensAt: null, registrationClosesAt: null };
  const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
  const closesOn = Temporal.PlainDate.from(day).subtract({ days: registration.closesDaysBefore });
  return {
    registrationOpensAt: midnight(Temporal.PlainDate.from(today).add({ days: registration.opensOffset })),
    registrationClosesAt: registration.closesDaysBefore === 0 ? null : midnight(closesOn),
  };
}

async function loadAgendaItem(
  store: DemoRepository,
  item: AgendaItemContent,
  place: { sessionId: string; position: number; speakers: SpeakerDirectory },
): Promise<void> {
  const agendaItemId = randomUUID();
  const { sessionId, position, speakers } = place;
  await store.insert(AgendaItemRow, [
    {
      id: agendaItemId,
      sessionId,
      position,
      kind: item.kind,
      startsAfter: item.startsAfter,
      durationMinutes: item.durationMinutes,
    },
  ]);
  await store.insert(
    AgendaItemTranslationRow,
    perLanguage(item.title, (language) => ({ agendaItemId, language, title: item.title[language] ?? '' })),
  );
  for (const [order, contribution] of item.contributions.entries()) {
    const contributionId = randomUUID();
    const known = contribution.speaker === undefined ? null : speakers.details(contribution.speaker);
    const position = contribution.position ?? known?.position ?? nothing;
    const organisation = contribution.organisation ?? known?.organisation ?? nothing;
    await store.insert(ContributionRow, [
      {
        id: contributionId,
        sessionId,
        agendaItemId,
        speakerId: contribution.speaker === undefined ? null : speakers.ids(contribution.speaker),
        role: contribution.role,
        position: order,
        city: contribution.city ?? known?.city ?? '',
        country: contribution.country ?? known?.country ?? null,
      },
    ]);
    await store.insert(
      ContributionTranslationRow,
      perLanguage(position, (language) => ({
        contributionId,
        language,
        position: position[language] ?? '',
        organisation: organisation[language] ?? '',
      })),
    );
  }
}

/** What hosts stated without records. */
async function loadReportedCounts(store: DemoRepository, series: Ids, today: string): Promise<void> {
  await store.insert(
    StatedCountRow,
    [referenceSeries, upcomingSeries].flatMap((content) =>
      content.stated.map(({ measure, value, isAtLeast, source, note }) => ({
        seriesId: series(content.key),
        measure,
        value,
        isAtLeast,
        source,
        note: note ?? null,
        origin: 'reported' as const,
        statedOn: 'endsOn' in content ? content.endsOn : today,
      })),
    ),
  );
}
