import type { RegistrationState, SessionState } from '@reihe/shared-contracts';
import type { AttendeeRole, DashboardFilter } from '@reihe/shared-figures';
import fc from 'fast-check';

/** What there is, by numbers: everything that a dashboard counts, small enough to be counted by hand. */
export interface World {
  series: { threshold: { sharePercent: number | null; minutes: number | null } | null }[];
  sessions: {
    series: number;
    state: SessionState;
    startsAt: string;
    minutes: number;
    timeZone: string;
    regions: number[];
    categories: number[];
    speakers: number[];
  }[];
  /** This entry turns out to be that person, who is another one. */
  merged: { entry: number; into: number } | null;
  registrations: WorldRegistration[];
  attendees: WorldAttendee[];
  /** How the dashboard is asked for, in numbers where the filter has ids. */
  filter: Omit<DashboardFilter, 'seriesId' | 'region' | 'category' | 'session'> & {
    series: number | null;
    sessionAt: number | null;
    regionAt: number | null;
    categoryAt: number | null;
  };
}

export interface WorldRegistration extends Said {
  session: number;
  entry: number;
  state: RegistrationState;
  timeZone: string;
  createdAt: string;
  confirmedAt: string | null;
  endedAt: string | null;
  isMarked: boolean;
}

export interface WorldAttendee extends Said {
  session: number;
  /** null: a guest. */
  entry: number | null;
  role: AttendeeRole;
  lines: ({ from: number; to: number } | { minutes: number })[];
}

/** What a person said of themselves. */
export interface Said {
  country: string | null;
  city: string;
  organisation: string;
  /** The organisation is known by its trace alone. */
  isOrganisationErased: boolean;
  language: 'en' | 'de';
}

export const PEOPLE = 5;
/** The second lies below the first; one country is of two trees, one of none. */
export const REGIONS: readonly { parent: number | null; countries: readonly string[] }[] = [
  { parent: null, countries: ['PT'] },
  { parent: 0, countries: ['UA'] },
  { parent: null, countries: ['BR', 'PT'] },
];
/** Ends of a line are in steps of so many seconds from the session's start. */
export const STEP_SECONDS = 30;

const ZONES = ['UTC', 'Europe/Kyiv', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Kiritimati'];
const small = (max: number) => fc.integer({ min: 0, max });
const some = (max: number) => fc.uniqueArray(small(max), { maxLength: 2 });
const moment = (month: string, from = 1, to = 28) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), small(23))
    .map(
      ([day, hour]) =>
        `2026-${month}-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:30:00Z`,
    );

const said: fc.Arbitrary<Said> = fc.record({
  country: fc.constantFrom('UA', 'UA', 'BR', 'PT', 'XK', null),
  city: fc.constantFrom('Lviv', 'LVIV', 'Porto', ''),
  organisation: fc.constantFrom('Water Works', 'wáter works', 'City of Lviv', ''),
  isOrganisationErased: fc.constantFrom(false, false, true),
  language: fc.constantFrom<'en' | 'de'>('en', 'en', 'de'),
});

const sessions = fc.array(
  fc.record({
    series: small(1),
    state: fc.constantFrom<SessionState>('held', 'held', 'held', 'published', 'draft', 'cancelled'),
    // Some at the same moment, some where the day is another one by the clock there.
    startsAt: fc.oneof(fc.constant('2026-05-05T12:00:00Z'), moment('05', 1, 6), moment('06', 1, 3)),
    minutes: fc.constantFrom(10, 30, 61),
    timeZone: fc.constantFrom(...ZONES),
    regions: some(2),
    categories: some(1),
    speakers: some(2),
  }),
  { minLength: 4, maxLength: 4 },
);

const registrations = fc.uniqueArray(
  fc
    .record({
      session: small(3),
      entry: small(PEOPLE - 1),
      state: fc.constantFrom<RegistrationState>(
        ...(['confirmed', 'confirmed', 'confirmed', 'confirmed', 'waitlisted', 'awaiting-approval'] as const),
        ...(['unverified', 'declined', 'cancelled', 'expired'] as const),
      ),
      timeZone: fc.constantFrom(...ZONES),
      createdAt: fc.oneof(moment('01'), moment('04')),
      confirmedAt: fc.option(moment('04')),
      endedAt: moment('04'),
      isMarked: fc.constantFrom(false, false, true),
      said,
    })
    .map(({ said: own, ...one }) => ({
      ...one,
      ...own,
      confirmedAt: one.state === 'confirmed' ? (one.confirmedAt ?? one.createdAt) : one.confirmedAt,
      endedAt: ['declined', 'cancelled', 'expired'].includes(one.state) ? one.endedAt : null,
      isMarked: one.isMarked && one.state === 'confirmed',
    })),
  { maxLength: 16, selector: ({ session, entry }) => `${session} ${entry}` },
);

const line = fc.oneof(
  fc.tuple(small(140), small(60)).map(([from, length]) => ({ from: from - 10, to: from - 10 + length })),
  small(70).map((minutes) => ({ minutes })),
);
const attendees = fc.array(
  fc
    .record({
      session: small(3),
      entry: fc.option(small(PEOPLE - 1), { freq: 3 }),
      role: fc.constantFrom<AttendeeRole>(
        'attendee',
        'attendee',
        'attendee',
        'attendee',
        'host',
        'speaker',
        'bot',
      ),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      said,
    })
    // Whoever is there twice says the same of themselves twice.
    .map(
      ({ said: own, ...one }) =>
        ({ ...one, ...(one.entry === null ? own : OWN[one.entry % OWN.length]) }) as WorldAttendee,
    ),
  { maxLength: 12 },
);
const OWN: Said[] = [
  { country: 'UA', city: 'Lviv', organisation: 'City of Lviv', isOrganisationErased: false, language: 'en' },
  { country: null, city: '', organisation: '', isOrganisationErased: false, language: 'de' },
  { country: 'BR', city: 'Recife', organisation: 'Water Works', isOrganisationErased: true, language: 'en' },
];

const thresholds = fc.option(
  fc.oneof(
    fc.record({ sharePercent: fc.constantFrom(10, 50, 100), minutes: fc.constantFrom(5, 20, null) }),
    fc.record({ sharePercent: fc.constant(null), minutes: fc.constantFrom(1, 20) }),
  ),
);

export const worlds: fc.Arbitrary<World> = fc.record({
  series: fc.array(fc.record({ threshold: thresholds }), { minLength: 2, maxLength: 2 }),
  sessions,
  merged: fc.option(
    fc
      .tuple(small(PEOPLE - 1), fc.integer({ min: 1, max: PEOPLE - 1 }))
      .map(([entry, on]) => ({ entry, into: (entry + on) % PEOPLE })),
  ),
  registrations,
  attendees,
  filter: fc.record({
    series: fc.option(small(1)),
    sessionAt: fc.option(small(3), { freq: 1 }),
    regionAt: fc.option(small(2), { freq: 1 }),
    categoryAt: fc.option(small(1), { freq: 1 }),
    from: fc.option(fc.constantFrom('2026-05-02', '2026-05-05', '2026-06-01'), { nil: undefined, freq: 1 }),
    to: fc.option(fc.constantFrom('2026-05-05', '2026-06-02', '2026-12-31'), { nil: undefined, freq: 1 }),
    country: fc.option(fc.constantFrom('UA', 'PT'), { nil: undefined, freq: 1 }),
    language: fc.option(fc.constantFrom('en', 'de'), { nil: undefined, freq: 1 }),
    basis: fc.constantFrom('places', 'attendance', undefined),
  }),
});
