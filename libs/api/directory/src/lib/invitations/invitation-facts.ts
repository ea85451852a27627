import type { ContributionRole, InvitationState, Language, SessionState } from '@reihe/shared-contracts';

/** One part in a session with its speaker, as invitations need it; texts in the language asked for or the speaker's own. */
export interface InvitationFacts {
  contributionId: string;
  role: ContributionRole;
  topic: string;
  part: string;
  position: string;
  organisation: string;
  state: InvitationState;
  invitedAt: Date | null;
  answeredAt: Date | null;
  words: string;
  /** null: nobody is named. */
  speaker: {
    id: string;
    title: string;
    name: string;
    email: string;
    city: string;
    country: string | null;
  } | null;
  /** The speaker's, or that of the series. */
  language: Language;
  session: {
    id: string;
    slug: string;
    state: SessionState;
    title: string;
    /** Of the title. */
    language: Language;
    startsAt: Date;
    endsAt: Date;
    timeZone: string;
    sequence: number;
    isPublic: boolean;
  };
}

/** A part of somebody who can be asked. */
export type Asked = InvitationFacts & { speaker: NonNullable<InvitationFacts['speaker']> };
