/** Every word of every mail in one language. A key that a language lacks does not compile. */
export interface MailWords {
  /** For `Intl`. */
  locale: string;
  greeting: (name: string) => string;
  yourTime: (when: string) => string;
  hostTime: (when: string) => string;
  newTime: string;
  oldTime: string;
  join: string;
  /** Below the times of a session one may join. */
  joinNote: string;
  seat: string;
  place: (place: number) => string;
  manage: string;
  manageNote: string;
  /** Why this mail came, under a line at its end. */
  footer: (host: string) => string;
  calendarNote: string;
  registrationConfirm: {
    subject: string;
    intro: string;
    sessions: string;
    already: string;
    action: string;
    valid: (until: string) => string;
    ignore: string;
  };
  registrationConfirmed: {
    subject: (waiting: boolean) => string;
    seats: string;
    waiting: string;
    waitingNote: string;
  };
  alreadyRegistered: { subject: string; intro: string; sessions: string; ignore: string };
  promoted: { subject: (title: string) => string; intro: string; sessions: string };
  cancelledByYou: { subject: (title: string) => string; intro: string; sessions: string; again: string };
  cancelledByOrganiser: { subject: (title: string) => string; intro: string; sessions: string };
  sessionMoved: { subject: (title: string) => string; intro: string; keepsSeat: string };
  sessionCancelled: { subject: (title: string) => string; intro: string; sessions: string };
}
