import type { RegistrationState } from '@reihe/shared-contracts';
import type { AttendeeRole } from '@reihe/shared-figures';
import { PEOPLE, REGIONS, STEP_SECONDS, type Said, type World, type WorldAttendee } from './random-world';

/** Somebody of one session: known, or a guest. */
export interface SlowPerson {
  session: number;
  person: number | null;
  guest: number | null;
  state: RegistrationState | null;
  timeZone: string | null;
  hasPlace: boolean;
  hasCome: boolean;
  country: string | null;
  city: string;
  /** As one compares them; empty: none. */
  organisation: string;
  isOrganisationErased: boolean;
  language: string;
}

const LIVE: readonly string[] = ['confirmed', 'waitlisted', 'awaiting-approval'];
const HELD: readonly string[] = [...LIVE, 'unverified'];
const ROLES: AttendeeRole[] = ['bot', 'host', 'speaker', 'attendee'];

const plain = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

/** Whom an entry is, once two are one. */
function personOf({ merged }: World, entry: number): number {
  return merged?.entry === entry ? merged.into : entry;
}

/** Registrations after the merging: of two of one session the kept person's goes on. */
function registrationsOf(world: World) {
  return world.registrations.map((one) => {
    const isOvertaken =
      one.entry === world.merged?.entry &&
      HELD.includes(one.state) &&
      world.registrations.some(
        (other) =>
          other.session === one.session && other.entry === world.merged?.into && HELD.includes(other.state),
      );
    return {
      ...one,
      ...(isOvertaken && { state: 'cancelled' as const, endedAt: '2026-04-30T12:00:00Z' }),
      person: personOf(world, one.entry),
    };
  });
}

/** Minutes and role of whoever is named by these lines, tick by tick. */
function presence(world: World, lines: readonly WorldAttendee[]): { minutes: number; hasCome: boolean } {
  const session = world.sessions[lines[0]?.session ?? 0];
  const length = session?.minutes ?? 0;
  const threshold = world.series[session?.series ?? 0]?.threshold ?? null;
  let ticks = 0;
  for (let tick = 0; tick < (length * 60) / STEP_SECONDS; tick += 1)
    if (lines.some((one) => one.lines.some((span) => 'from' in span && span.from <= tick && tick < span.to)))
      ticks += 1;
  const told = lines.flatMap((one) => one.lines.flatMap((span) => ('minutes' in span ? [span.minutes] : [])));
  const minutes = Math.max(Math.floor((ticks * STEP_SECONDS) / 60), Math.min(Math.max(0, ...told), length));
  const needed = threshold
    ? Math.min(
        threshold.minutes ?? Infinity,
        threshold.sharePercent === null ? Infinity : (length * threshold.sharePercent) / 100,
      )
    : Math.min(15, length / 2);
  const role = ROLES.find((one) => lines.some((line) => line.role === one));
  return { minutes, hasCome: role === 'attendee' && minutes >= needed && minutes > 0 };
}

/** The greatest of what is said, as the count takes it where somebody says several things in one session. */
function saidBy(
  lines: readonly Said[],
): Pick<SlowPerson, 'country' | 'city' | 'organisation' | 'isOrganisationErased' | 'language'> {
  const greatest = (values: (string | null)[]) =>
    values
      .filter((one) => one !== null && one !== '')
      .sort()
      .at(-1);
  const erased = lines.filter((one) => one.isOrganisationErased && one.organisation !== '');
  const [told] = erased.length > 0 ? erased : lines.filter(({ organisation }) => organisation !== '');
  return {
    country: greatest(lines.map(({ country }) => country)) ?? null,
    city: greatest(lines.map(({ city }) => city)) ?? '',
    organisation: plain(told?.organisation ?? ''),
    isOrganisationErased: erased.length > 0,
    language: greatest(lines.map(({ language }) => language)) ?? '',
  };
}

/** Everybody of every session, whatever its state. */
export function peopleOf(world: World): SlowPerson[] {
  const found: SlowPerson[] = [];
  const registrations = registrationsOf(world);
  world.sessions.forEach((_, session) => {
    const named = world.attendees
      .map((one, guest) => ({ ...one, guest }))
      .filter((one) => one.session === session);
    for (let person = 0; person < PEOPLE; person += 1) {
      const lines = named.filter(({ entry }) => entry !== null && personOf(world, entry) === person);
      const hasCome = lines.length > 0 && presence(world, lines).hasCome;
      const own = registrations.find(
        (one) => one.session === session && one.person === person && LIVE.includes(one.state),
      );
      if (own)
        found.push({
          ...saidBy([own]),
          ...{ session, person, guest: null, state: own.state, timeZone: own.timeZone },
          hasPlace: own.state === 'confirmed',
          hasCome: hasCome || own.isMarked,
        });
      else if (hasCome)
        found.push({
          ...saidBy(lines),
          ...{ session, person, guest: null, state: null, timeZone: null, hasPlace: false, hasCome: true },
        });
    }
    for (const guest of named.filter(({ entry }) => entry === null))
      if (presence(world, [guest]).hasCome)
        found.push({
          ...saidBy([guest]),
          ...{ session, person: null, guest: guest.guest, state: null, timeZone: null },
          ...{ hasPlace: false, hasCome: true },
        });
  });
  return found;
}

