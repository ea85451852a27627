import type { Count, InLanguage, Language, RegionTerm, Term } from '@reihe/shared-contracts';
import type { AttendanceThreshold } from '@reihe/shared-figures';
import type { StoredBreakdown } from '../counting/counted-people';

/** What was counted and suppressed last. */
export interface StoredCount {
  countedAt: string;
  participants: number;
  participations: number;
  attended: number;
  breakdown: StoredBreakdown;
  hidden: string[];
}

export interface SessionOfFigures extends InLanguage {
  id: string;
  slug: string;
  title: string;
  startsAt: string;
  timeZone: string;
  month: string;
  /** Slugs. */
  categories: string[];
}

export interface SeriesOfFigures extends InLanguage {
  id: string;
  slug: string;
  title: string;
  host: string;
  startsOn: string;
  endsOn: string;
  isSample: boolean;
  languages: Language[];
  figures: Count[];
  /** Who came and was identified by nobody; 0 where nobody is on record. */
  guests: number;
  attendance: AttendanceThreshold;
  /** null: never counted. */
  stored: StoredCount | null;
  sessions: SessionOfFigures[];
}

export interface TotalsOfAll {
  sessions: number;
  participants: number;
  participations: number;
  countries: number;
  cities: number;
  attended: number;
  attendees: number;
  guests: number;
  importedOn: string | null;
}

export interface PublicFiguresRow {
  /** The latest first. */
  series: SeriesOfFigures[];
  /** null where one series is asked for. */
  totals: TotalsOfAll | null;
  regions: RegionTerm[];
  categories: Term[];
}
