import { plainWords } from '@reihe/api-sheets';
import type { PersonField } from '@reihe/shared-registration';

/** Headings people write, in every language the template has, as `plainWords` makes them. */
const HEADINGS: Record<PersonField, readonly string[]> = {
  name: [
    'name',
    'full name',
    'participant',
    'person',
    'vollstandiger name',
    'teilnehmer',
    'teilnehmerin',
    'teilnehmende',
    'vor und nachname',
    'name vorname',
    'nombre',
    'nom',
    'nombre completo',
    'nombre y apellidos',
    'participante',
    'nom complet',
    'nom et prenom',
  ],
  firstName: [
    'first name',
    'firstname',
    'given name',
    'forename',
    'vorname',
    'rufname',
    'nombre de pila',
    'prenom',
  ],
  lastName: [
    'last name',
    'lastname',
    'surname',
    'family name',
    'nachname',
    'familienname',
    'zuname',
    'apellido',
    'apellidos',
    'nom de famille',
  ],
  email: [
    'e mail',
    'email',
    'mail',
    'e mail address',
    'email address',
    'mail address',
    'e mail adresse',
    'email adresse',
    'mailadresse',
    'emailadresse',
    'correo',
    'correo electronico',
    'courriel',
    'adresse electronique',
    'adresse e mail',
  ],
  organisation: [
    'organisation',
    'organization',
    'company',
    'institution',
    'employer',
    'city administration',
    'firma',
    'unternehmen',
    'einrichtung',
    'arbeitgeber',
    'verwaltung',
    'kommune',
    'organizacion',
    'institucion',
    'entidad',
    'empresa',
    'organisme',
    'entreprise',
    'collectivite',
  ],
  position: [
    'position',
    'job title',
    'title',
    'role',
    'function',
    'funktion',
    'stelle',
    'rolle',
    'beruf',
    'amt',
    'berufsbezeichnung',
    'cargo',
    'puesto',
    'fonction',
    'poste',
  ],
  city: [
    'city',
    'town',
    'place',
    'location',
    'stadt',
    'ort',
    'wohnort',
    'gemeinde',
    'dienstort',
    'ciudad',
    'municipio',
    'ville',
    'commune',
  ],
  country: ['country', 'country code', 'nation', 'land', 'staat', 'landercode', 'pais', 'pays'],
  language: [
    'language',
    'preferred language',
    'sprache',
    'bevorzugte sprache',
    'korrespondenzsprache',
    'idioma',
    'lengua',
    'langue',
  ],
  timeZone: ['time zone', 'timezone', 'tz', 'zeitzone', 'zona horaria', 'fuseau horaire'],
  accessibilityNeeds: [
    'accessibility',
    'accessibility needs',
    'access needs',
    'needs',
    'barrierefreiheit',
    'bedarf',
    'unterstutzungsbedarf',
    'was sie fur die teilnahme brauchen',
    'bedarf an barrierefreiheit',
    'accesibilidad',
    'necesidades de accesibilidad',
    'accessibilite',
    'besoins d accessibilite',
  ],
};

/** What each column seems to be; no field twice, the first one wins. */
export function guessPersonColumns(columns: readonly string[]): (PersonField | null)[] {
  const taken = new Set<PersonField>();
  const facts = Object.entries(HEADINGS) as [PersonField, readonly string[]][];
  const guessed = columns.map((column) => {
    const words = plainWords(column);
    const field = facts.find(([, headings]) => headings.includes(words))?.[0] ?? null;
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  // German lists say "Name, Vorname": beside a first name, the name is the family's.
  if (taken.has('firstName') && !taken.has('lastName'))
    return guessed.map((field) => (field === 'name' ? 'lastName' : field));
  // Spanish ones say "Nombre, Apellidos": beside a family name, the name is the first one.
  if (taken.has('lastName') && !taken.has('firstName'))
    return guessed.map((field) => (field === 'name' ? 'firstName' : field));
  return guessed;
}
