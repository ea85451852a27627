import type { Language } from '@reihe/shared-contracts';

/** Something that a sheet names. */
export interface NamedThing {
  id: string;
  /** As the reader is shown it. */
  title: string;
  /** All by which it may be called: its name in every language, and its address. */
  names: string[];
}

export interface NamedSeries extends NamedThing {
  timeZone: string;
  language: Language;
}

/** What the rows of a sheet may name. */
export interface ImportContext {
  series: NamedSeries[];
  regions: NamedThing[];
  categories: NamedThing[];
}
