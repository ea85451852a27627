import type { ReportWords } from './report-words';

export const en: ReportWords = {
  locale: 'en-GB',
  kind: 'Report on participation',
  fileTitle: (series) => `${series}: report on participation`,
  cover: {
    host: 'Host',
    commissioner: 'Commissioned by',
    period: 'Period',
    asOf: 'Figures as of',
    language: 'Language',
    languageName: 'English',
    between: (from, to) => `${from} to ${to}`,
    since: (from) => `since ${from}`,
    until: (to) => `until ${to}`,
    whole: 'the whole series',
    wholeOf: (days) => `the whole series, ${days}`,
    reproducible:
      'This report was written by Reihe from the records of the series. The same records give the same report, to the last byte.',
  },
  contents: 'Contents',
  page: (page, pages) => `Page ${page} of ${pages}`,
  figures: {
    title: 'Key figures',
    intro:
      'Each figure says where it comes from. What somebody states stands beside what is counted and is never mixed with it.',
    columns: { measure: 'Figure', value: 'Number', origin: 'Where it comes from' },
    measures: {
      sessions: 'Sessions',
      registered: 'Registrations',
      confirmed: 'Confirmed registrations',
      waitlisted: 'On the waiting list',
      attended: 'Attendances (those who came, summed over sessions)',
      attendees: 'People who came (each once)',
      participations: 'Participations (confirmed places, summed over sessions)',
      participants: 'Participants (people with a confirmed place, each once)',
      returning: 'Returning people (two sessions or more)',
      'first-timers': 'First-timers (in no session of any series before)',
      organisations: 'Organisations',
      speakers: 'Speakers',
      cities: 'Cities',
      countries: 'Countries',
      regions: 'Regions that sessions were for',
    },
    stated: (measure) => `${measure}, as stated`,
    differences: 'Stated and counted',
    differs: (measure, { stated, by, counted }) =>
      `${measure}: ${stated} are ${by}, whereas the records hold ${counted}. The two differ; neither was changed to fit the other.`,
    agrees: (measure, { stated, by, counted }) =>
      `${measure}: ${stated} are ${by}. The records hold ${counted}, which does not contradict it.`,
    unrecorded: (measure, { stated, by }) =>
      `${measure}: ${stated} are ${by}. The records hold nothing to count it by.`,
  },
  counted: 'counted from the records',
  imported: 'imported from meeting reports',
  reported: (by, day) => `reported by ${by} on ${day}`,
  atLeast: (number) => `at least ${number}`,
  notShown: 'not shown',
  notRecorded: 'not recorded',
  method: {
    title: 'How we count',
    intro: 'One definition of each number, held by the database and the same wherever Reihe shows it.',
    people:
      'A person is one e-mail address, in lower case and without what surrounds it. Who registers for five sessions, or joins one five times, is one person and up to five participations.',
    merges: (people, isOne) =>
      isOne
        ? 'One person who used several addresses was merged by hand, with the reason kept.'
        : `${people} people who used several addresses were merged by hand, with the reason kept.`,
    noMerges: 'Nobody was merged with somebody else by hand.',
    basis: {
      places:
        'Countries, cities, regions, categories, organisations, months and returning people are those of people with a confirmed place.',
      attendance:
        'Countries, cities, regions, categories, organisations, months and returning people are those of people who came.',
    },
    attendance: (share, minutes) =>
      `Somebody came to a session who was there for at least ${share} or for ${minutes}, whichever is less. Times that overlap count once, so that leaving and coming back adds nothing.`,
    attendanceByOne: (share) =>
      `Somebody came to a session who was there for at least ${share}. Times that overlap count once, so that leaving and coming back adds nothing.`,
    guests: (guests, isOne) =>
      isOne
        ? 'One guest of the meetings could not be identified. They may be somebody who is counted already, or not: where they were, numbers are a range from the least to the most that it can be.'
        : `${guests} guests of the meetings could not be identified. They may be people who are counted already, or not: where they were, numbers are a range from the least to the most that it can be.`,
    noGuests: 'Every guest of the meetings could be identified: no number is a range.',
    origins:
      '“Counted” is from registrations and marks of the organisers, “imported” from the attendance reports of meeting tools, “reported” is a number that somebody states, with who and when. Reported numbers enter no sum, no chart and no share.',
    suppressed: (smallest) =>
      `Groups of fewer than ${smallest} people are not shown by country, city, region or category, nor are others by which those could be found through subtraction. They are part of all totals.`,
    share: (percent) => `${percent} of it`,
    nothingSuppressed: 'No group of people is left out because it is small.',
    asOf: (moment) => `All figures are as of ${moment}.`,
  },
  charts: {
    title: 'The series in pictures',
    intro:
      'Below each chart stands a table with the same numbers. The hollow part of a bar is the range above the least.',
    sessions: {
      title: 'Sessions per month',
      intro: 'Sessions by the month in which they began. Cancelled ones are left out.',
      columns: ['Month', 'Sessions'],
    },
    regions: {
      title: 'People by region of the world',
      intro: 'Different people by the region of the country they gave.',
      columns: ['Region', 'People'],
    },
    categories: {
      title: 'People by category',
      intro:
        'Different people in sessions of a category. Sessions may have several categories: the bars add up to more than everybody.',
      columns: ['Category', 'People'],
    },
    registrations: {
      title: 'Registrations over time',
      intro: 'Registrations by the month in which they were made.',
      columns: ['Month', 'Registrations', 'Until then'],
    },
    returning: {
      title: 'First time and again',
      intro:
        'Identified people who took part in a month, each once. Dark: they had taken part in a session of the series in an earlier month. Light: it was their first.',
      columns: ['Month', 'First time', 'Again'],
    },
    nothing: 'The records hold nothing for this chart.',
    alt: (title, { name, value }) =>
      `Bar chart “${title}”. The largest bar is ${name} with ${value}. The table below has all numbers.`,
  },
  map: {
    title: 'Where people come from',
    intro:
      'Countries are the darker the more people come from them; a dot is a city. The annex has the numbers.',
    countries: (number, isOne) => (isOne ? 'one country' : `${number} countries`),
    alt: (countries, first) =>
      `World map with ${countries} marked. Most people come from ${first}. The annex by country has all numbers.`,
    altNothing: 'World map. No country is known.',
    scale: (few, many) => `From light to dark: ${few} to ${many} people`,
  },
  sessions: {
    title: 'Sessions',
    intro: 'In order of time. Each day and time is by the clock of the organiser of the session.',
    columns: {
      date: 'Date',
      title: 'Session',
      languages: 'Languages',
      registered: 'Registered',
      confirmed: 'Confirmed',
      attended: 'Attended',
    },
    cancelled: 'cancelled',
    planned: 'still to come',
    recap: 'Recap:',
    none: 'There was no session in this period.',
    statedAttendance: (value, by) => `Attended, as stated: ${value}, ${by}`,
  },
  countries: {
    title: 'Annex: participants by country',
    intro: 'Different people by the country and city they gave. Shares are of all identified people.',
    columns: { country: 'Country', people: 'People', share: 'Share', cities: 'Cities' },
    unknown: 'Country not given',
    city: (name, people) => `${name} (${people})`,
    none: 'Nobody who took part gave a country.',
  },
  missingLetters:
    'Some names hold letters that the typeface of this paper lacks; […] stands in their place. The version for browsers shows them.',
};
