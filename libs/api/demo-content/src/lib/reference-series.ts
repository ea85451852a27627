import type { SessionKind } from '@reihe/shared-contracts';
import type {
  AgendaItemContent,
  Bilingual,
  HeldSessionContent,
  NamedSpeakerContent,
  ReferenceSeriesContent,
} from './types';
import { markedAtEnd, runningOrder, sample } from './sample-text';

export const referenceSeries: ReferenceSeriesContent = {
  key: 'municipal-responses-to-covid-19',
  title: { de: 'Kommunale Maßnahmen zu Covid-19', en: 'Municipal responses to Covid-19' },
  summary: markedAtEnd({
    de: 'Connective Cities hat vom 1. Juli bis zum 10. Dezember 2020 im Auftrag des Bundesministeriums für wirtschaftliche Zusammenarbeit und Entwicklung (BMZ) eine rein virtuelle Veranstaltungsreihe ausgerichtet: Fachleute aus Kommunen tauschten sich aus und berieten einander kollegial, um die Reaktionsfähigkeit und die Widerstandskraft von Städten zu stärken.',
    en: 'From 1 July to 10 December 2020, Connective Cities held an entirely virtual series of events on behalf of the German Federal Ministry for Economic Cooperation and Development (BMZ): municipal practitioners exchanged experience and gave each other collegial advice, to raise the response capacity and resilience of cities.',
  }),
  host: { de: 'Connective Cities', en: 'Connective Cities' },
  commissioner: {
    de: 'Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung (BMZ)',
    en: 'German Federal Ministry for Economic Cooperation and Development (BMZ)',
  },
  defaultLanguage: 'de',
  timeZone: 'Europe/Berlin',
  startsOn: '2020-07-01',
  endsOn: '2020-12-10',
  cover: 'cities-at-dawn',
  categories: [
    'covid-19',
    'connective-cities',
    'good-urban-governance',
    'integrated-urban-development',
    'municipal-services',
    'local-economic-development',
  ],
  stated: [
    { measure: 'sessions', value: 35, isAtLeast: true, source: 'Connective Cities' },
    { measure: 'participants', value: 800, isAtLeast: true, source: 'Connective Cities' },
  ],
};

/** A real person: nothing is added to what the reference says, not even a country. */
export const referenceSpeakers: readonly NamedSpeakerContent[] = [
  {
    key: 'peter-tinnemann',
    title: 'Dr.',
    name: 'Peter Tinnemann',
    position: { de: 'Head of Global Health Sciences', en: 'Head of Global Health Sciences' },
    organisation: { de: 'Charité – Universitätsmedizin Berlin', en: 'Charité – Universitätsmedizin Berlin' },
  },
];

const scheduleMark: Bilingual = {
  de: 'Uhrzeiten, Ablauf und Sprachen sind Beispielangaben.',
  en: 'Times of day, running order and languages are sample values.',
};

const about = (text: Bilingual): Bilingual =>
  sample({ de: `${text.de} ${scheduleMark.de}`, en: `${text.en} ${scheduleMark.en}` });

const welcome: Bilingual = { de: 'Begrüßung und Vorstellungsrunde', en: 'Welcome and introductions' };
const reports: Bilingual = {
  de: 'Erfahrungsberichte aus den Kommunen',
  en: 'Experience reports from cities',
};
const questions: Bilingual = { de: 'Fragen und offene Diskussion', en: 'Questions and open discussion' };
const advice: Bilingual = { de: 'Kollegiale Beratung in kleinen Gruppen', en: 'Peer advice in small groups' };
const outlook: Bilingual = { de: 'Zusammenfassung und Ausblick', en: 'Summary and outlook' };

const usualOrder = runningOrder([
  ['talk', 10, welcome],
  ['experience', 40, reports],
  ['discussion', 25, questions],
  ['peer-advice', 25, advice],
  ['talk', 5, outlook],
]);

interface HeldFacts {
  key: string;
  heldOn: string;
  title: Bilingual;
  abstract: Bilingual;
  regions: readonly string[];
  categories: readonly string[];
  languages: readonly string[];
  interpretation: readonly string[];
  startsAt: string;
  order: { minutes: number; agenda: readonly AgendaItemContent[] };
  kind?: SessionKind;
}