const local = (instant: string, timeZone: string) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      ...{
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        hourCycle: 'h23',
        weekday: 'short',
      },
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'weekday', string>;

const dayOf = (instant: string, timeZone: string) => {
  const { year, month, day } = local(instant, timeZone);
  return `${year}-${month}-${day}`;
};

const distinct = (values: readonly unknown[]) => new Set(values).size;

/** As the contract's PeopleNumbers. */
export function numbersOf(people: readonly SlowPerson[]) {
  const known = people.filter(({ person }) => person !== null);
  return {
    people: distinct(known.map(({ person }) => person)),
    participations: known.length,
    guests: people.length - known.length,
  };
}

function topsOf(country: string | null): (number | null)[] {
  const tops = REGIONS.flatMap(({ countries, parent }, at) =>
    country !== null && countries.includes(country) ? [parent ?? at] : [],
  );
  return tops.length > 0 ? [...new Set(tops)] : [null];
}

/** Numbers of the people under each key; somebody may stand under several. */
function parts<Key>(people: readonly SlowPerson[], keysOf: (one: SlowPerson) => Key[]) {
  const keys = new Map(people.flatMap(keysOf).map((key) => [JSON.stringify(key), key]));
  return [...keys.values()].map((key) => ({
    key,
    ...numbersOf(
      people.filter((one) => keysOf(one).some((own) => JSON.stringify(own) === JSON.stringify(key))),
    ),
  }));
}

