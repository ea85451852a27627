import type { RegionTint, RulesFor, SessionState } from '@reihe/shared-contracts';

/** How a session falls in somebody's day: within 9 to 18 o'clock, within 7 to 22, or with a part in the night. */
export const DAY_PARTS = ['working-hours', 'early-or-late', 'night'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** A slot as one audience meets it. */
export interface LocalSlot {
  audienceId: string;
  /** Wall clock there: `YYYY-MM-DDTHH:mm`. */
  startsLocal: string;
  endsLocal: string;
  dayPart: DayPart;
  people: number;
}

export interface SlotFairness {
  local: LocalSlot[];
  peopleAtNight: number;
  peopleEarlyOrLate: number;
  people: number;
  /** Mean cost per person: 0 is working hours for all, 1 is night for all. */
  burden: number;
}

/**
 * Where the number of people comes from. records: those with a confirmed place in any session so far · mixed: some groups have none
 * yet and are taken as large as the others are on average · equal: no group has any, all are taken as equally large
 */
export const AUDIENCE_BASES = ['records', 'mixed', 'equal'] as const;
export type AudienceBasis = (typeof AUDIENCE_BASES)[number];

/** A region, or a time zone that was chosen beside the regions. */
export interface AudienceGroup {
  /** Id of the region, or the zone's name. */
  id: string;
  /** The region's name in the reader's language; empty for a zone, which has its own. */
  name: string;
  /** null: a zone. */
  tint: RegionTint | null;
  hasRecords: boolean;
}

/** People of a group whose clocks agree all year. */
export interface AudiencePlace {
  id: string;
  groupId: string;
  timeZone: string;
  /** Its most populous cities, the largest first; at most three. */
  cities: string[];
  people: number;
}

export interface PlannedAudience {
  basis: AudienceBasis;
  groups: AudienceGroup[];
  places: AudiencePlace[];
  /** ISO 3166-1 alpha-2 codes of the regions. */
  countries: string[];
}

/** Whose hours count: regions, and zones beside them. Neither: the whole world. */
export interface AudienceChoice {
  regionIds: string[];
  zones: string[];
}

export interface SearchSlots extends AudienceChoice {
  /** First day that is looked at, in `timeZone`: `YYYY-MM-DD`. */
  from: string;
  timeZone: string;
  durationMinutes: number;
  /** 1 (Monday) to 7. */
  weekdays: number[];
  /** A series whose earlier sessions count: who was up at night often is spared first. */
  seriesId: string | null;
}

export interface FairSlot {
  startsAt: string;
  endsAt: string;
  /** Wall clock in the search's zone: `YYYY-MM-DDTHH:mm`. */
  startsLocal: string;
  fairness: SlotFairness;
}

/** The best slots of the week, the fairest first. */
export interface FairSlots {
  audience: PlannedAudience;
  slots: FairSlot[];
}

export interface SeriesFairnessSession {
  id: string;
  title: string;
  state: SessionState;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  /** One for each place of the audience, in its order; null: the session is not for them. */
  dayParts: (DayPart | null)[];
}

/** Which place had which part of the day how often. */
export interface PlaceBurden {
  placeId: string;
  sessions: Record<DayPart, number>;
}

/** Who carried what over the sessions of a series. */
export interface SeriesFairness {
  seriesId: string;
  title: string;
  audience: PlannedAudience;
  /** In order of time, without cancelled ones. */
  sessions: SeriesFairnessSession[];
  burden: PlaceBurden[];
}

export const audienceChoiceRules = {
  regionIds: { kind: 'list', format: 'uuid', maxLength: 60 },
  zones: { kind: 'list', format: 'time-zone', maxLength: 12 },
} as const satisfies RulesFor<AudienceChoice>;

export const searchSlotsRules = {
  ...audienceChoiceRules,
  from: { kind: 'text', format: 'date' },
  timeZone: { kind: 'text', format: 'time-zone' },
  durationMinutes: { kind: 'number', min: 5, max: 24 * 60 },
  weekdays: { kind: 'list', minLength: 1, maxLength: 7 },
  seriesId: { kind: 'text', format: 'uuid', optional: true },
} as const satisfies RulesFor<SearchSlots>;
