import type {
  Language,
  ProgrammeFilter,
  ProgrammeTime,
  SessionKind,
  TimeOfDay,
} from '@reihe/shared-contracts';

interface FilterWords {
  when: Record<ProgrammeTime, string>;
  time: Record<TimeOfDay, string>;
  kind: Record<SessionKind, string>;
  /** A time of day or a period in a zone that is not the series' own. */
  inZone: (what: string, city: string) => string;
  from: (day: string) => string;
  to: (day: string) => string;
}

const WORDS: Record<Language, FilterWords> = {
  en: {
    when: { upcoming: 'coming', past: 'past' },
    time: { morning: 'morning', afternoon: 'afternoon', evening: 'evening', night: 'night' },
    kind: {
      opening: 'Opening',
      exchange: 'Exchange',
      'peer-advice': 'Peer advice',
      closing: 'Closing',
      extra: 'Extra session',
      course: 'Course',
    },
    inZone: (what, city) => `${what} (${city} time)`,
    from: (day) => `from ${day}`,
    to: (day) => `until ${day}`,
  },
  de: {
    when: { upcoming: 'kommende', past: 'vergangene' },
    time: { morning: 'Vormittag', afternoon: 'Nachmittag', evening: 'Abend', night: 'Nacht' },
    kind: {
      opening: 'Auftakt',
      exchange: 'Fachaustausch',
      'peer-advice': 'Kollegiale Beratung',
      closing: 'Abschluss',
      extra: 'Zusatztermin',
      course: 'Kurs',
    },
    inZone: (what, city) => `${what} (Ortszeit ${city})`,
    from: (day) => `ab ${day}`,
    to: (day) => `bis ${day}`,
  },
  es: {
    when: { upcoming: 'próximas', past: 'pasadas' },
    time: { morning: 'mañana', afternoon: 'tarde', evening: 'final de la tarde', night: 'noche' },
    kind: {
      opening: 'Apertura',
      exchange: 'Intercambio',
      'peer-advice': 'Asesoramiento entre pares',
      closing: 'Clausura',
      extra: 'Sesión adicional',
      course: 'Curso',
    },
    inZone: (what, city) => `${what} (hora de ${city})`,
    from: (day) => `desde el ${day}`,
    to: (day) => `hasta el ${day}`,
  },
  fr: {
    when: { upcoming: 'à venir', past: 'passées' },
    time: { morning: 'matin', afternoon: 'après-midi', evening: 'soir', night: 'nuit' },
    kind: {
      opening: 'Ouverture',
      exchange: 'Échange',
      'peer-advice': 'Conseil entre pairs',
      closing: 'Clôture',
      extra: 'Session supplémentaire',
      course: 'Cours',
    },
    inZone: (what, city) => `${what} (heure de ${city})`,
    from: (day) => `à partir du ${day}`,
    to: (day) => `jusqu’au ${day}`,
  },
};

/** What a filter leaves, in the reader's words, for the name of a calendar; empty without a filter. */
export function filterWords(
  filter: ProgrammeFilter,
  language: Language,
  terms: { regions: Record<string, string>; categories: Record<string, string> },
  hostZone: string,
): string {
  const words = WORDS[language];
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const list = new Intl.ListFormat(language, { type: 'disjunction' });
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const dayWords = (date: string) => day.format(new Date(`${date}T12:00:00Z`));
  const city = ((filter.zone ?? hostZone).split('/').at(-1) ?? '').replaceAll('_', ' ');
  const times = (filter.time ?? []).map((time) => words.time[time]);
  const period = [
    filter.from && words.from(dayWords(filter.from)),
    filter.to && words.to(dayWords(filter.to)),
  ];
  return [
    filter.q && `“${filter.q}”`,
    filter.when && words.when[filter.when],
    period.filter(Boolean).join(' '),
    times.length > 0 && words.inZone(list.format(times), city),
    list.format((filter.region ?? []).map((slug) => terms.regions[slug] ?? slug)),
    list.format((filter.category ?? []).map((slug) => terms.categories[slug] ?? slug)),
    list.format((filter.language ?? []).map((tag) => languages.of(tag) ?? tag)),
    list.format((filter.kind ?? []).map((kind) => words.kind[kind])),
  ]
    .filter(Boolean)
    .join(', ');
}
