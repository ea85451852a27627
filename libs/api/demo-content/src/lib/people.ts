import {
  ar,
  base,
  de,
  de_AT,
  en,
  en_GH,
  en_IN,
  en_NG,
  en_ZA,
  es,
  es_MX,
  Faker,
  fr_SN,
  hr,
  id_ID,
  type LocaleDefinition,
  pl,
  pt_BR,
  ro,
  sr_RS_latin,
  tr,
  uk,
  vi,
} from '@faker-js/faker';
import type { RegistrationState } from '@reihe/shared-contracts';
import type { RegistrationPlan, SampleSpeakerContent } from './types';

export interface SamplePerson {
  name: string;
  /** Always below example.org or example.com, which nobody can receive mail at. */
  email: string;
  organisation: string;
  position: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** The language mails are written in. */
  language: 'de' | 'en';
  timeZone: string;
}

interface Place {
  city: string;
  country: string;
  timeZone: string;
}

/** The name library's locale per country; a made-up person can only come from one of these. */
const localeByCountry: Readonly<Record<string, LocaleDefinition>> = {
  AT: de_AT,
  BR: pt_BR,
  CO: es,
  DE: de,
  GH: en_GH,
  HR: hr,
  ID: id_ID,
  IN: en_IN,
  JO: ar,
  MX: es_MX,
  NG: en_NG,
  PL: pl,
  RO: ro,
  RS: sr_RS_latin,
  SN: fr_SN,
  TR: tr,
  UA: uk,
  VN: vi,
  ZA: en_ZA,
};

const germanSpeaking = new Set(['AT', 'DE']);

const places: readonly Place[] = [
  { city: 'Dortmund', country: 'DE', timeZone: 'Europe/Berlin' },
  { city: 'Freiburg', country: 'DE', timeZone: 'Europe/Berlin' },
  { city: 'Rostock', country: 'DE', timeZone: 'Europe/Berlin' },
  { city: 'Graz', country: 'AT', timeZone: 'Europe/Vienna' },
  { city: 'Gdynia', country: 'PL', timeZone: 'Europe/Warsaw' },
  { city: 'Novi Sad', country: 'RS', timeZone: 'Europe/Belgrade' },
  { city: 'Rijeka', country: 'HR', timeZone: 'Europe/Zagreb' },
  { city: 'Cluj-Napoca', country: 'RO', timeZone: 'Europe/Bucharest' },
  { city: 'Lviv', country: 'UA', timeZone: 'Europe/Kyiv' },
  { city: 'Vinnytsia', country: 'UA', timeZone: 'Europe/Kyiv' },
  { city: 'İzmir', country: 'TR', timeZone: 'Europe/Istanbul' },
  { city: 'Amman', country: 'JO', timeZone: 'Asia/Amman' },
  { city: 'Irbid', country: 'JO', timeZone: 'Asia/Amman' },
  { city: 'Durban', country: 'ZA', timeZone: 'Africa/Johannesburg' },
  { city: 'Tshwane', country: 'ZA', timeZone: 'Africa/Johannesburg' },
  { city: 'Kumasi', country: 'GH', timeZone: 'Africa/Accra' },
  { city: 'Ibadan', country: 'NG', timeZone: 'Africa/Lagos' },
  { city: 'Thiès', country: 'SN', timeZone: 'Africa/Dakar' },
  { city: 'Recife', country: 'BR', timeZone: 'America/Recife' },
  { city: 'Curitiba', country: 'BR', timeZone: 'America/Sao_Paulo' },
  { city: 'Mérida', country: 'MX', timeZone: 'America/Merida' },
  { city: 'Medellín', country: 'CO', timeZone: 'America/Bogota' },
  { city: 'Pune', country: 'IN', timeZone: 'Asia/Kolkata' },
  { city: 'Kochi', country: 'IN', timeZone: 'Asia/Kolkata' },
  { city: 'Semarang', country: 'ID', timeZone: 'Asia/Jakarta' },
  { city: 'Huế', country: 'VN', timeZone: 'Asia/Ho_Chi_Minh' },
];

const organisations = {
  de: [
    'Stadtverwaltung',
    'Stadtwerke',
    'Stadtentwässerung',
    'Grünflächenamt',
    'Verkehrsbetriebe',
    'Hochschulinstitut',
  ],
  en: [
    'City administration',
    'Municipal water utility',
    'Parks department',
    'Public transport operator',
    'University institute',
    'Neighbourhood association',
  ],
} as const;

const positions = {
  de: [
    'Klimaanpassungsmanagement',
    'Stadtplanung',
    'Abteilungsleitung',
    'Projektleitung',
    'Öffentlichkeitsarbeit',
  ],
  en: [
    'Climate adaptation officer',
    'Urban planner',
    'Head of department',
    'Project manager',
    'Public relations',
  ],
} as const;

const peopleSeed = 20_201_210;

/** FNV-1a: a seed that depends on nothing but the text. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function nameFor(country: string, seed: number): string {
  const locale = localeByCountry[country];
  if (locale === undefined) throw new Error(`The name library has no locale for ${country}`);
  const names = new Faker({ locale: [locale, en, base], seed }).person;
  const sex = names.sexType();
  const givenName = names.firstName(sex);
  const surname = names.lastName(sex);
  // The Croatian locale writes double surnames without their hyphen.
  return `${givenName} ${country === 'HR' ? surname.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2') : surname}`;
}

/** The made-up name of a sample speaker: always the same for the same key and country. */
export const speakerName = (speaker: Pick<SampleSpeakerContent, 'key' | 'country'>): string =>
  nameFor(speaker.country, seedOf(speaker.key));

function mailboxOf(name: string, number: number): string {
  const latin = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.+|\.+$/g, '');
  return `${latin === '' ? 'participant' : latin}.${number}@${number % 2 === 0 ? 'example.com' : 'example.org'}`;
}

/** Made-up participants; the first n of a longer list are the same people. */
export function samplePeople(count: number): SamplePerson[] {
  const chance = new Faker({ locale: [en, base], seed: peopleSeed });
  return Array.from({ length: count }, (_, index) => {
    const { city, country, timeZone } = chance.helpers.arrayElement(places);
    const language = germanSpeaking.has(country) ? 'de' : 'en';
    const name = nameFor(country, peopleSeed + index);
    return {
      name,
      email: mailboxOf(name, index + 1),
      organisation: chance.helpers.arrayElement(organisations[language]),
      position: chance.helpers.arrayElement(positions[language]),
      city,
      country,
      language,
      timeZone,
    };
  });
}

export interface SampleRegistration {
  person: SamplePerson;
  state: RegistrationState;
}

/** Who registered for a session, in the order of registering: a draw that depends on the session's key alone. */
export function sampleRegistrations(
  people: readonly SamplePerson[],
  sessionKey: string,
  plan: RegistrationPlan,
): SampleRegistration[] {
  const drawn = new Faker({ locale: [en, base], seed: seedOf(sessionKey) }).helpers.shuffle(people);
  const states: RegistrationState[] = [
    ...Array.from({ length: plan.confirmed }, () => 'confirmed' as const),
    ...Array.from({ length: plan.cancelled }, () => 'cancelled' as const),
    ...Array.from({ length: plan.waitlisted }, () => 'waitlisted' as const),
    ...Array.from({ length: plan.unverified }, () => 'unverified' as const),
  ];
  return states.map((state, index) => {
    const person = drawn[index];
    if (person === undefined) throw new Error(`${sessionKey} plans more registrations than there are people`);
    return { person, state };
  });
}
