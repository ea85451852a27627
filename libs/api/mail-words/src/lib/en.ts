import type { MailWords } from './mail-words';

export const en: MailWords = {
  locale: 'en-GB',
  greeting: (name) => `Dear ${name},`,
  greetingOfAnybody: 'Hello,',
  yourTime: (when) => `Your time: ${when}`,
  hostTime: (when) => `Host’s time: ${when}`,
  newTime: 'New time',
  oneTime: (when) => when,
  before: {
    oneTime: (when) => `It was to be: ${when}`,
    yourTime: (when) => `It was to be: ${when}`,
    hostTime: (when) => `In the host’s time it was to be: ${when}`,
  },
  organisersWrite: 'The organisers write:',
  yourPart: (roles) => `Your part: ${roles}`,
  roles: {
    'opening-speaker': 'opening speaker',
    speaker: 'speaker',
    moderator: 'moderator',
    panellist: 'panellist',
    interpreter: 'interpreter',
  },
  join: 'Join the meeting',
  joinNote:
    'Your own way in, also by telephone. It opens shortly before the start and stays the same if anything changes.',
  release: 'I can’t come any more: give up this place',
  seat: 'You have a place.',
  place: (place) => `You are number ${place} on the waiting list.`,
  manage: 'See or cancel your registrations',
  manageNote: 'Please keep this link to yourself: whoever has it can see and cancel your registrations.',
  footer: (host) => `You receive this mail because this address was used to register at ${host}.`,
  speakerFooter: (host) => `You receive this mail because you take part in a session on ${host}.`,
  calendarNote: 'A calendar entry is attached.',
  registrationConfirm: {
    subject: 'Please confirm your registration',
    intro: 'Thank you for registering. Please confirm with the link below: only then are you registered.',
    sessions: 'To be confirmed',
    already: 'You are registered for these already',
    held: (until) => `A place is held for you until ${until}. After that it may go to others.`,
    full: 'All places are taken: when you confirm you are put on the waiting list.',
    decides: 'An organiser decides who takes part; you are told by e-mail.',
    uninvited: 'By invitation only, and this address is not on the list',
    action: 'Look and confirm',
    valid: (until) => `The link works once, until ${until}.`,
    ignore: 'Was this not you? Then ignore this mail: without confirmation nobody is registered.',
  },
  registrationConfirmed: {
    subject: (waiting) => (waiting ? 'You are on the waiting list' : 'You are registered'),
    seats: 'You have a place in',
    waiting: 'You are on the waiting list of',
    waitingNote: 'When a place becomes free it goes to whoever has waited longest. We write to you then.',
    deciding: 'An organiser decides about',
    decidingNote: 'You are told by e-mail as soon as it is decided.',
    ended: 'There was no place left in',
    endedNote:
      'The time for which a place was held was over, or the session began or was called off. You can look on its page whether you can still register.',
    subjectOf: {
      deciding: 'Your registration waits for the organisers',
      ended: 'There was no place left',
    },
  },
  alreadyRegistered: {
    subject: 'You are registered already',
    intro:
      'Somebody, probably you, registered this address again. It is registered already; nothing was changed.',
    sessions: 'Your registrations',
    ignore: 'Was this not you? Then there is nothing to do.',
  },
  awaiting: 'An organiser decides about your registration.',
  notInvited: {
    subject: 'This session is by invitation',
    intro:
      'Thank you for your interest. The session below is by invitation only, and this address is not on its list. Nothing was registered.',
    sessions: 'By invitation only',
    ask: 'Were you invited? Then please use the address to which the invitation came, or the code you were given.',
  },
  declined: {
    subject: (title) => `Your registration was not accepted: ${title}`,
    intro: 'The organisers could not give you a place in this session.',
    sessions: 'Not accepted',
  },
  mySessionsLink: {
    subject: 'Your link to your sessions',
    intro: 'You asked for it: this link opens everything you have registered for.',
    ignore: 'If it was not you who asked, you need not do anything: nothing has changed.',
  },
  emailChange: {
    subject: 'Is this your new address?',
    intro:
      'Somebody, probably you, wants to use this address for their registrations from now on. Please confirm with the link below: until then everything stays as it is.',
    action: 'Look and confirm',
    valid: (until) => `The link works once, until ${until}.`,
    ignore: 'Was this not you? Then ignore this mail: without confirmation nothing changes.',
    footer: (host) => `You receive this mail because somebody typed this address at ${host}.`,
  },
  emailTaken: {
    subject: 'This address is in use already',
    intro:
      'Somebody, perhaps you, wanted to use this address for registrations that were made with another one. It has registrations of its own already; nothing was changed.',
    ask: 'Was it you, and are both yours? Then please write to the organisers: they can bring both together.',
    ignore: 'If it was not you, there is nothing to do.',
  },
  emailChanged: {
    subject: 'Your address was changed',
    intro:
      'The address of your registrations was changed, as you asked. What we write from now on goes to the new one; links in earlier mails to this address do not open your registrations any more.',
    ask: 'Was this not you? Then please write to the organisers at once.',
    footer: (host) => `You receive this mail because this address was used to register at ${host} until now.`,
  },
  promoted: {
    subject: (title) => `You have a place: ${title}`,
    intro:
      'A place became free and it is yours. Should you no longer need it, please give it to the next in line.',
    sessions: 'You have a place in',
  },
  cancelledByYou: {
    subject: (title) => `Cancelled: ${title}`,
    intro: 'You cancelled your registration. Your place goes to the next person waiting.',
    sessions: 'Cancelled',
    again: 'You can register again on the page of the session while registration is open.',
  },
  cancelledByOrganiser: {
    subject: (title) => `Your registration was cancelled: ${title}`,
    intro: 'The organisers cancelled your registration. Reply to them if you think this is a mistake.',
    sessions: 'Cancelled',
  },
  sessionMoved: {
    subject: (title) => `New time: ${title}`,
    intro: 'The time of a session for which you are registered has changed.',
    keepsSeat: 'Your registration stays as it is.',
    speakerIntro: 'The time of a session in which you take part has changed.',
  },
  meetingChanged: {
    subject: (title) => `Another way to join: ${title}`,
    intro: 'The way to join a session for which you are registered has changed.',
    speakerIntro: 'The way to join a session in which you take part has changed.',
    sessions: 'This session',
    note: 'Your own address above stays the same and leads there. Passcodes and numbers that you noted before no longer hold; you find the new ones there.',
  },
  yourRole: (role) => `Your role: ${role}`,
  yourTopic: (topic) => `Your topic: ${topic}`,
  agendaPart: (part) => `Part of the agenda: ${part}`,
  invitedFooter: (host) => `You get this e-mail because the organisers on ${host} ask you to take part.`,
  speakerLinkNote:
    'Please do not pass this link on: whoever has it can answer for you and change your profile.',
  speakerInvited: {
    subject: (title) => `Invitation to take part: ${title}`,
    intro: 'The organisers would be glad to have you in this session. Please tell them whether you can come.',
    again:
      'The organisers would still be glad to have you in this session. Please tell them whether you can come.',
    sessions: 'What it is about',
    action: 'Confirm or decline',
    profile:
      'On the same page you can complete your profile: position, organisation, a few sentences about you, and a photo.',
    valid: (until) => `The link works until ${until}.`,
  },
  speakerConfirmed: {
    subject: (title) => `Thank you for confirming: ${title}`,
    intro: 'Thank you for taking part. Your contribution is in the programme now.',
    sessions: 'Your part',
    action: 'Your page: answer, profile and photo',
  },
  sessionCancelled: {
    subject: (title) => `The session is cancelled: ${title}`,
    intro: 'A session for which you are registered will not take place. The organisers write:',
    speakerIntro: 'A session in which you take part will not take place. The organisers write:',
    sessions: 'Cancelled',
  },
  unsubscribe: 'No more news of this kind',
  reminder: {
    subject: (title, day) => `Reminder: ${title}, ${day}`,
    subjectOfMany: (sessions, day) => `Reminder: ${sessions} sessions on ${day}`,
    intro: (sessions) =>
      sessions > 1
        ? 'You have a place in these sessions, which begin soon. We look forward to seeing you.'
        : 'You have a place in this session, which begins soon. We look forward to seeing you.',
    sessions: 'You have a place in',
    cannotCome: 'Should you be unable to come, please cancel: your place then goes to whoever is waiting.',
  },
  thanks: {
    subject: (title) => `Thank you: ${title}`,
    intro: 'Thank you for having been part of this session.',
    sessions: 'It was about',
    feedback: 'Tell us how it was',
    recap: 'Read the recap',
    materials: 'Materials and recording',
    certificate: 'Your certificate of attendance',
    recapFollows: 'As soon as there is a recap of this session we write to you once more.',
  },
  recapPublished: {
    subject: (title) => `The recap is there: ${title}`,
    intro: 'You had a place in a session of which there is a recap now.',
    action: 'Read the recap',
    sessions: 'It looks back on',
  },
  organiserMessage: {
    testSubject: (subject) => `[Test] ${subject}`,
    noJoinAddress: '(your address to join comes with your place)',
  },
  recapDesk: {
    footer: (host) => `You receive this mail because you work on recaps at ${host}.`,
    action: 'Open the recap',
    reviewAsked: {
      subject: (title) => `Please review: ${title}`,
      intro: (by, title) => `${by} asks you to review the recap “${title}”.`,
    },
    sentBack: {
      subject: (title) => `Sent back: ${title}`,
      intro: (by, title) => `${by} sent the recap “${title}” back to be worked on, and writes:`,
    },
    approved: {
      subject: (title) => `Approved: ${title}`,
      intro: (by, title) =>
        `${by} approved the recap “${title}”. It can be published now, or scheduled for later.`,
    },
    notPublished: {
      subject: (title) => `Not published: ${title}`,
      intro: (title, at, missing) =>
        `The recap “${title}” was to appear on ${at}, but ${missing === 1 ? 'something is' : `${missing} things are`} missing by now. Readers do not see it yet.`,
      again:
        'The checks of the recap say what is missing and lead to it. It appears by itself as soon as nothing is missing any more, unless you take it off the schedule.',
    },
    figuresChanged: {
      subject: 'Figures in published recaps have changed',
      intro: 'Records have changed since they were published. Each recap shows old and new values.',
      heading: 'Recaps',
      changes: (count) => (count === 1 ? 'One figure has changed' : `${count} figures have changed`),
    },
    isPublic: {
      subject: (title) => `Published: ${title}`,
      intro: (by, title) => `${by} published the recap “${title}”. Everybody can read it now.`,
      introAsScheduled: (title) =>
        `The recap “${title}” has appeared as scheduled. Everybody can read it now.`,
      action: 'Read it',
    },
  },
};
