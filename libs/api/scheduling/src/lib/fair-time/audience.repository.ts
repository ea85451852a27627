import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { oneRow } from '@reihe/api-platform';
import type { Language, RegionTint } from '@reihe/shared-contracts';
import type { AudienceChoice, SeriesFairnessSession } from '@reihe/shared-planning';
import { AUDIENCE_FACTS, SERIES_SESSIONS } from './audience.sql';

export interface RegionFacts {
  id: string;
  name: string;
  tint: RegionTint;
  countries: string[];
  /** Those with a confirmed place in any session, by the zone they gave; empty: none yet. */
  people: { country: string; timeZone: string; people: number }[];
}

export interface AudienceFacts {
  regions: RegionFacts[];
  zones: { timeZone: string; people: number }[];
  /** Of the series; null where there is none. */
  period: { startsOn: string; endsOn: string } | null;
}

export interface SeriesSession extends Omit<SeriesFairnessSession, 'dayParts'> {
  /** Empty: for everyone. */
  chosenRegionIds: string[];
  /** Of these regions and all below them. */
  countries: string[];
}

export interface SeriesSessions {
  seriesId: string;
  title: string;
  sessions: SeriesSession[];
}

@Injectable()
export class AudienceRepository {
  constructor(private readonly database: Database) {}

  /** Of whom is chosen, and with `isWorld` of everyone beside them; the whole world, too, where nobody is chosen. */
  async facts(
    { regionIds, zones }: AudienceChoice,
    languages: Language[],
    seriesId: string | null,
    isWorld = regionIds.length === 0 && zones.length === 0,
  ): Promise<AudienceFacts> {
    const parameters = [regionIds, zones, languages, seriesId, isWorld];
    return oneRow(await this.database.query<AudienceFacts>(AUDIENCE_FACTS, parameters));
  }

  async sessionsOf(seriesId: string, languages: Language[]): Promise<SeriesSessions | null> {
    const [series] = await this.database.query<SeriesSessions>(SERIES_SESSIONS, [seriesId, languages]);
    return series ?? null;
  }
}
