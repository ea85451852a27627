import type { InLanguage } from './languages';
import type { DialIn, MeetingProvider } from './meetings';
import type { ContributionRole } from './speakers';

/**
 * What somebody finds behind their own address of a session.
 * early: the door is still shut · open: from some minutes before the start until half an hour after the end ·
 * no-place: the registration was cancelled or declined, or the speaker has no part any more
 */
export type JoinSituation =
  'early' | 'open' | 'over' | 'cancelled' | 'waiting-list' | 'awaiting-approval' | 'no-place';

/** The page behind `/join/<token>`. Never holds the meeting's link: only pressing the button leads there. */
export interface JoinPage {
  situation: JoinSituation;
  holder: 'participant' | 'speaker';
  /** Whose address it is. */
  name: string;
  /** Of the person; null where nobody told. */
  timeZone: string | null;
  /** 1-based place on the waiting list; null unless waitlisted. */
  place: number | null;
  /** Instants between which the door is open. */
  opensAt: string;
  closesAt: string;
  /** When it was to begin as the address was given out; null: it was not moved since. */
  movedFrom: string | null;
  session: JoinSession;
  /** As the organisers typed it; null unless the session is cancelled. */
  cancelReason: string | null;
  /** null while the door is shut. */
  access: JoinAccess | null;
  /** Published recap of the session. */
  recap: (InLanguage & { slug: string; title: string }) | null;
}

export interface JoinSession extends InLanguage {
  slug: string;
  seriesSlug: string;
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

export interface JoinAccess {
  /** False: the hosts have not entered a link yet. */
  hasLink: boolean;
  provider: MeetingProvider;
  meetingId: string;
  passcode: string;
  dialIn: DialIn[];
}

/** The address that a speaker joins at, for staff to pass on. */
export interface SpeakerJoinAddress {
  speakerId: string;
  name: string;
  roles: ContributionRole[];
  address: string;
}
