import { Injectable } from '@nestjs/common';
import { Clock, fallbackOrder, seriesNotFound } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type {
  AudienceChoice,
  FairSlots,
  PlannedAudience,
  SearchSlots,
  SeriesFairness,
} from '@reihe/shared-planning';
import { burdenOver, dayPartOf, sparing, suggestSlots } from '@reihe/shared-policies';
import { AudienceRepository, type SeriesSession, type SeriesSessions } from './audience.repository';
import {
  knownAudience,
  plannedAudience,
  type KnownAudience,
  type PlaceOfCountries,
} from './planned-audience';

const WEEK = 7;
const STEP_MINUTES = 30;
const SUGGESTIONS = 5;

/** Whose night a session is: for one slot, for the slots of a week, and over a series. */
@Injectable()
export class FairTime {
  constructor(
    private readonly audiences: AudienceRepository,
    private readonly clock: Clock,
  ) {}

  async audience(choice: AudienceChoice, language: Language): Promise<PlannedAudience> {
    return plannedAudience(await this.known(choice, language));
  }

  async slots(search: SearchSlots, language: Language): Promise<FairSlots> {
    const audience = await this.known(search, language);
    const earlier = search.seriesId === null ? [] : (await this.series(search.seriesId, language)).sessions;
    const found = suggestSlots(
      {
        from: search.from,
        days: WEEK,
        timeZone: search.timeZone,
        durationMinutes: search.durationMinutes,
        weekdays: search.weekdays,
        stepMinutes: STEP_MINUTES,
        audiences: sparing(audience.places, nightsOf(earlier, audience.places)),
      },
      SUGGESTIONS,
    );
    return {
      audience: plannedAudience(audience),
      slots: found.map(({ startsAt, endsAt, startsLocal, fairness }) => ({
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        startsLocal,
        fairness,
      })),
    };
  }

  async ofSeries(id: string, language: Language): Promise<SeriesFairness> {
    const { seriesId, title, sessions } = await this.series(id, language);
    const isForAll = sessions.length === 0 || sessions.some((one) => one.chosenRegionIds.length === 0);
    const regionIds = [...new Set(sessions.flatMap((one) => one.chosenRegionIds))];
    const audience = await this.known({ regionIds, zones: [] }, language, isForAll);
    return {
      seriesId,
      title,
      audience: plannedAudience(audience),
      sessions: sessions.map((session) => ({
        ...toFairness(session),
        dayParts: audience.places.map((place) =>
          isFor(session, place) ? dayPartOf(slotOf(session), place.timeZone) : null,
        ),
      })),
      burden: audience.places.map((place) => ({ placeId: place.id, ...burdenOn(place, sessions) })),
    };
  }

  /** @param isWorld everyone else, too: regions that are chosen keep their countries for themselves */
  private async known(choice: AudienceChoice, language: Language, isWorld?: boolean): Promise<KnownAudience> {
    const facts = await this.audiences.facts(choice, fallbackOrder(language), null, isWorld);
    return knownAudience(facts, this.clock.now());
  }

  private async series(id: string, language: Language): Promise<SeriesSessions> {
    const series = await this.audiences.sessionsOf(id, fallbackOrder(language));
    if (!series) throw seriesNotFound();
    return series;
  }
}

function nightsOf(
  sessions: readonly SeriesSession[],
  places: readonly PlaceOfCountries[],
): Map<string, number> {
  return new Map(places.map((place) => [place.id, burdenOn(place, sessions).sessions.night]));
}

function burdenOn(place: PlaceOfCountries, sessions: readonly SeriesSession[]) {
  const meant = sessions.filter((session) => isFor(session, place));
  const [burden] = burdenOver(meant.map(slotOf), [place]);
  return { sessions: burden?.sessions ?? { 'working-hours': 0, 'early-or-late': 0, night: 0 } };
}

/**
 * A session without regions is for everyone; a zone chosen by hand is of no country and always meant. Decided by countries, for a
 * session may be for a region above or below the one that is looked at.
 */
function isFor({ chosenRegionIds, countries }: SeriesSession, place: PlaceOfCountries): boolean {
  if (chosenRegionIds.length === 0 || place.countries.length === 0) return true;
  return place.countries.some((country) => countries.includes(country));
}

function toFairness({ chosenRegionIds: _chosen, countries: _countries, ...session }: SeriesSession) {
  return session;
}

function slotOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}