/** Everything a dashboard says, one loop after another. */
export function slowDashboard(world: World) {
  const { filter } = world;
  const isAsked = (at: number) => {
    const session = world.sessions[at];
    if (!session || !['published', 'held'].includes(session.state)) return false;
    const day = dayOf(session.startsAt, session.timeZone);
    const within = REGIONS.flatMap(({ parent }, region) =>
      region === filter.regionAt || (parent !== null && parent === filter.regionAt) ? [region] : [],
    );
    return (
      (filter.series === null || session.series === filter.series) &&
      (filter.sessionAt === null || at === filter.sessionAt) &&
      (filter.from === undefined || day >= filter.from) &&
      (filter.to === undefined || day <= filter.to) &&
      (filter.regionAt === null || session.regions.some((region) => within.includes(region))) &&
      (filter.categoryAt === null || session.categories.includes(filter.categoryAt))
    );
  };
  const isSaid = (one: { country: string | null; language: string }) =>
    (filter.country === undefined || one.country === filter.country) &&
    (filter.language === undefined || one.language === filter.language);
  const counts = (one: SlowPerson) => (filter.basis === 'attendance' ? one.hasCome : one.hasPlace);
  const startOf = (one: { session: number }) => world.sessions[one.session]?.startsAt ?? '';

  const everybody = peopleOf(world);
  const sessions = world.sessions.flatMap((session, at) => (isAsked(at) ? [{ ...session, at }] : []));
  const people = everybody.filter((one) => isAsked(one.session) && isSaid(one));
  const counted = people.filter(counts);
  const known = counted.filter(({ person }) => person !== null);
  const persons = [...new Set(known.map(({ person }) => person))];
  const firstOf = (person: number | null) =>
    known
      .filter((one) => one.person === person)
      .map(startOf)
      .sort()[0] ?? '';
  const isShown = ({ session }: SlowPerson) =>
    ['published', 'held'].includes(world.sessions[session]?.state ?? '');
  const came = people.filter(({ hasCome }) => hasCome);
  const guests = came.filter(({ person }) => person === null).length;
  const accounted = new Set(came.map(({ session }) => session));
  const distinctPeople = (some: readonly SlowPerson[]) => numbersOf(some).people;
  const happened = registrationsOf(world).filter((one) => isAsked(one.session) && isSaid(one));
  const zone = filter.series === 0 ? 'Asia/Kathmandu' : 'UTC';
  const events = happened.flatMap(({ state, createdAt, confirmedAt, endedAt }) => [
    ...(['unverified', 'expired'].includes(state)
      ? []
      : [{ kind: 'registered', day: dayOf(createdAt, zone) }]),
    ...(confirmedAt ? [{ kind: 'confirmed', day: dayOf(confirmedAt, zone) }] : []),
    ...(state === 'cancelled' && endedAt ? [{ kind: 'cancelled', day: dayOf(endedAt, zone) }] : []),
  ]);
  const days = events.map(({ day }) => Date.parse(day)).sort((a, b) => a - b);
  const step = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / 86_400_000 > 92 ? 'week' : 'day';
  const beginOf = (day: string) => {
    const date = new Date(day);
    if (step === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
    return date.toISOString().slice(0, 10);
  };
  const termNumbers = (key: 'regions' | 'categories') => {
    const termsOf = (at: number): (number | null)[] => {
      const terms = world.sessions[at]?.[key] ?? [];
      return terms.length > 0 ? terms : [null];
    };
    return [...new Set(sessions.flatMap(({ at }) => termsOf(at)))].map((term) => ({
      term,
      sessions: sessions.filter(({ at }) => termsOf(at).includes(term)).length,
      ...numbersOf(counted.filter(({ session }) => termsOf(session).includes(term))),
    }));
  };
  const monthOf = (session: number) => {
    const { startsAt = '', timeZone = 'UTC' } = world.sessions[session] ?? {};
    return dayOf(startsAt, timeZone).slice(0, 7);
  };
  const hours = counted.flatMap((one) => {
    if (one.timeZone === null) return [];
    const { weekday, hour } = local(startOf(one), one.timeZone);
    return [`${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday) + 1}-${Number(hour)}`];
  });

  return {
    totals: {
      sessions: sessions.length,
      registered: people.filter(({ state }) => state !== null).length,
      confirmed: people.filter(({ hasPlace }) => hasPlace).length,
      waitlisted: people.filter(({ state }) => state === 'waitlisted').length,
      attended: came.length - guests,
      participations: people.filter(({ hasPlace }) => hasPlace).length,
      participants: distinctPeople(people.filter(({ hasPlace }) => hasPlace)),
      attendees: distinctPeople(came),
      returning: persons.filter((person) => known.filter((one) => one.person === person).length > 1).length,
      'first-timers': persons.filter(
        (person) =>
          !everybody.some(
            (one) => one.person === person && counts(one) && isShown(one) && startOf(one) < firstOf(person),
          ),
      ).length,
      speakers: distinct(sessions.flatMap(({ speakers }) => speakers)),
      cities: distinct(
        counted.flatMap(({ city, country }) => (city ? [`${country} ${city.toLowerCase()}`] : [])),
      ),
      countries: distinct(counted.flatMap(({ country }) => country ?? [])),
      organisations: distinct(counted.flatMap(({ organisation }) => organisation || [])),
      regions: distinct(sessions.flatMap(({ regions }) => regions)),
    },
    guests,
    funnel: {
      registered: people.filter(({ state }) => state !== null).length,
      confirmed: people.filter(({ hasPlace }) => hasPlace).length,
      accountedSessions: accounted.size,
      accountedPlaces: people.filter(({ hasPlace, session }) => hasPlace && accounted.has(session)).length,
      came: came.filter(({ hasPlace }) => hasPlace).length,
      cameWithoutPlace: came.filter(({ hasPlace, person }) => !hasPlace && person !== null).length,
      guests,
    },
    step,
    overTime: [...new Set(events.map(({ day }) => beginOf(day)))].map((from) => {
      const times = (kind: string) =>
        events.filter((one) => one.kind === kind && beginOf(one.day) === from).length;
      return {
        from,
        registered: times('registered'),
        confirmed: times('confirmed'),
        cancelled: times('cancelled'),
      };
    }),
    countries: parts(counted, ({ country }) => [country]),
    cities: parts(counted, ({ city, country }) => (city ? [[city.toLowerCase(), country]] : [])),
    worldRegions: parts(counted, ({ country }) => topsOf(country)),
    regions: termNumbers('regions'),
    categories: termNumbers('categories'),
    organisations: parts(counted, ({ organisation }) => (organisation ? [organisation] : [])).map((one) => ({
      ...one,
      key: counted.some((p) => p.organisation === one.key && !p.isOrganisationErased) ? one.key : '',
    })),
    languages: parts(counted, ({ language }) => [language]),
    months: [...new Set(sessions.map(({ at }) => monthOf(at)))].map((month) => ({
      month,
      sessions: sessions.filter(({ at }) => monthOf(at) === month).length,
      ...numbersOf(counted.filter(({ session }) => monthOf(session) === month)),
    })),
    localHours: [...new Set(hours)].map((at) => ({
      at,
      participations: hours.filter((one) => one === at).length,
    })),
    withoutLocalHour: counted.filter(({ timeZone }) => timeZone === null).length,
    sessions: sessions.map(({ at }) => {
      const here = people.filter(({ session }) => session === at);
      const earlier = (one: SlowPerson) =>
        known.some((other) => other.person === one.person && startOf(other) < startOf(one));
      const mine = here.filter((one) => counts(one) && one.person !== null);
      return {
        at,
        registered: here.filter(({ state }) => state !== null).length,
        confirmed: here.filter(({ hasPlace }) => hasPlace).length,
        attended: here.filter(({ hasCome, person }) => hasCome && person !== null).length,
        guests: here.filter(({ hasCome, person }) => hasCome && person === null).length,
        returning: mine.filter(earlier).length,
        newcomers: mine.filter((one) => !earlier(one)).length,
      };
    }),
    allSeries: (filter.series === null ? world.series : []).map((_, series) => {
      const own = people.filter(({ session }) => world.sessions[session]?.series === series);
      return {
        series,
        sessions: sessions.filter((session) => session.series === series).length,
        participants: distinctPeople(own.filter(({ hasPlace }) => hasPlace)),
        attendees: distinctPeople(own.filter(({ hasCome }) => hasCome)),
        attended: own.filter(({ hasCome, person }) => hasCome && person !== null).length,
        guests: own.filter(({ hasCome, person }) => hasCome && person === null).length,
      };
    }),
  };
}
