import type { RulesFor } from './fields';
import type { InLanguage, Translations } from './languages';

export const CONTRIBUTION_ROLES = [
  'opening-speaker',
  'speaker',
  'moderator',
  'panellist',
  'interpreter',
] as const;
export type ContributionRole = (typeof CONTRIBUTION_ROLES)[number];

export interface SpeakerText {
  position: string;
  organisation: string;
  bio: string;
}

/** A speaker of the directory, with today's details; each contribution keeps its own as of its session. */
export interface Speaker {
  id: string;
  version: number;
  /** Academic or courtesy title, e.g. "Dr.". */
  title: string;
  name: string;
  email: string;
  city: string;
  country: string | null;
  translations: Translations<SpeakerText>;
  contributions: number;
}

export interface SaveSpeaker {
  version: number;
  title: string;
  name: string;
  email: string;
  city: string;
  country: string | null;
  translations: Translations<SpeakerText>;
}

export interface ContributionText {
  position: string;
  organisation: string;
  topic: string;
}

/**
 * Somebody's part in a session, as of that session. Without a speaker it is a contribution by a city, country or
 * organisation whose person is not named.
 */
export interface Contribution {
  id: string;
  speakerId: string | null;
  role: ContributionRole;
  city: string;
  country: string | null;
  translations: Translations<ContributionText>;
}

export type SaveContribution = Omit<Contribution, 'id'> & {
  /** Of the contribution as it is stored, so that it stays the same one; without it is a new one. */
  id?: string;
};

export interface PublicContribution extends InLanguage {
  role: ContributionRole;
  /** "Dr. Ada Example"; null where nobody is named. */
  name: string | null;
  position: string;
  organisation: string;
  topic: string;
  city: string;
  country: string | null;
}

export const speakerTextRules = {
  position: { kind: 'text', maxLength: 200, optional: true },
  organisation: { kind: 'text', maxLength: 200, optional: true },
  bio: { kind: 'text', maxLength: 4000, optional: true },
} as const satisfies RulesFor<SpeakerText>;

export const saveSpeakerRules = {
  version: { kind: 'number', min: 0 },
  title: { kind: 'text', maxLength: 40, optional: true },
  name: { kind: 'text', minLength: 1, maxLength: 160 },
  email: { kind: 'text', format: 'email', maxLength: 254, optional: true },
  city: { kind: 'text', maxLength: 120, optional: true },
  country: { kind: 'text', format: 'country', optional: true },
  translations: { kind: 'translations' },
} as const satisfies RulesFor<SaveSpeaker>;

export const contributionTextRules = {
  position: speakerTextRules.position,
  organisation: speakerTextRules.organisation,
  topic: { kind: 'text', maxLength: 300, optional: true },
} as const satisfies RulesFor<ContributionText>;

export const saveContributionRules = {
  id: { kind: 'text', format: 'uuid', optional: true },
  speakerId: { kind: 'text', format: 'uuid', optional: true },
  role: { kind: 'text', values: CONTRIBUTION_ROLES },
  city: saveSpeakerRules.city,
  country: saveSpeakerRules.country,
  translations: { kind: 'translations' },
} as const satisfies RulesFor<SaveContribution>;
