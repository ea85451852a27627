import type { ReportWords } from './report-words';

export const de: ReportWords = {
  locale: 'de-DE',
  kind: 'Bericht über die Teilnahme',
  fileTitle: (series) => `${series}: Bericht über die Teilnahme`,
  cover: {
    host: 'Veranstaltet von',
    commissioner: 'Im Auftrag von',
    period: 'Zeitraum',
    asOf: 'Stand der Zahlen',
    language: 'Sprache',
    languageName: 'Deutsch',
    between: (from, to) => `${from} bis ${to}`,
    since: (from) => `seit dem ${from}`,
    until: (to) => `bis zum ${to}`,
    whole: 'die ganze Reihe',
    wholeOf: (days) => `die ganze Reihe, ${days}`,
    reproducible:
      'Diesen Bericht hat Reihe aus den Aufzeichnungen der Reihe geschrieben. Gleiche Aufzeichnungen ergeben den gleichen Bericht, bis aufs letzte Byte.',
  },
  contents: 'Inhalt',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  figures: {
    title: 'Kennzahlen',
    intro:
      'Jede Zahl sagt, woher sie kommt. Was jemand angibt, steht neben dem Gezählten und wird nie damit vermischt.',
    columns: { measure: 'Kennzahl', value: 'Zahl', origin: 'Herkunft' },
    measures: {
      sessions: 'Veranstaltungen',
      registered: 'Anmeldungen',
      confirmed: 'Bestätigte Anmeldungen',
      waitlisted: 'Auf der Warteliste',
      attended: 'Anwesenheiten (wer kam, über Veranstaltungen summiert)',
      attendees: 'Personen, die kamen (jede einmal)',
      participations: 'Teilnahmen (bestätigte Plätze, über Veranstaltungen summiert)',
      participants: 'Teilnehmende (Personen mit bestätigtem Platz, jede einmal)',
      returning: 'Wiederkehrende (zwei Veranstaltungen oder mehr)',
      'first-timers': 'Erstmalige (vorher in keiner Veranstaltung irgendeiner Reihe)',
      organisations: 'Organisationen',
      speakers: 'Beitragende',
      cities: 'Städte',
      countries: 'Länder',
      regions: 'Regionen, an die sich Veranstaltungen richteten',
    },
    stated: (measure) => `${measure}, wie angegeben`,
    differences: 'Angegeben und gezählt',
    differs: (measure, { stated, by, counted }) =>
      `${measure}: Angegeben sind ${stated} (${by}), die Aufzeichnungen enthalten dagegen ${counted}. Beides weicht voneinander ab; keines wurde dem anderen angepasst.`,
    agrees: (measure, { stated, by, counted }) =>
      `${measure}: Angegeben sind ${stated} (${by}). Die Aufzeichnungen enthalten ${counted}; das widerspricht dem nicht.`,
    unrecorded: (measure, { stated, by }) =>
      `${measure}: Angegeben sind ${stated} (${by}). Die Aufzeichnungen enthalten nichts, wonach sich das zählen ließe.`,
  },
  counted: 'gezählt aus den Aufzeichnungen',
  imported: 'übernommen aus Teilnahmeberichten',
  reported: (by, day) => `angegeben von ${by} am ${day}`,
  atLeast: (number) => `mindestens ${number}`,
  notShown: 'nicht ausgewiesen',
  notRecorded: 'nicht erfasst',
  method: {
    title: 'Wie wir zählen',
    intro:
      'Jede Zahl hat eine Definition. Sie steht in der Datenbank und gilt überall, wo Reihe die Zahl zeigt.',
    people:
      'Eine Person ist eine E-Mail-Adresse, in Kleinbuchstaben und ohne alles darum herum. Wer sich zu fünf Veranstaltungen anmeldet oder einer fünfmal beitritt, ist eine Person und hat bis zu fünf Teilnahmen.',
    merges: (people, isOne) =>
      isOne
        ? 'Eine Person, die mehrere Adressen benutzte, wurde von Hand zusammengeführt; der Grund ist festgehalten.'
        : `${people} Personen, die mehrere Adressen benutzten, wurden von Hand zusammengeführt; der Grund ist festgehalten.`,
    noMerges: 'Niemand wurde von Hand mit jemand anderem zusammengeführt.',
    basis: {
      places:
        'Länder, Städte, Regionen, Kategorien, Organisationen, Monate und Wiederkehrende sind die von Personen mit bestätigtem Platz.',
      attendance:
        'Länder, Städte, Regionen, Kategorien, Organisationen, Monate und Wiederkehrende sind die von Personen, die kamen.',
    },
    attendance: (share, minutes) =>
      `Gekommen ist, wer mindestens ${share} oder ${minutes} dabei war, je nachdem, was kürzer ist. Zeiten, die sich überschneiden, zählen einmal: Wer hinausgeht und wiederkommt, zählt dadurch nicht mehr.`,
    attendanceByOne: (share) =>
      `Gekommen ist, wer mindestens ${share} dabei war. Zeiten, die sich überschneiden, zählen einmal: Wer hinausgeht und wiederkommt, zählt dadurch nicht mehr.`,
    guests: (guests, isOne) =>
      isOne
        ? 'Ein Gast der Sitzungen ließ sich nicht zuordnen. Es kann jemand sein, der schon gezählt ist, oder nicht: Wo er war, sind Zahlen eine Spanne vom Kleinsten bis zum Größten, das es sein kann.'
        : `${guests} Gäste der Sitzungen ließen sich nicht zuordnen. Es können Personen sein, die schon gezählt sind, oder nicht: Wo sie waren, sind Zahlen eine Spanne vom Kleinsten bis zum Größten, das es sein kann.`,
    noGuests: 'Alle Gäste der Sitzungen ließen sich zuordnen: Keine Zahl ist eine Spanne.',
    origins:
      '„Gezählt“ ist aus Anmeldungen und Vermerken der Veranstalter, „übernommen“ aus den Teilnahmeberichten der Konferenzprogramme; „angegeben“ ist eine Zahl, die jemand nennt, mit Namen und Datum. Angegebene Zahlen gehen in keine Summe, kein Diagramm und keinen Anteil ein.',
    suppressed: (smallest) =>
      `Gruppen von weniger als ${smallest} Personen werden nach Land, Stadt, Region und Kategorie nicht ausgewiesen, ebenso wenig andere, durch die sie sich mit einer Subtraktion finden ließen. In allen Summen sind sie enthalten.`,
    share: (percent) => `${percent} der Veranstaltung`,
    nothingSuppressed: 'Keine Gruppe von Personen ist weggelassen, weil sie klein ist.',
    asOf: (moment) => `Alle Zahlen sind vom Stand ${moment}.`,
  },
  charts: {
    title: 'Die Reihe in Bildern',
    intro:
      'Unter jedem Diagramm steht eine Tabelle mit denselben Zahlen. Der hohle Teil eines Balkens ist die Spanne über dem Kleinsten.',
    sessions: {
      title: 'Veranstaltungen je Monat',
      intro: 'Veranstaltungen nach dem Monat, in dem sie begannen, ohne abgesagte.',
      columns: ['Monat', 'Veranstaltungen'],
    },
    regions: {
      title: 'Personen nach Weltregion',
      intro: 'Verschiedene Personen nach der Region des Landes, das sie angaben.',
      columns: ['Region', 'Personen'],
    },
    categories: {
      title: 'Personen nach Kategorie',
      intro:
        'Verschiedene Personen in Veranstaltungen einer Kategorie. Veranstaltungen können mehrere Kategorien haben: Die Balken ergeben zusammen mehr als alle.',
      columns: ['Kategorie', 'Personen'],
    },
    registrations: {
      title: 'Anmeldungen im Verlauf',
      intro: 'Anmeldungen nach dem Monat, in dem sie eingingen.',
      columns: ['Monat', 'Anmeldungen', 'Bis dahin'],
    },
    returning: {
      title: 'Zum ersten Mal und wieder',
      intro:
        'Zugeordnete Personen, die in einem Monat teilnahmen, jede einmal. Dunkel: Sie hatten schon in einem früheren Monat an einer Veranstaltung der Reihe teilgenommen. Hell: Es war ihre erste.',
      columns: ['Monat', 'Zum ersten Mal', 'Wieder'],
    },
    nothing: 'Die Aufzeichnungen enthalten nichts für dieses Diagramm.',
    alt: (title, { name, value }) =>
      `Balkendiagramm „${title}“. Der größte Balken ist ${name} mit ${value}. Die Tabelle darunter enthält alle Zahlen.`,
  },
  map: {
    title: 'Woher die Menschen kommen',
    intro:
      'Länder sind umso dunkler, je mehr Personen von dort kommen; ein Punkt ist eine Stadt. Die Zahlen stehen im Anhang.',
    countries: (number, isOne) => (isOne ? 'ein Land' : `${number} Länder`),
    alt: (countries, first) =>
      `Weltkarte; hervorgehoben: ${countries}. Die meisten Personen kommen aus: ${first}. Der Anhang nach Ländern enthält alle Zahlen.`,
    altNothing: 'Weltkarte. Es ist kein Land bekannt.',
    scale: (few, many) => `Von hell nach dunkel: ${few} bis ${many} Personen`,
  },
  sessions: {
    title: 'Veranstaltungen',
    intro: 'Der Zeit nach. Tage und Zeiten sind die der Uhr, nach der eine Veranstaltung geplant wurde.',
    columns: {
      date: 'Datum',
      title: 'Veranstaltung',
      languages: 'Sprachen',
      registered: 'Angemeldet',
      confirmed: 'Bestätigt',
      attended: 'Anwesend',
    },
    cancelled: 'abgesagt',
    planned: 'steht noch bevor',
    recap: 'Rückblick:',
    none: 'In diesem Zeitraum fand keine Veranstaltung statt.',
    statedAttendance: (value, by) => `Anwesend, wie angegeben: ${value}, ${by}`,
  },
  countries: {
    title: 'Anhang: Teilnehmende nach Land',
    intro:
      'Verschiedene Personen nach Land und Stadt, die sie angaben. Anteile beziehen sich auf alle zugeordneten Personen.',
    columns: { country: 'Land', people: 'Personen', share: 'Anteil', cities: 'Städte' },
    unknown: 'Land nicht angegeben',
    city: (name, people) => `${name} (${people})`,
    none: 'Niemand, der teilnahm, hat ein Land angegeben.',
  },
  missingLetters:
    'Manche Namen enthalten Schriftzeichen, die der Schrift dieses Papiers fehlen; […] steht an ihrer Stelle. Die Fassung für Browser zeigt sie.',
};
