import type { ContributionRole, Language } from '@reihe/shared-contracts';

/** What a prefilled draft says around the records; editors write on from there. */
export interface DraftWords {
  /** For `Intl`. */
  locale: string;
  /** Where the series has none of its own. */
  titlePattern: string;
  held(date: string): string;
  heldFor(date: string, audience: string): string;
  agenda: string;
  speakers: string;
  /** In front of the live number. */
  participants: string;
  cities: string;
  countries: string;
  roles: Partial<Record<ContributionRole, string>>;
}

export const DRAFT_WORDS: Record<Language, DraftWords> = {
  en: {
    locale: 'en-GB',
    titlePattern: 'Looking back: {session}',
    held: (date) => `Held on ${date}.`,
    heldFor: (date, audience) => `Held on ${date}, for ${audience}.`,
    agenda: 'Programme',
    speakers: 'Contributions',
    participants: 'Participants: ',
    cities: 'Cities: ',
    countries: 'Countries: ',
    roles: { 'opening-speaker': 'opening', moderator: 'moderation', panellist: 'panel' },
  },
  de: {
    locale: 'de',
    titlePattern: 'Rückblick: {session}',
    held: (date) => `Veranstaltet am ${date}.`,
    heldFor: (date, audience) => `Veranstaltet am ${date}, für ${audience}.`,
    agenda: 'Programm',
    speakers: 'Beiträge',
    participants: 'Teilnehmende: ',
    cities: 'Städte: ',
    countries: 'Länder: ',
    roles: { 'opening-speaker': 'Eröffnung', moderator: 'Moderation', panellist: 'Podium' },
  },
  es: {
    locale: 'es',
    titlePattern: 'Reseña: {session}',
    held: (date) => `Celebrada el ${date}.`,
    heldFor: (date, audience) => `Celebrada el ${date}, para ${audience}.`,
    agenda: 'Programa',
    speakers: 'Intervenciones',
    participants: 'Participantes: ',
    cities: 'Ciudades: ',
    countries: 'Países: ',
    roles: { 'opening-speaker': 'apertura', moderator: 'moderación', panellist: 'panel' },
  },
  fr: {
    locale: 'fr',
    titlePattern: 'Compte rendu\u00a0: {session}',
    held: (date) => `Session tenue le ${date}.`,
    heldFor: (date, audience) => `Session tenue le ${date}, public\u00a0: ${audience}.`,
    agenda: 'Programme',
    speakers: 'Interventions',
    participants: 'Participants\u00a0: ',
    cities: 'Villes\u00a0: ',
    countries: 'Pays\u00a0: ',
    roles: { 'opening-speaker': 'ouverture', moderator: 'modération', panellist: 'table ronde' },
  },
};
