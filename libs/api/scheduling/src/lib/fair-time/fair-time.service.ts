import { Injectable } from '@nestjs/common';
import { Clock, DomainError, fallbackOrder } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type {
  AudienceChoice,
  AudiencePlace,
  FairSlots,
  PlannedAudience,
  SearchSlots,
  SeriesFairness,
} from '@reihe/shared-planning';
import { burdenOver, dayPartOf, sparing, suggestSlots } from '@reihe/shared-policies';
import { AudienceRepository, type SeriesSession, type SeriesSessions } from './audience.repository';
import { plannedAudience } from './planned-audience';

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
    const facts = await this.audiences.facts(choice, fallbackOrder(language), null);
    return plannedAudience(facts, this.clock.now());
  }

  async slots(search: SearchSlots, language: Language): Promise<FairSlots> {
    const audience = await this.audience(search, language);
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
      audience,
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
    const isForAll = sessions.some(({ chosenRegionIds }) => chosenRegionIds.length === 0);
    const regionIds = isForAll ? [] : [...new Set(sessions.flatMap((one) => one.chosenRegionIds))];
    const audience = await this.audience({ regionIds, zones: [] }, language);
    return {
      seriesId,
      title,
      audience,
      sessions: sessions.map(({ chosenRegionIds: _chosen, regionIds: regions, ...session }) => ({
        ...session,
        dayParts: audience.places.map((place) =>
          isFor(regions, place) ? dayPartOf(slotOf(session), place.timeZone) : null,
        ),
      })),
      burden: audience.places.map((place) => ({ placeId: place.id, ...burdenOn(place, sessions) })),
    };
  }

  private async series(id: string, language: Language): Promise<SeriesSessions> {
    const series = await this.audiences.sessionsOf(id, fallbackOrder(language));
    if (!series) throw new DomainError('series.not-found', 404);
    return series;
  }
}

function nightsOf(sessions: readonly SeriesSession[], places: readonly AudiencePlace[]): Map<string, number> {
  return new Map(places.map((place) => [place.id, burdenOn(place, sessions).sessions.night]));
}

function burdenOn(place: AudiencePlace, sessions: readonly SeriesSession[]) {
  const meant = sessions.filter(({ regionIds }) => isFor(regionIds, place));
  const [burden] = burdenOver(meant.map(slotOf), [place]);
  return { sessions: burden?.sessions ?? { 'working-hours': 0, 'early-or-late': 0, night: 0 } };
}

/** A session without regions is for everyone; a zone chosen by hand is of no region and always meant. */
function isFor(regionIds: readonly string[], { groupId, id }: AudiencePlace): boolean {
  return regionIds.length === 0 || id === groupId || regionIds.includes(groupId);
}

function slotOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}
