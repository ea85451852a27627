import type { Count } from './figures';
import type { ProgrammeFacets, ProgrammeMonth, ProgrammeWindow } from './programme-filter';
import type { RecapTeaser } from './recaps';
import type { SeriesHead, SeriesTeaser } from './series';
import type { SessionTeaser } from './sessions';

/** A city that took part, for the map. */
export interface MapCity {
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Degrees, WGS 84; null where nobody knows where that is. */
  latitude: number | null;
  longitude: number | null;
}

export interface HomePage {
  /** The series that runs now or comes next; null before the first is published. */
  running: { series: SeriesHead; nextSession: SessionTeaser | null } | null;
  nextSessions: SessionTeaser[];
  latestRecaps: RecapTeaser[];
  cities: MapCity[];
  /** ISO 3166-1 alpha-2, in their order: how many came from each is for the page of figures to say. */
  countries: string[];
  figures: Count[];
  earlierSeries: SeriesTeaser[];
}

export interface SeriesPage {
  series: SeriesHead;
  /** Past and coming in one flow, by start: those of the window. None where a month is asked for. */
  sessions: SessionTeaser[];
  window: ProgrammeWindow;
  filters: ProgrammeFacets;
  /** null where the flow is asked for. */
  month: ProgrammeMonth | null;
  recaps: RecapTeaser[];
}
