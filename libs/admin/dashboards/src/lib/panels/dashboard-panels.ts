import type { Dashboard } from '@reihe/shared-figures';
import type { Formats } from '@reihe/web-platform';
import {
  differenceWords,
  hourWords,
  monthWords,
  statedWords,
  totalWords,
  weekdayWords,
} from '../figure-words';
import { everyStep } from './every-step';
import type { Panel, PanelRow } from './panel';
import {
  cell,
  citiesPanel,
  countriesPanel,
  guestsWords,
  languagesPanel,
  MOST_BARS,
  organisationsPanel,
  peopleCells,
  peopleColumns,
  peopleSeries,
  plain,
  totalOf,
  worldRegionsPanel,
} from './people-panels';

/** More are in the table; the chart would be a blur of them. */
const MOST_COLUMNS = 60;

const sessionsWords = () => totalWords('sessions');

/** Everything that a dashboard says beside its totals, one panel after the other; those of which nothing is known are left out. */
export function dashboardPanels(dashboard: Dashboard, formats: Formats): Panel[] {
  return [
    overTimePanel(dashboard, formats),
    // Two stand beside each other: such as are about as high.
    funnelPanel(dashboard, formats),
    worldRegionsPanel(dashboard),
    countriesPanel(dashboard, formats),
    citiesPanel(dashboard, formats),
    hoursPanel(dashboard, formats),
    organisationsPanel(dashboard, formats),
    monthsPanel(dashboard, formats),
    termsPanel(dashboard, 'region'),
    termsPanel(dashboard, 'category'),
    sessionsPanel(dashboard, formats),
    languagesPanel(dashboard, formats),
    speakersPanel(dashboard, formats),
  ].filter(({ rows }) => rows.length > 0);
}

function overTimePanel(dashboard: Dashboard, formats: Formats): Panel {
  const { overTime, step } = dashboard;
  const steps = everyStep(overTime, step);
  const names: [string, string, string] = [
    $localize`:@@dashboards.over-time.registered:Registrations`,
    $localize`:@@dashboards.over-time.confirmed:Confirmations`,
    $localize`:@@dashboards.over-time.cancelled:Cancellations`,
  ];
  return {
    id: 'over-time',
    heading: $localize`:@@dashboards.over-time:Registrations over time`,
    columns: [
      step === 'day'
        ? $localize`:@@dashboards.over-time.day:Day`
        : $localize`:@@dashboards.over-time.week:Week from`,
      ...names,
    ],
    rows: overTime.map((one) => ({
      words: formats.plainDay(one.from),
      cells: [
        cell(one.registered, 'registered-on', one.from),
        cell(one.confirmed, 'confirmed-on', one.from),
        cell(one.cancelled, 'cancelled-on', one.from),
      ],
    })),
    chart: {
      kind: 'lines',
      labels: steps.map(({ from }) => formats.plainDay(from)),
      series: (['registered', 'confirmed', 'cancelled'] as const).map((key, at) => ({
        name: names[at] ?? '',
        values: steps.map((one) => one[key]),
      })),
    },
  };
}

function funnelPanel({ funnel, totals }: Dashboard, formats: Formats): Panel {
  const sessions = totals.find(({ measure }) => measure === 'sessions')?.min ?? 0;
  const { registered, confirmed, came, cameWithoutPlace, guests, accountedSessions, accountedPlaces } =
    funnel;
  const known = formats.number(accountedSessions);
  const all = formats.number(sessions);
  const places = formats.number(accountedPlaces);
  const steps = [
    { words: totalWords('registered'), cells: [cell(registered, 'registered')] },
    { words: totalWords('confirmed'), cells: [cell(confirmed, 'confirmed')] },
    { words: $localize`:@@dashboards.funnel.came:Had a place and came`, cells: [cell(came, 'came')] },
  ];
  const beside: PanelRow[] = [
    {
      words: $localize`:@@dashboards.funnel.without-place:Came without a place`,
      cells: [cell(cameWithoutPlace, 'came-without-place')],
    },
    { words: guestsWords(), cells: [cell(guests, 'guests')] },
  ];
  const inEachSession = $localize`:@@dashboards.funnel.times:In each session`;
  return {
    id: 'funnel',
    heading: $localize`:@@dashboards.funnel:From registering to coming`,
    note: $localize`:@@dashboards.funnel.note:Who came is known of ${known}:known: of ${all}:all: sessions, which had ${places}:places: places.`,
    columns: [$localize`:@@figures.numbers.step:Step`, inEachSession],
    rows: registered + came + guests === 0 ? [] : [...steps, ...beside],
    chart: {
      kind: 'bars',
      labels: steps.map(({ words }) => words),
      series: [{ name: inEachSession, values: [registered, confirmed, came] }],
    },
  };
}

function hoursPanel({ localHours, withoutLocalHour }: Dashboard, formats: Formats): Panel {
  const hours = localHours.map(({ hour }) => hour);
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  const shown =
    localHours.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  const at = (weekday: number, hour: number) =>
    localHours.find((one) => one.weekday === weekday && one.hour === hour)?.participations ?? 0;
  const without = formats.number(withoutLocalHour);
  return {
    id: 'local-hours',
    heading: $localize`:@@dashboards.hours:Local hours`,
    note:
      withoutLocalHour === 0
        ? $localize`:@@dashboards.hours.note:Participations by weekday and hour at which the session began where the person was.`
        : $localize`:@@dashboards.hours.note-without:Participations by weekday and hour at which the session began where the person was. Of ${without}:without: it is not known where that was.`,
    columns: [
      $localize`:@@dashboards.hours.column:Hour`,
      ...weekdays.map((day) => weekdayWords(day, formats, 'short')),
    ],
    rows: shown.map((hour) => ({
      words: hourWords(hour, formats),
      cells: weekdays.map((day) => cell(at(day, hour), 'local-hour', `${day}-${hour}`)),
    })),
    chart: {
      kind: 'heat',
      across: weekdays.map((day) => weekdayWords(day, formats, 'short')),
      down: shown.map((hour) => hourWords(hour, formats)),
      values: shown.map((hour) => weekdays.map((day) => at(day, hour))),
    },
  };
}

