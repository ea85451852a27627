import type { RulesFor } from './fields';
import type { InLanguage, Language, Translations } from './languages';
import type { PublicImage } from './media';
import { tokenRules } from './registrations';
import { saveSpeakerRules, type ContributionRole, type SpeakerText } from './speakers';

/** What a speaker was asked and said about one part: not asked, asked, yes, no. */
export const INVITATION_STATES = ['none', 'invited', 'confirmed', 'declined'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

const INVITATION_ANSWERS = ['confirmed', 'declined'] as const;
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number];

/** Which wording speakers agree to when they send a photo; a new wording gets a new version. */
export const PHOTO_CONSENT_VERSION = '2026-11';

/** One part in a session, and what became of its invitation; for staff. */
export interface SessionInvitation {
  contributionId: string;
  /** null: nobody is named, so nobody can be asked. */
  speakerId: string | null;
  name: string;
  role: ContributionRole;
  topic: string;
  /** Title of the agenda's part; empty for a part in the whole session. */
  part: string;
  hasEmail: boolean;
  /** In which the mail is written. */
  language: Language;
  state: InvitationState;
  invitedAt: string | null;
  answeredAt: string | null;
  /** What the speaker wrote when declining. */
  words: string;
}

export interface InviteSpeakers {
  contributionIds: string[];
}

/** One part in a session as its speaker sees it. */
export interface MyInvitation {
  contributionId: string;
  role: ContributionRole;
  topic: string;
  part: string;
  position: string;
  organisation: string;
  state: InvitationState;
  words: string;
  canAnswer: boolean;
  session: InLanguage & {
    slug: string;
    title: string;
    startsAt: string;
    endsAt: string;
    timeZone: string;
    /** Whether readers see its page. */
    isPublic: boolean;
    isCancelled: boolean;
  };
}

export interface SpeakerProfile {
  version: number;
  title: string;
  name: string;
  city: string;
  country: string | null;
  translations: Translations<SpeakerText>;
}

/** A speaker's own page. */
export interface MyInvitations {
  profile: SpeakerProfile;
  /** Stays as it is: the link was sent there. */
  email: string;
  /** IANA; that of their city, null where nobody knows it. */
  timeZone: string | null;
  photo: PublicImage | null;
  invitations: MyInvitation[];
}

export interface AnswerInvitation {
  token: string;
  contributionId: string;
  answer: InvitationAnswer;
  /** Told to the organisers with a refusal. */
  words: string;
}

export interface SaveProfile extends SpeakerProfile {
  token: string;
}

/** What comes along with the file. */
export interface SendPhoto {
  token: string;
  /** Who took it. */
  credit: string;
  hasConsented: boolean;
}

export const inviteSpeakersRules = {
  contributionIds: { kind: 'list', format: 'uuid', minLength: 1, maxLength: 200 },
} as const satisfies RulesFor<InviteSpeakers>;

export const answerInvitationRules = {
  ...tokenRules,
  contributionId: { kind: 'text', format: 'uuid' },
  answer: { kind: 'text', values: INVITATION_ANSWERS },
  words: { kind: 'text', maxLength: 1000, optional: true },
} as const satisfies RulesFor<AnswerInvitation>;

export const saveProfileRules = {
  ...tokenRules,
  version: saveSpeakerRules.version,
  title: saveSpeakerRules.title,
  name: saveSpeakerRules.name,
  city: saveSpeakerRules.city,
  country: saveSpeakerRules.country,
  translations: saveSpeakerRules.translations,
} as const satisfies RulesFor<SaveProfile>;

export const sendPhotoRules = {
  ...tokenRules,
  credit: { kind: 'text', minLength: 2, maxLength: 160 },
  hasConsented: { kind: 'boolean', mustBe: true },
} as const satisfies RulesFor<SendPhoto>;
