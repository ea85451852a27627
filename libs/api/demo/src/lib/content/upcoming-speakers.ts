import type { SampleSpeakerContent } from './types';

/** Made-up speakers without names: `speakerName` draws those from the name library. */
export const upcomingSpeakers: readonly SampleSpeakerContent[] = [
  {
    key: 'speaker-urban-climate',
    position: { de: 'Leitung Stadtklima', en: 'Head of urban climate' },
    organisation: { de: 'Stadtverwaltung', en: 'City administration' },
    city: 'Freiburg',
    country: 'DE',
  },
  {
    key: 'speaker-moderation',
    position: { de: 'Moderation', en: 'Moderator' },
    organisation: { de: 'Beispielnetzwerk der Städte', en: 'Sample Network of Cities' },
    city: 'Dortmund',
    country: 'DE',
  },
  {
    key: 'speaker-trees',
    position: { de: 'Fachstelle Stadtbäume', en: 'Tree officer' },
    organisation: { de: 'Grünflächenamt', en: 'Parks department' },
    city: 'Rijeka',
    country: 'HR',
  },
  {
    key: 'speaker-water',
    position: { de: 'Technische Leitung', en: 'Technical director' },
    organisation: { de: 'Kommunaler Wasserversorger', en: 'Municipal water utility' },
    city: 'Durban',
    country: 'ZA',
  },
  {
    key: 'speaker-flood-warning',
    position: { de: 'Koordination Zivilschutz', en: 'Civil protection coordinator' },
    organisation: { de: 'Stadtverwaltung', en: 'City administration' },
    city: 'Recife',
    country: 'BR',
  },
  {
    key: 'speaker-health',
    position: { de: 'Referat Umwelt und Gesundheit', en: 'Environment and health officer' },
    organisation: { de: 'Stadtverwaltung', en: 'City administration' },
    city: 'İzmir',
    country: 'TR',
  },
  {
    key: 'speaker-energy',
    position: { de: 'Energiemanagement', en: 'Energy manager' },
    organisation: { de: 'Kommunale Gebäudewirtschaft', en: 'Municipal facility management' },
    city: 'Gdynia',
    country: 'PL',
  },
  {
    key: 'speaker-stormwater',
    position: { de: 'Planung Regenwasser', en: 'Stormwater planner' },
    organisation: { de: 'Stadtentwässerung', en: 'Drainage department' },
    city: 'Kochi',
    country: 'IN',
  },
  {
    key: 'speaker-mobility',
    position: { de: 'Verkehrsplanung', en: 'Transport planner' },
    organisation: { de: 'Verkehrsbetriebe', en: 'Public transport operator' },
    city: 'Medellín',
    country: 'CO',
  },
  {
    key: 'speaker-coast',
    position: { de: 'Küstenforschung', en: 'Coastal researcher' },
    organisation: { de: 'Hochschulinstitut', en: 'University institute' },
    city: 'Kumasi',
    country: 'GH',
  },
];