function monthsPanel(dashboard: Dashboard, formats: Formats): Panel {
  const { months } = dashboard;
  const shown = months.slice(-MOST_COLUMNS);
  return {
    id: 'months',
    heading: $localize`:@@dashboards.months:By month`,
    columns: [$localize`:@@dashboards.months.column:Month`, sessionsWords(), ...peopleColumns(dashboard)],
    rows: months.map((one) => ({
      words: monthWords(one.month, formats),
      cells: [
        { ...plain(one.sessions), narrows: daysOf(one.month) },
        ...peopleCells(dashboard, one, 'month', one.month),
      ],
    })),
    chart: {
      kind: 'columns',
      labels: shown.map(({ month }) => monthWords(month, formats)),
      series: peopleSeries(dashboard, shown),
    },
  };
}

/** @param month "2026-03" */
function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}

function termsPanel(dashboard: Dashboard, figure: 'region' | 'category'): Panel {
  const isRegion = figure === 'region';
  const terms = isRegion ? dashboard.regions : dashboard.categories;
  const named = terms.map((one) => ({
    ...one,
    words: one.id === null ? $localize`:@@dashboards.no-term:None` : one.name,
  }));
  const shown = named.slice(0, MOST_BARS);
  return {
    id: isRegion ? 'session-regions' : 'session-categories',
    heading: isRegion
      ? $localize`:@@dashboards.session-regions:Sessions by region`
      : $localize`:@@dashboards.session-categories:Sessions by category`,
    note: isRegion
      ? $localize`:@@dashboards.session-regions.note:By whom the sessions are for; a session for two regions counts in both.`
      : $localize`:@@dashboards.session-categories.note:A session of two categories counts in both.`,
    columns: [
      isRegion ? $localize`:@@dashboards.region:Region` : $localize`:@@dashboards.category:Category`,
      sessionsWords(),
      ...peopleColumns(dashboard),
    ],
    rows: named.map((one) => ({
      words: one.words,
      cells: [
        // A region as a filter has those below it, too: it would show more than the number.
        { ...plain(one.sessions), ...(!isRegion && one.id !== null && { narrows: { category: one.id } }) },
        ...peopleCells(dashboard, one, figure, one.id ?? '-'),
      ],
    })),
    chart: {
      kind: 'bars',
      labels: shown.map(({ words }) => words),
      series: [{ name: sessionsWords(), values: shown.map(({ sessions }) => sessions) }],
    },
  };
}

function sessionsPanel(dashboard: Dashboard, formats: Formats): Panel {
  const { sessions, isNarrowed } = dashboard;
  const shown = sessions.slice(-MOST_COLUMNS);
  const returning = $localize`:@@dashboards.returning:Were here before`;
  const newcomers = $localize`:@@dashboards.newcomers:For the first time here`;
  return {
    id: 'sessions',
    heading: $localize`:@@dashboards.sessions:Returning people, session by session`,
    ...(sessions.length > MOST_COLUMNS && {
      note: $localize`:@@dashboards.sessions.cut:The chart shows the latest ${MOST_COLUMNS}:shown: sessions, the table all of them.`,
    }),
    columns: [
      $localize`:@@figures.column-session:Session`,
      totalWords('registered'),
      totalWords('confirmed'),
      totalWords('attended'),
      guestsWords(),
      returning,
      newcomers,
    ],
    rows: sessions.map((one) => ({
      words: one.title,
      narrows: { session: one.sessionId },
      small: formats.day(one.startsAt, one.timeZone),
      notes: one.stated.map(
        (stated) =>
          `${totalWords(stated.measure)}: ${statedWords(stated, formats)}. ${differenceWords(stated, isNarrowed)}`,
      ),
      cells: [
        cell(one.registered, 'session-registered', one.sessionId),
        cell(one.confirmed, 'session-confirmed', one.sessionId),
        cell(one.attended, 'session-attended', one.sessionId),
        cell(one.guests, 'session-guests', one.sessionId),
        cell(one.returning, 'session-returning', one.sessionId),
        cell(one.newcomers, 'session-newcomers', one.sessionId),
      ],
    })),
    chart: {
      kind: 'columns',
      labels: shown.map(({ startsAt, timeZone }) =>
        formats.date(startsAt, timeZone, { day: 'numeric', month: 'short', year: '2-digit' }),
      ),
      series: [
        { name: returning, values: shown.map((one) => one.returning) },
        { name: newcomers, values: shown.map((one) => one.newcomers) },
      ],
    },
  };
}

function speakersPanel(dashboard: Dashboard, formats: Formats): Panel {
  const { speakers } = dashboard;
  const all = totalOf(dashboard, 'speakers');
  const [shown, known] = [formats.number(speakers.length), formats.number(all)];
  return {
    id: 'speakers',
    heading: $localize`:@@dashboards.speakers:Who spoke`,
    ...(all > speakers.length && {
      note: $localize`:@@dashboards.speakers.cut:The ${shown}:shown: who spoke in the most sessions, of ${known}:all:.`,
    }),
    columns: [$localize`:@@dashboards.speakers.column:Speaker`, sessionsWords()],
    rows: speakers.map(({ speakerId, name, sessions }) => ({
      words: name,
      link: ['/speakers', speakerId],
      cells: [plain(sessions)],
    })),
    chart: null,
  };
}
