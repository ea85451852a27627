import type { Language, Measure, RegionTint } from '@reihe/shared-contracts';

/** Known people once each, and guests whom nobody identified: each may be one more person, or one of those. */
export interface GatheredPeople {
  people: number;
  guests: number;
}

export interface GatheredStated {
  measure: Measure;
  value: number;
  isAtLeast: boolean;
  source: string;
  /** ISO day. */
  statedOn: string;
}

export interface GatheredSession {
  startsAt: string;
  endsAt: string;
  timeZone: string;
  title: string;
  languages: string[];
  state: 'planned' | 'held' | 'cancelled';
  registered: number;
  confirmed: number;
  attended: number;
  guests: number;
  isImported: boolean;
  stated: GatheredStated[];
  recaps: { language: Language; slug: string }[];
}

export interface GatheredNumbers {
  registered: number;
  confirmed: number;
  waitlisted: number;
  sessions: number;
  participations: number;
  participants: number;
  regions: number;
  speakers: number;
  attended: number;
  guests: number;
  attendees: number;
  isImported: boolean;
  /** Of the basis, as are those below: people who are known. */
  known: number;
  cities: number;
  countries: number;
  organisations: number;
  returning: number;
  firstTimers: number;
  merged: number;
}

/** What the statement says of a series and a period. */
export interface Gathered {
  title: string;
  host: string;
  commissioner: string;
  timeZone: string;
  /** Every session that counts is in the period: what is stated of the series is of the same. */
  isWhole: boolean;
  numbers: GatheredNumbers;
  /** null: the default. */
  threshold: { sharePercent: number | null; minutes: number | null } | null;
  stated: GatheredStated[];
  sessionsByMonth: { month: string; sessions: number }[];
  registrationsByMonth: { month: string; registrations: number }[];
  returningByMonth: { month: string; firstTime: number; again: number }[];
  /** `key`: the region's. */
  regions: (GatheredPeople & { key: string; name: string; tint: RegionTint })[];
  categories: (GatheredPeople & { key: string; name: string })[];
  /** `regions`: keys of those it lies in. */
  countries: (GatheredPeople & { country: string | null; regions: string[] })[];
  cities: (GatheredPeople & { city: string; country: string | null })[];
  sessions: GatheredSession[];
}
