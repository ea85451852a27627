import type { PlaceFinder } from '@reihe/api-platform';
import type { StatedCount } from '@reihe/shared-contracts';
import {
  TOTAL_MEASURES,
  type Dashboard,
  type DashboardFilter,
  type DashboardStated,
  type DashboardTotal,
} from '@reihe/shared-figures';
import { statedDifference } from '@reihe/shared-policies';
import type { CountryPlaces } from './country-places';
import type { DashboardNumbers, StoredDashboard } from './dashboards.repository';

interface Places {
  cities: Pick<PlaceFinder, 'locate'>;
  countries: Pick<CountryPlaces, 'locate'>;
}

type Ranges = Partial<Record<string, { min: number; max: number }>>;

/** Puts what was stated beside what was counted, and places on the map. */
export function dashboardOf(stored: StoredDashboard, filter: DashboardFilter, places: Places): Dashboard {
  const { importedOn, numbers, stated, countries, cities, sessions, allSeries, ...rest } = stored;
  const isPeopleNarrowed = [filter.country, filter.language].some(Boolean);
  const isNarrowed =
    isPeopleNarrowed ||
    [filter.from, filter.to, filter.region, filter.category, filter.session].some(Boolean);
  const totals = totalsOf(numbers, filter.basis === 'attendance', importedOn);
  const known: Ranges = Object.fromEntries(totals.map(({ measure, ...range }) => [measure, range]));
  return {
    ...rest,
    basis: filter.basis ?? 'places',
    isNarrowed,
    totals,
    stated: compared(stated, isNarrowed ? {} : known),
    funnel: funnelOf(numbers),
    countries: countries.map((one) => ({
      ...one,
      ...(one.country === null ? NOWHERE : (places.countries.locate(one.country) ?? NOWHERE)),
    })),
    cities: cities.map((one) => ({
      ...one,
      ...(one.country === null ? NOWHERE : (places.cities.locate(one.city, one.country) ?? NOWHERE)),
    })),
    sessions: sessions.map((one) => ({
      ...one,
      stated: compared(one.stated, isPeopleNarrowed ? {} : peopleOf(one)),
    })),
    allSeries: allSeries.map((one) => ({
      ...one,
      stated: compared(
        one.stated,
        isNarrowed
          ? {}
          : {
              ...peopleOf(one),
              sessions: exactly(one.sessions),
              participants: exactly(one.participants),
              participations: exactly(one.confirmed),
              attendees: { min: one.attendees, max: one.attendees + one.guests },
            },
      ),
    })),
  };
}

const NOWHERE = { latitude: null, longitude: null };

const exactly = (value: number) => ({ min: value, max: value });

function peopleOf(one: { registered: number; confirmed: number; attended: number; guests: number }): Ranges {
  return {
    registered: exactly(one.registered),
    confirmed: exactly(one.confirmed),
    attended: { min: one.attended, max: one.attended + one.guests },
  };
}

function compared(stated: readonly StatedCount[], known: Ranges): DashboardStated[] {
  return stated.map((one) => {
    const counted = known[one.measure];
    return { ...one, difference: counted ? statedDifference(one, counted) : null };
  });
}

/** Of the basis, and so of reports where the basis is who came. */
const OF_THE_BASIS: readonly string[] = ['returning', 'first-timers', 'cities', 'countries', 'organisations'];
const OF_WHO_CAME: readonly string[] = ['attended', 'attendees'];
/** A guest whom nobody identified may be one of them. */
const OF_PEOPLE: readonly string[] = ['returning', 'first-timers'];

function totalsOf(
  numbers: DashboardNumbers,
  isOfAttendance: boolean,
  importedOn: string | null,
): DashboardTotal[] {
  return TOTAL_MEASURES.map((measure) => {
    const min = measure === 'participations' ? numbers.confirmed : numbers[measure];
    const isOfWhoCame = OF_WHO_CAME.includes(measure) || (isOfAttendance && OF_THE_BASIS.includes(measure));
    const mayBeMore = OF_WHO_CAME.includes(measure) || (isOfAttendance && OF_PEOPLE.includes(measure));
    const day = isOfWhoCame ? importedOn : null;
    return {
      measure,
      min,
      max: mayBeMore ? min + numbers.guests : min,
      origin: day === null ? 'counted' : 'imported',
      importedOn: day,
    };
  });
}

function funnelOf(numbers: DashboardNumbers): Dashboard['funnel'] {
  const { registered, confirmed, accountedSessions, accountedPlaces, came, attended, guests } = numbers;
  return {
    registered,
    confirmed,
    accountedSessions,
    accountedPlaces,
    came,
    cameWithoutPlace: attended - came,
    guests,
  };
}
