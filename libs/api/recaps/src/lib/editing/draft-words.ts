import type { ContributionRole, Language } from '@reihe/shared-contracts';

/** What a prefilled draft says around the records; editors write on from there. */
export interface DraftWords {
  title(session: string): string;
  agenda: string;
  speakers: string;
  /** In front of the live number. */
  participants: string;
  roles: Partial<Record<ContributionRole, string>>;
}

export const DRAFT_WORDS: Record<Language, DraftWords> = {
  en: {
    title: (session) => `Looking back: ${session}`,
    agenda: 'Programme',
    speakers: 'Contributions',
    participants: 'Participants: ',
    roles: { 'opening-speaker': 'opening', moderator: 'moderation', panellist: 'panel' },
  },
  de: {
    title: (session) => `Rückblick: ${session}`,
    agenda: 'Programm',
    speakers: 'Beiträge',
    participants: 'Teilnehmende: ',
    roles: { 'opening-speaker': 'Eröffnung', moderator: 'Moderation', panellist: 'Podium' },
  },
};
