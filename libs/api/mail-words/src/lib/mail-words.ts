import type { ContributionRole } from '@reihe/shared-contracts';

/** Every word of every mail in one language. A key that a language lacks does not compile. */
export interface MailWords {
  /** For `Intl`. */
  locale: string;
  greeting: (name: string) => string;
  /** To whom no name can be said. */
  greetingOfAnybody: string;
  yourTime: (when: string) => string;
  hostTime: (when: string) => string;
  /** Where the reader's clock is the host's. */
  oneTime: (when: string) => string;
  newTime: string;
  /** The same lines of a time that no longer holds. */
  before: Pick<MailWords, 'oneTime' | 'yourTime' | 'hostTime'>;
  organisersWrite: string;
  yourPart: (roles: string) => string;
  roles: Record<ContributionRole, string>;
  join: string;
  /** Below the times of a session one may join. */
  joinNote: string;
  /** Label of the address that gives a place up. */
  release: string;
  seat: string;
  place: (place: number) => string;
  manage: string;
  manageNote: string;
  /** Why this mail came, under a line at its end. */
  footer: (host: string) => string;
  speakerFooter: (host: string) => string;
  calendarNote: string;
  registrationConfirm: {
    subject: string;
    intro: string;
    sessions: string;
    already: string;
    held: (until: string) => string;
    full: string;
    decides: string;
    uninvited: string;
    action: string;
    valid: (until: string) => string;
    ignore: string;
  };
  registrationConfirmed: {
    subject: (waiting: boolean) => string;
    seats: string;
    waiting: string;
    waitingNote: string;
    deciding: string;
    decidingNote: string;
    ended: string;
    endedNote: string;
    subjectOf: { deciding: string; ended: string };
  };
  alreadyRegistered: { subject: string; intro: string; sessions: string; ignore: string };
  awaiting: string;
  notInvited: { subject: string; intro: string; sessions: string; ask: string };
  declined: { subject: (title: string) => string; intro: string; sessions: string };
  mySessionsLink: { subject: string; intro: string; ignore: string };
  emailChange: {
    subject: string;
    intro: string;
    action: string;
    valid: (until: string) => string;
    ignore: string;
    footer: (host: string) => string;
  };
  emailTaken: { subject: string; intro: string; ask: string; ignore: string };
  emailChanged: { subject: string; intro: string; ask: string; footer: (host: string) => string };
  promoted: { subject: (title: string) => string; intro: string; sessions: string };
  cancelledByYou: { subject: (title: string) => string; intro: string; sessions: string; again: string };
  cancelledByOrganiser: { subject: (title: string) => string; intro: string; sessions: string };
  sessionMoved: {
    subject: (title: string) => string;
    intro: string;
    keepsSeat: string;
    speakerIntro: string;
  };
  meetingChanged: {
    subject: (title: string) => string;
    intro: string;
    speakerIntro: string;
    sessions: string;
    /** To those who have an address to join at. */
    note: string;
  };
  sessionCancelled: {
    subject: (title: string) => string;
    intro: string;
    speakerIntro: string;
    sessions: string;
  };
  yourRole: (role: string) => string;
  yourTopic: (topic: string) => string;
  agendaPart: (part: string) => string;
  invitedFooter: (host: string) => string;
  speakerLinkNote: string;
  speakerInvited: {
    subject: (title: string) => string;
    intro: string;
    again: string;
    sessions: string;
    action: string;
    profile: string;
    valid: (until: string) => string;
  };
  speakerConfirmed: {
    subject: (title: string) => string;
    intro: string;
    sessions: string;
    action: string;
  };
  /** At the end of news, before the address. */
  unsubscribe: string;
  reminder: {
    subject: (title: string, day: string) => string;
    subjectOfMany: (sessions: number, day: string) => string;
    intro: (sessions: number) => string;
    sessions: string;
    cannotCome: string;
  };
  thanks: {
    subject: (title: string) => string;
    intro: string;
    sessions: string;
    feedback: string;
    recap: string;
    materials: string;
    certificate: string;
    recapFollows: string;
  };
  recapPublished: { subject: (title: string) => string; intro: string; action: string; sessions: string };
  organiserMessage: {
    testSubject: (subject: string) => string;
    /** Where an address to join at would stand, to whoever has none. */
    noJoinAddress: string;
  };
  /** To staff, about the recaps they write and review. */
  recapDesk: {
    footer: (host: string) => string;
    action: string;
    reviewAsked: { subject: (title: string) => string; intro: (by: string, title: string) => string };
    sentBack: { subject: (title: string) => string; intro: (by: string, title: string) => string };
    approved: { subject: (title: string) => string; intro: (by: string, title: string) => string };
    notPublished: {
      subject: (title: string) => string;
      intro: (title: string, at: string, missing: number) => string;
      again: string;
    };
    figuresChanged: { subject: string; intro: string; heading: string; changes: (count: number) => string };
    isPublic: {
      subject: (title: string) => string;
      intro: (by: string, title: string) => string;
      introAsScheduled: (title: string) => string;
      action: string;
    };
  };
}
