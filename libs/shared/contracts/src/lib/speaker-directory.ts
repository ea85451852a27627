import type { RulesFor } from './fields';
import type { InvitationState } from './invitations';
import type { RecapState } from './recaps';
import type { SessionState } from './sessions';
import type { ContributionRole, Speaker } from './speakers';

export const SPEAKER_PHOTO_FILTER = ['with', 'without'] as const;
export type SpeakerPhotoFilter = (typeof SPEAKER_PHOTO_FILTER)[number];

/** One part of a speaker, with the details as of that session. */
export interface SpeakerPart {
  contributionId: string;
  sessionId: string;
  sessionTitle: string;
  seriesTitle: string;
  sessionState: SessionState;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  role: ContributionRole;
  topic: string;
  position: string;
  organisation: string;
  city: string;
  country: string | null;
  invitation: InvitationState;
}

/** A recap of a session in which the speaker took part. */
export interface SpeakerRecap {
  id: string;
  title: string;
  state: RecapState;
  publishedOn: string | null;
}

/** Another entry for the same person that was merged into this one, and can be split off again. */
export interface AbsorbedSpeaker {
  id: string;
  name: string;
  mergedAt: string;
}

export interface SpeakerPage {
  speaker: Speaker;
  parts: SpeakerPart[];
  recaps: SpeakerRecap[];
  absorbed: AbsorbedSpeaker[];
}

/**
 * Why two entries may be one person, the strongest first. same-name: but for case, accents, umlauts and the order of its parts ·
 * similar-name: and the same organisation
 */
export type DuplicateReason = 'same-email' | 'same-name' | 'similar-name';

export interface SpeakerDuplicate {
  reason: DuplicateReason;
  /** The one with more parts in sessions first. */
  speakers: [Speaker, Speaker];
}

export interface SpeakerDuplicates {
  pairs: SpeakerDuplicate[];
  /** How many there are; the list ends at some. */
  total: number;
}

export interface MergeSpeakers {
  /** Of the entry that goes on. */
  version: number;
  absorbedId: string;
  absorbedVersion: number;
}

export interface SplitSpeakers {
  version: number;
  absorbedId: string;
}

export const mergeSpeakersRules = {
  version: { kind: 'number', min: 0 },
  absorbedId: { kind: 'text', format: 'uuid' },
  absorbedVersion: { kind: 'number', min: 0 },
} as const satisfies RulesFor<MergeSpeakers>;

export const splitSpeakersRules = {
  version: mergeSpeakersRules.version,
  absorbedId: mergeSpeakersRules.absorbedId,
} as const satisfies RulesFor<SplitSpeakers>;
