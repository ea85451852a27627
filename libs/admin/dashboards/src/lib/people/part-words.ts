import type { DashboardFigure, DashboardPerson } from '@reihe/shared-figures';
import type { Formats } from '@reihe/web-platform';
import { hourWords, monthWords, notTold, totalWords, weekdayWords } from '../figure-words';

interface Known {
  formats: Formats;
  /** Names of regions and categories by their ids. */
  terms: ReadonlyMap<string, string>;
  /** Anybody of the list: tells what a session or an organisation is called. */
  somebody: DashboardPerson | undefined;
}

/** What people are behind: "Participants", "Country: Brazil", "Local hours: Monday, 14:00". */
export function partWords(figure: DashboardFigure, value: string, known: Known): string {
  const { formats, terms, somebody } = known;
  const told = value === '-' ? notTold() : null;
  switch (figure) {
    case 'registered':
    case 'confirmed':
    case 'waitlisted':
    case 'attended':
    case 'participations':
    case 'participants':
    case 'attendees':
    case 'returning':
    case 'first-timers':
      return totalWords(figure);
    case 'guests':
      return $localize`:@@dashboards.guests:Guests not identified`;
    case 'came':
      return $localize`:@@dashboards.funnel.came:Had a place and came`;
    case 'came-without-place':
      return $localize`:@@dashboards.funnel.without-place:Came without a place`;
    case 'country':
      return of($localize`:@@figures.column-country:Country`, told ?? formats.countryName(value));
    case 'city': {
      const [country = '', ...city] = value.split(':');
      const name = city.join(':');
      return of(
        $localize`:@@dashboards.cities.column:City`,
        country === '-' ? name : `${name}, ${formats.countryName(country)}`,
      );
    }
    case 'world-region':
    case 'region':
      return of($localize`:@@dashboards.region:Region`, told ?? terms.get(value) ?? '');
    case 'category':
      return of($localize`:@@dashboards.category:Category`, told ?? terms.get(value) ?? '');
    case 'organisation':
      return of($localize`:@@dashboards.organisation:Organisation`, somebody?.organisation ?? '');
    case 'language':
      return of($localize`:@@dashboards.language:Language`, told ?? formats.languageName(value));
    case 'month':
      return of($localize`:@@dashboards.months.column:Month`, monthWords(value, formats));
    case 'local-hour': {
      const [weekday = 1, hour = 0] = value.split('-').map(Number);
      return of(
        $localize`:@@dashboards.hours:Local hours`,
        `${weekdayWords(weekday, formats)}, ${hourWords(hour, formats)}`,
      );
    }
    case 'session':
      return somebody?.sessionTitle ?? '';
    case 'session-registered':
      return of(totalWords('registered'), somebody?.sessionTitle ?? '');
    case 'session-confirmed':
      return of(totalWords('confirmed'), somebody?.sessionTitle ?? '');
    case 'session-attended':
      return of(totalWords('attended'), somebody?.sessionTitle ?? '');
    case 'session-guests':
      return of($localize`:@@dashboards.guests:Guests not identified`, somebody?.sessionTitle ?? '');
    case 'session-returning':
      return of($localize`:@@dashboards.returning:Were here before`, somebody?.sessionTitle ?? '');
    case 'session-newcomers':
      return of($localize`:@@dashboards.newcomers:For the first time here`, somebody?.sessionTitle ?? '');
    case 'registered-on':
      return of($localize`:@@dashboards.over-time.registered:Registrations`, formats.plainDay(value));
    case 'confirmed-on':
      return of($localize`:@@dashboards.over-time.confirmed:Confirmations`, formats.plainDay(value));
    case 'cancelled-on':
      return of($localize`:@@dashboards.over-time.cancelled:Cancellations`, formats.plainDay(value));
  }
}

function of(what: string, which: string): string {
  return which === '' ? what : `${what}: ${which}`;
}
