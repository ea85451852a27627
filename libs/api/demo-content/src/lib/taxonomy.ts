import type { CategoryContent, FormatAliasContent, RegionContent } from './types';

/** The six categories of the reference first, in its order; the last two belong to the upcoming sample series. */
export const categories: readonly CategoryContent[] = [
  { key: 'covid-19', name: { de: 'COVID-19', en: 'COVID-19', es: 'COVID-19', fr: 'COVID-19' } },
  {
    key: 'connective-cities',
    name: {
      de: 'Connective Cities',
      en: 'Connective Cities',
      es: 'Connective Cities',
      fr: 'Connective Cities',
    },
  },
  {
    key: 'good-urban-governance',
    name: {
      de: 'Good Urban Governance',
      en: 'Good urban governance',
      es: 'Buena gobernanza urbana',
      fr: 'Bonne gouvernance urbaine',
    },
  },
  {
    key: 'integrated-urban-development',
    name: {
      de: 'Integrierte Stadtentwicklung',
      en: 'Integrated urban development',
      es: 'Desarrollo urbano integrado',
      fr: 'Développement urbain intégré',
    },
  },
  {
    key: 'municipal-services',
    name: {
      de: 'Kommunale Dienstleistungen',
      en: 'Municipal services',
      es: 'Servicios municipales',
      fr: 'Services municipaux',
    },
  },
  {
    key: 'local-economic-development',
    name: {
      de: 'Lokale Wirtschaftsentwicklung',
      en: 'Local economic development',
      es: 'Desarrollo económico local',
      fr: 'Développement économique local',
    },
  },
  {
    key: 'climate-adaptation',
    name: {
      de: 'Klimaanpassung',
      en: 'Climate adaptation',
      es: 'Adaptación al clima',
      fr: 'Adaptation au climat',
    },
  },
  { key: 'mobility', name: { de: 'Mobilität', en: 'Mobility', es: 'Movilidad', fr: 'Mobilité' } },
];

const words = (codes: string) => codes.split(' ');

export const regions: readonly RegionContent[] = [
  {
    key: 'africa',
    name: { de: 'Afrika', en: 'Africa', es: 'África', fr: 'Afrique' },
    parent: null,
    tint: 'africa',
    countries: words('DZ EG LY MA TN EH'),
  },
  {
    key: 'sub-saharan-africa',
    name: {
      de: 'Subsahara-Afrika',
      en: 'Sub-Saharan Africa',
      es: 'África subsahariana',
      fr: 'Afrique subsaharienne',
    },
    parent: 'africa',
    tint: 'africa',
    countries: words(
      'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR LS MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TZ UG ZA ZM ZW',
    ),
  },
  {
    key: 'asia',
    name: { de: 'Asien', en: 'Asia', es: 'Asia', fr: 'Asie' },
    parent: null,
    tint: 'asia',
    countries: words(
      'AF BD BN BT CN ID IN JP KG KH KP KR KZ LA LK MM MN MV MY NP PH PK SG TH TJ TL TM TW UZ VN',
    ),
  },
  {
    key: 'europe',
    name: { de: 'Europa', en: 'Europe', es: 'Europa', fr: 'Europe' },
    parent: null,
    tint: 'europe',
    countries: words('AD AT BE CH CY DK ES FI FR GB GR IE IS IT LI LU MC MT NL NO PT SE SM VA'),
  },
  {
    key: 'germany',
    name: { de: 'Deutschland', en: 'Germany', es: 'Alemania', fr: 'Allemagne' },
    parent: 'europe',
    tint: 'europe',
    countries: ['DE'],
  },
  {
    key: 'central-eastern-south-eastern-europe',
    name: {
      de: 'Mittel-, Ost- und Südosteuropa',
      en: 'Central, Eastern and South-Eastern Europe',
      es: 'Europa Central, Oriental y Sudoriental',
      fr: 'Europe centrale, orientale et du Sud-Est',
    },
    parent: 'europe',
    tint: 'europe',
    countries: words('BY CZ EE HU LT LV PL RU SI SK UA'),
  },
  {
    key: 'south-eastern-europe-caucasus',
    name: {
      de: 'Südosteuropa und Kaukasus',
      en: 'South-Eastern Europe and the Caucasus',
      es: 'Europa Sudoriental y Cáucaso',
      fr: 'Europe du Sud-Est et Caucase',
    },
    parent: 'central-eastern-south-eastern-europe',
    tint: 'europe',
    countries: words('AL AM AZ BA BG GE HR MD ME MK RO RS TR'),
  },
  {
    key: 'latin-america',
    name: { de: 'Lateinamerika', en: 'Latin America', es: 'América Latina', fr: 'Amérique latine' },
    parent: null,
    tint: 'latin-america',
    countries: words('AR BO BR CL CO CR CU DO EC GT HN HT MX NI PA PE PY SV UY VE'),
  },
  {
    key: 'middle-east',
    name: { de: 'Naher Osten', en: 'Middle East', es: 'Oriente Medio', fr: 'Moyen-Orient' },
    parent: null,
    tint: 'middle-east',
    countries: words('AE BH IL IQ IR JO KW LB OM PS QA SA SY YE'),
  },
];

/** The host's list of regions also names a format; kept findable under that name without becoming a place. */
export const formatAliases: readonly FormatAliasContent[] = [
  {
    format: 'virtual',
    name: {
      de: 'Virtueller Fachaustausch',
      en: 'Virtual exchange',
      es: 'Intercambio virtual',
      fr: 'Échange virtuel',
    },
  },
];
