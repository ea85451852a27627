import type { SampleSpeakerContent } from './types';

/** Made-up speakers without names: `speakerName` draws those from the name library. */
export const upcomingSpeakers: readonly SampleSpeakerContent[] = [
  {
    key: 'speaker-urban-climate',
    position: {
      de: 'Leitung Stadtklima',
      en: 'Head of urban climate',
      es: 'Responsable de clima urbano',
      fr: 'Responsable du climat urbain',
    },
    organisation: {
      de: 'Stadtverwaltung',
      en: 'City administration',
      es: 'Administración municipal',
      fr: 'Administration municipale',
    },
    city: 'Freiburg',
    country: 'DE',
  },
  {
    key: 'speaker-moderation',
    position: { de: 'Moderation', en: 'Moderator', es: 'Moderación', fr: 'Modération' },
    organisation: {
      de: 'Beispielnetzwerk der Städte',
      en: 'Sample Network of Cities',
      es: 'Red de ciudades de ejemplo',
      fr: 'Réseau de villes d’exemple',
    },
    city: 'Dortmund',
    country: 'DE',
  },
  {
    key: 'speaker-trees',
    position: {
      de: 'Fachstelle Stadtbäume',
      en: 'Tree officer',
      es: 'Servicio de arbolado urbano',
      fr: 'Service des arbres urbains',
    },
    organisation: {
      de: 'Grünflächenamt',
      en: 'Parks department',
      es: 'Departamento de parques',
      fr: 'Service des espaces verts',
    },
    city: 'Rijeka',
    country: 'HR',
  },
  {
    key: 'speaker-water',
    position: {
      de: 'Technische Leitung',
      en: 'Technical director',
      es: 'Dirección técnica',
      fr: 'Direction technique',
    },
    organisation: {
      de: 'Kommunaler Wasserversorger',
      en: 'Municipal water utility',
      es: 'Empresa municipal de agua',
      fr: 'Régie municipale des eaux',
    },
    city: 'Durban',
    country: 'ZA',
  },
  {
    key: 'speaker-flood-warning',
    position: {
      de: 'Koordination Zivilschutz',
      en: 'Civil protection coordinator',
      es: 'Coordinación de protección civil',
      fr: 'Coordination de la protection civile',
    },
    organisation: {
      de: 'Stadtverwaltung',
      en: 'City administration',
      es: 'Administración municipal',
      fr: 'Administration municipale',
    },
    city: 'Recife',
    country: 'BR',
  },
  {
    key: 'speaker-health',
    position: {
      de: 'Referat Umwelt und Gesundheit',
      en: 'Environment and health officer',
      es: 'Área de medio ambiente y salud',
      fr: 'Service environnement et santé',
    },
    organisation: {
      de: 'Stadtverwaltung',
      en: 'City administration',
      es: 'Administración municipal',
      fr: 'Administration municipale',
    },
    city: 'İzmir',
    country: 'TR',
  },
  {
    key: 'speaker-energy',
    position: {
      de: 'Energiemanagement',
      en: 'Energy manager',
      es: 'Gestión energética',
      fr: 'Gestion de l’énergie',
    },
    organisation: {
      de: 'Kommunale Gebäudewirtschaft',
      en: 'Municipal facility management',
      es: 'Gestión de edificios municipales',
      fr: 'Gestion des bâtiments communaux',
    },
    city: 'Gdynia',
    country: 'PL',
  },
  {
    key: 'speaker-stormwater',
    position: {
      de: 'Planung Regenwasser',
      en: 'Stormwater planner',
      es: 'Planificación de aguas pluviales',
      fr: 'Planification des eaux pluviales',
    },
    organisation: {
      de: 'Stadtentwässerung',
      en: 'Drainage department',
      es: 'Departamento de drenaje',
      fr: 'Service d’assainissement',
    },
    city: 'Kochi',
    country: 'IN',
  },
  {
    key: 'speaker-mobility',
    position: {
      de: 'Verkehrsplanung',
      en: 'Transport planner',
      es: 'Planificación del transporte',
      fr: 'Planification des transports',
    },
    organisation: {
      de: 'Verkehrsbetriebe',
      en: 'Public transport operator',
      es: 'Empresa de transporte público',
      fr: 'Exploitant des transports publics',
    },
    city: 'Medellín',
    country: 'CO',
  },
  {
    key: 'speaker-coast',
    position: {
      de: 'Küstenforschung',
      en: 'Coastal researcher',
      es: 'Investigación costera',
      fr: 'Recherche côtière',
    },
    organisation: {
      de: 'Hochschulinstitut',
      en: 'University institute',
      es: 'Instituto universitario',
      fr: 'Institut universitaire',
    },
    city: 'Kumasi',
    country: 'GH',
  },
];