function held({ key, kind = 'exchange', order, abstract, ...facts }: HeldFacts): HeldSessionContent {
  return {
    key,
    kind,
    format: 'virtual',
    timeZone: 'Europe/Berlin',
    isScheduleSample: true,
    abstract: about(abstract),
    ...facts,
    ...order,
  };
}

const infectionChains: Bilingual = {
  de: 'Infektionsketten – Infektionsprävention durch Distanz, Kommunikation und Unterstützung des informellen Sektors',
  en: 'Chains of infection – preventing infection through distance, communication and support for the informal sector',
};

const fromCity = (
  city: string,
  country: string,
): readonly [{ role: 'speaker'; city: string; country: string }] => [{ role: 'speaker', city, country }];
const fromCountry = (country: string): readonly [{ role: 'speaker'; country: string }] => [
  { role: 'speaker', country },
];
const reportFrom = (de: string, en: string): Bilingual => ({
  de: `Erfahrungsbericht aus ${de}`,
  en: `Experience report from ${en}`,
});

export const referenceSessions: readonly HeldSessionContent[] = [
  held({
    key: 'digital-municipal-services-2020-10-07',
    heldOn: '2020-10-07',
    title: {
      de: 'Digitalisierung von kommunalen Dienstleistungen in Südosteuropa (SEE) und im Kaukasus',
      en: 'Digitalisation of municipal services in South-Eastern Europe (SEE) and the Caucasus',
    },
    abstract: {
      de: 'Wenn Schalter schließen müssen, zeigt sich, welche Leistungen einer Verwaltung auch ohne persönlichen Besuch zu haben sind. Der Austausch fragt, womit Kommunen beginnen, wer mitgenommen werden muss und was nach der Krise bleiben soll.',
      en: 'When counters have to close, it becomes clear which services an administration can offer without a visit in person. The exchange asks where cities start, who has to be brought along and what should remain after the crisis.',
    },
    regions: ['south-eastern-europe-caucasus'],
    categories: ['covid-19', 'connective-cities', 'municipal-services', 'good-urban-governance'],
    languages: ['en'],
    interpretation: ['ru'],
    startsAt: '10:00',
    order: usualOrder,
  }),
  held({
    key: 'role-of-innovation-2020-10-14',
    heldOn: '2020-10-14',
    title: {
      de: 'Die Rolle von Innovationen bei der Eindämmung der Auswirkungen der Pandemie',
      en: 'The role of innovation in containing the effects of the pandemic',
    },
    abstract: {
      de: 'Neue Lösungen entstehen in einer Krise oft schneller als sonst. Der Austausch fragt, wie Kommunen gute Ideen erkennen, erproben und so verankern, dass sie die Notlage überdauern.',
      en: 'In a crisis, new solutions often come about faster than usual. The exchange asks how cities recognise good ideas, try them out and embed them so that they outlast the emergency.',
    },
    regions: [],
    categories: [
      'covid-19',
      'connective-cities',
      'integrated-urban-development',
      'local-economic-development',
    ],
    languages: ['en'],
    interpretation: ['es'],
    startsAt: '13:30',
    order: usualOrder,
  }),
  held({
    key: 'chains-of-infection-2020-10-14',
    heldOn: '2020-10-14',
    title: infectionChains,
    abstract: {
      de: 'Abstand zu halten ist schwer, wo Menschen auf der Straße und auf Märkten ihr Einkommen verdienen. Der erste von zwei Terminen sammelt, wie Kommunen schützen, informieren und zugleich den informellen Sektor unterstützen können.',
      en: 'Keeping a distance is hard where people earn their living in streets and markets. The first of two dates gathers how cities can protect and inform people and support the informal sector at the same time.',
    },
    regions: ['latin-america'],
    categories: ['covid-19', 'connective-cities', 'local-economic-development', 'good-urban-governance'],
    languages: ['es'],
    interpretation: ['pt', 'en'],
    startsAt: '16:00',
    order: usualOrder,
  }),
  held({
    key: 'basic-services-water-2020-10-27',
    heldOn: '2020-10-27',
    title: {
      de: 'Bereitstellung von Basisdienstleistungen: Wasserversorgung',
      en: 'Providing basic services: water supply',
    },
    abstract: {
      de: 'Hände waschen setzt Wasser voraus. Der Austausch fragt, wie Kommunen die Versorgung in der Pandemie aufrechterhalten, wie sie Viertel ohne Anschluss erreichen und wie sich der Betrieb finanzieren lässt.',
      en: 'Washing hands takes water. The exchange asks how cities keep up supply during the pandemic, how they reach neighbourhoods without a connection and how operation can be paid for.',
    },
    regions: ['sub-saharan-africa'],
    categories: ['covid-19', 'connective-cities', 'municipal-services'],
    languages: ['en'],
    interpretation: ['fr'],
    startsAt: '10:00',
    order: usualOrder,
  }),
  held({
    key: 'communication-in-the-crisis-2020-10-28',
    heldOn: '2020-10-28',
    title: {
      de: 'Kommunikation in der Krise: mit Bürgerinnen und Bürgern, Fahrgästen & Kunden',
      en: 'Communication in the crisis: with citizens, passengers & customers',
    },
    abstract: {
      de: 'Regeln wirken nur, wenn sie bekannt sind und einleuchten. Der Austausch fragt, auf welchen Wegen Städte und ihre Betriebe Menschen erreichen, wie sie Vertrauen halten und wie sie mit Gerüchten umgehen.',
      en: 'Rules only work when they are known and make sense. The exchange asks through which channels cities and their utilities reach people, how they keep trust and how they deal with rumours.',
    },
    regions: [],
    categories: ['covid-19', 'connective-cities', 'good-urban-governance', 'municipal-services'],
    languages: ['en'],
    interpretation: ['es', 'fr'],
    startsAt: '14:00',
    order: usualOrder,
  }),
  held({
    key: 'basic-services-waste-2020-10-29',
    heldOn: '2020-10-29',
    title: {
      de: 'Bereitstellung von Basisdienstleistungen: Abfall- und Kreislaufwirtschaft',
      en: 'Providing basic services: waste management and the circular economy',
    },
    abstract: {
      de: 'Abfall fällt auch im Ausnahmezustand an. Der Austausch fragt, wie Sammlung und Verwertung weiterlaufen, wie die Beschäftigten geschützt werden und welche Chancen die Kreislaufwirtschaft vor Ort bietet.',
      en: 'Waste keeps coming even in an emergency. The exchange asks how collection and recovery can go on, how workers are protected and what opportunities the circular economy offers locally.',
    },
    regions: ['sub-saharan-africa'],
    categories: ['covid-19', 'connective-cities', 'municipal-services', 'local-economic-development'],
    languages: ['en'],
    interpretation: ['fr'],
    startsAt: '10:00',
    order: usualOrder,
  }),
  held({
    key: 'municipal-services-2020-11-04',
    heldOn: '2020-11-04',
    title: {
      de: 'Kommunale Dienstleistungen während der Pandemie',
      en: 'Municipal services during the pandemic',
    },
    abstract: {
      de: 'Nahverkehr, Energie, Bürgerdienste: Kommunale Betriebe müssen verlässlich bleiben, auch wenn Personal ausfällt und Einnahmen sinken. Der Austausch fragt nach Notfallplänen, Schutzkonzepten und Prioritäten.',
      en: 'Local transport, energy, citizen services: municipal utilities have to stay reliable even when staff are absent and revenue falls. The exchange asks about contingency plans, protection concepts and priorities.',
    },
    regions: [],
    categories: ['covid-19', 'connective-cities', 'municipal-services', 'integrated-urban-development'],
    languages: ['en'],
    interpretation: ['es', 'fr'],
    startsAt: '14:00',
    order: usualOrder,
  }),
  held({
    key: 'chains-of-infection-2020-11-05',
    heldOn: '2020-11-05',
    title: infectionChains,
    abstract: {
      de: 'Der zweite von zwei Terminen greift die offenen Fragen des ersten auf: Wie lassen sich Schutzregeln, verständliche Kommunikation und Hilfen für den informellen Sektor miteinander verbinden?',
      en: 'The second of two dates takes up the open questions of the first: how can protective rules, clear communication and help for the informal sector be combined?',
    },
    regions: ['latin-america'],
    categories: ['covid-19', 'connective-cities', 'local-economic-development', 'good-urban-governance'],
    languages: ['es'],
    interpretation: ['pt', 'en'],
    startsAt: '16:00',
    order: usualOrder,
  }),
  held({
    key: 'lessons-learned-2020-12-09',
    kind: 'closing',
    heldOn: '2020-12-09',
    title: {
      de: 'Internationaler Fachaustausch zu Lernerfahrungen in der Corona-Krise',
      en: 'International exchange on lessons learned in the coronavirus crisis',
    },
    abstract: {
      de: 'Die Abschlussveranstaltung führt die Erfahrungen der Reihe zusammen: ein Eröffnungsvortrag, Berichte aus fünf Städten und die Vorstellung eines E-Learning-Kurses zum Krisenmanagement.',
      en: 'The closing event brings the experience of the series together: an opening talk, reports from five cities and the presentation of an e-learning course on crisis management.',
    },
    regions: [],
    categories: ['covid-19', 'connective-cities', 'good-urban-governance', 'integrated-urban-development'],
    languages: ['en', 'de'],
    interpretation: ['es', 'fr'],
    startsAt: '14:00',
    order: runningOrder([
      [
        'talk',
        20,
        { de: 'Eröffnungsvortrag', en: 'Opening talk' },
        [
          {
            role: 'opening-speaker',
            position: {
              de: 'Leiterin der Urban Policies and Reviews Unit',
              en: 'Head of the Urban Policies and Reviews Unit',
            },
            organisation: { de: 'OECD', en: 'OECD' },
          },
        ],
      ],
      ['experience', 12, reportFrom('Stuttgart', 'Stuttgart'), fromCity('Stuttgart', 'DE')],
      ['experience', 12, reportFrom('Belo Horizonte', 'Belo Horizonte'), fromCity('Belo Horizonte', 'BR')],
      ['experience', 12, reportFrom('Amman', 'Amman'), fromCity('Amman', 'JO')],
      ['experience', 12, reportFrom('Tshwane', 'Tshwane'), fromCity('Tshwane', 'ZA')],
      ['experience', 12, reportFrom('Lwiw', 'Lviv'), fromCity('Lviv', 'UA')],
      ['break', 10, { de: 'Pause', en: 'Break' }],
      [
        'talk',
        20,
        {
          de: 'Vorstellung des E-Learning-Kurses zum Krisenmanagement',
          en: 'E-learning course on crisis management',
        },
        [{ role: 'speaker', speaker: 'peter-tinnemann' }],
      ],
      ['discussion', 25, questions],
    ]),
  }),
  held({
    key: 'monitoring-chains-of-infection-2020-12-10',
    kind: 'extra',
    heldOn: '2020-12-10',
    title: {
      de: 'Werkzeuge und Protokolle zur Überwachung und Kontrolle von Infektionsketten',
      en: 'Tools and protocols for monitoring and controlling chains of infection',
    },
    abstract: {
      de: 'Der zusätzliche Termin am Tag nach dem Abschluss gilt einer einzelnen Frage: Mit welchen Werkzeugen und Abläufen lassen sich Infektionsketten erkennen und unterbrechen?',
      en: 'The extra date on the day after the closing event is devoted to a single question: which tools and procedures help to detect and break chains of infection?',
    },
    regions: ['south-eastern-europe-caucasus'],
    categories: ['covid-19', 'connective-cities', 'good-urban-governance', 'municipal-services'],
    languages: ['en'],
    interpretation: ['ru'],
    startsAt: '10:00',
    order: runningOrder([
      ['talk', 10, welcome],
      ['experience', 15, reportFrom('Georgien', 'Georgia'), fromCountry('GE')],
      ['experience', 15, reportFrom('Serbien', 'Serbia'), fromCountry('RS')],
      ['experience', 15, reportFrom('Deutschland', 'Germany'), fromCountry('DE')],
      ['discussion', 30, questions],
      ['talk', 5, outlook],
    ]),
  }),
];
