/** How many registrations of a session are in which state now. */
export interface SessionStateNumbers {
  /** With a proven address and not ended: confirmed, waiting or awaiting approval. */
  registered: number;
  confirmed: number;
  /** Seats kept for people who have filled in the form and not yet followed their link. */
  held: number;
  waiting: number;
  awaitingApproval: number;
  cancelled: number;
}

/** How far people came who registered themselves; each number is part of the one before. */
export interface SessionFunnel {
  sent: number;
  addressConfirmed: number;
  /** Ever had a place, even if it was given back. */
  seated: number;
  /** Pressed "Join": a hint of attendance, no proof. */
  joined: number;
}

export interface CountryNumbers {
  /** ISO 3166-1 alpha-2; null: not told. */
  country: string | null;
  registered: number;
  confirmed: number;
}

/** What had come together by the end of an hour or a day; those in which nothing happened are left out. */
export interface NumbersAt {
  /** Its beginning in the session's time zone, as an instant. */
  from: string;
  /** Forms until then. */
  sent: number;
  /** With a place then: who gave it back is not counted any more. */
  confirmed: number;
  /** Cancelled until then. */
  cancelled: number;
}

/** The live numbers of one session. */
export interface SessionNumbers {
  sessionId: string;
  title: string;
  slug: string;
  timeZone: string;
  startsAt: string;
  /** null: unlimited. */
  capacity: number | null;
  states: SessionStateNumbers;
  funnel: SessionFunnel;
  /** Added by organisers or imported, so in no step of the funnel. */
  addedByStaff: number;
  /** Of registered people, most first. */
  countries: CountryNumbers[];
  /** By the hour while everything fits into three days. */
  step: 'hour' | 'day';
  overTime: NumbersAt[];
}
