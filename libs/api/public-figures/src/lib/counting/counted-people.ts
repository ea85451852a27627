/** Who took part in a series, as the records say: every number, also those that nobody else may see. */
export interface CountedPeople {
  /** Different people with a place. */
  participants: number;
  participations: number;
  attended: number;
  regions: CountedPart[];
  countries: (CountedPart & { region: string | null })[];
  /** A city in each way it is written, with the most frequent first. */
  cities: { key: string; city: string; country: string; participants: number }[];
  languages: CountedPart[];
  sessions: CountedSession[];
}

export interface CountedPart {
  key: string;
  participants: number;
}

export interface CountedSession {
  id: string;
  participations: number;
  attended: number;
  /** Who came and was identified by nobody. */
  guests: number;
}

/** What of it everybody may read; null: not shown. */
export interface StoredBreakdown {
  regions: StoredPart[];
  countries: (StoredPart & { region: string | null })[];
  cities: { city: string; country: string; participants: number | null }[];
  otherCities: number;
  languages: StoredPart[];
  sessions: StoredSession[];
}

export interface StoredPart {
  key: string;
  participants: number | null;
}

export interface StoredSession {
  id: string;
  participations: number | null;
  /** Missing: nobody is on record as having come. */
  attended?: number | null;
  hasGuests: boolean;
}
