import type { MailWords } from './mail-words';

export const de: MailWords = {
  locale: 'de-DE',
  greeting: (name) => `Guten Tag, ${name},`,
  greetingOfAnybody: 'Guten Tag,',
  yourTime: (when) => `Ihre Zeit: ${when}`,
  hostTime: (when) => `Zeit beim Gastgeber: ${when}`,
  newTime: 'Neuer Termin',
  oneTime: (when) => when,
  before: {
    oneTime: (when) => `Geplant war: ${when}`,
    yourTime: (when) => `Geplant war: ${when}`,
    hostTime: (when) => `Beim Gastgeber war geplant: ${when}`,
  },
  organisersWrite: 'Die Veranstalter schreiben:',
  yourPart: (roles) => `Ihr Beitrag: ${roles}`,
  roles: {
    'opening-speaker': 'Eröffnung',
    speaker: 'Vortrag',
    moderator: 'Moderation',
    panellist: 'Podium',
    interpreter: 'Dolmetschen',
  },
  join: 'An der Veranstaltung teilnehmen',
  joinNote:
    'Ihr eigener Zugang, auch per Telefon. Er öffnet kurz vor Beginn und bleibt gleich, wenn sich etwas ändert.',
  release: 'Ich kann doch nicht kommen: diesen Platz freigeben',
  seat: 'Sie haben einen Platz.',
  place: (place) => `Sie stehen auf Platz ${place} der Warteliste.`,
  manage: 'Anmeldungen ansehen oder absagen',
  manageNote:
    'Bitte geben Sie diesen Link nicht weiter: Wer ihn hat, kann Ihre Anmeldungen sehen und absagen.',
  footer: (host) => `Sie erhalten diese E-Mail, weil diese Adresse auf ${host} angemeldet wurde.`,
  speakerFooter: (host) =>
    `Sie erhalten diese E-Mail, weil Sie an einer Veranstaltung auf ${host} mitwirken.`,
  calendarNote: 'Ein Kalendereintrag liegt bei.',
  registrationConfirm: {
    subject: 'Bitte bestätigen Sie Ihre Anmeldung',
    intro:
      'Danke für Ihre Anmeldung. Bitte bestätigen Sie sie mit dem Link unten: Erst dann sind Sie angemeldet.',
    sessions: 'Zu bestätigen',
    already: 'Hierfür sind Sie schon angemeldet',
    held: (until) =>
      `Ein Platz ist für Sie reserviert bis ${until}. Danach kann ihn jemand anderes bekommen.`,
    full: 'Alle Plätze sind vergeben: Mit Ihrer Bestätigung kommen Sie auf die Warteliste.',
    decides: 'Über die Teilnahme entscheiden die Veranstalter; Sie erfahren es per E-Mail.',
    uninvited: 'Nur mit Einladung, und diese Adresse steht nicht auf der Liste',
    action: 'Ansehen und bestätigen',
    valid: (until) => `Der Link gilt einmal, bis ${until}.`,
    ignore: 'Sie waren das nicht? Dann brauchen Sie nichts zu tun: Ohne Bestätigung wird niemand angemeldet.',
  },
  registrationConfirmed: {
    subject: (waiting) => (waiting ? 'Sie stehen auf der Warteliste' : 'Sie sind angemeldet'),
    seats: 'Sie haben einen Platz in',
    waiting: 'Sie stehen auf der Warteliste von',
    waitingNote:
      'Wird ein Platz frei, bekommt ihn, wer am längsten wartet. Wir schreiben Ihnen, sobald es so weit ist.',
    deciding: 'Die Veranstalter entscheiden über',
    decidingNote: 'Sie erfahren es per E-Mail, sobald entschieden ist.',
    ended: 'Kein Platz mehr frei war in',
    endedNote:
      'Die Zeit, für die ein Platz reserviert war, war abgelaufen, oder die Veranstaltung hat begonnen oder fällt aus. Auf ihrer Seite sehen Sie, ob Sie sich noch anmelden können.',
    subjectOf: {
      deciding: 'Ihre Anmeldung wartet auf die Veranstalter',
      ended: 'Es war kein Platz mehr frei',
    },
  },
  alreadyRegistered: {
    subject: 'Sie sind schon angemeldet',
    intro:
      'Jemand, vermutlich Sie selbst, hat diese Adresse noch einmal angemeldet. Sie ist schon angemeldet; geändert wurde nichts.',
    sessions: 'Ihre Anmeldungen',
    ignore: 'Sie waren das nicht? Dann brauchen Sie nichts zu tun.',
  },
  awaiting: 'Über Ihre Anmeldung entscheiden die Veranstalter.',
  notInvited: {
    subject: 'Diese Veranstaltung ist nur mit Einladung zugänglich',
    intro:
      'Danke für Ihr Interesse. Die Veranstaltung unten ist nur mit Einladung zugänglich, und diese Adresse steht nicht auf der Liste. Es wurde nichts angemeldet.',
    sessions: 'Nur mit Einladung',
    ask: 'Sie wurden eingeladen? Dann nehmen Sie bitte die Adresse, an die die Einladung ging, oder Ihren Einladungscode.',
  },
  declined: {
    subject: (title) => `Ihre Anmeldung wurde nicht angenommen: ${title}`,
    intro: 'Die Veranstalter konnten Ihnen keinen Platz in dieser Veranstaltung geben.',
    sessions: 'Nicht angenommen',
  },
  mySessionsLink: {
    subject: 'Ihr Link zu Ihren Terminen',
    intro: 'Sie haben darum gebeten: Dieser Link öffnet alles, wofür Sie angemeldet sind.',
    ignore: 'Wenn nicht Sie darum gebeten haben, brauchen Sie nichts zu tun: Es hat sich nichts geändert.',
  },
  emailChange: {
    subject: 'Ist das Ihre neue Adresse?',
    intro:
      'Jemand, vermutlich Sie selbst, möchte diese Adresse künftig für die eigenen Anmeldungen verwenden. Bitte bestätigen Sie das mit dem Link unten: Bis dahin bleibt alles, wie es ist.',
    action: 'Ansehen und bestätigen',
    valid: (until) => `Der Link gilt einmal, bis ${until}.`,
    ignore: 'Sie waren das nicht? Dann brauchen Sie nichts zu tun: Ohne Bestätigung ändert sich nichts.',
    footer: (host) => `Sie erhalten diese E-Mail, weil jemand diese Adresse auf ${host} eingegeben hat.`,
  },
  emailTaken: {
    subject: 'Diese Adresse ist schon in Gebrauch',
    intro:
      'Jemand, vielleicht Sie selbst, wollte diese Adresse für Anmeldungen verwenden, die mit einer anderen gemacht wurden. Sie hat schon eigene Anmeldungen; geändert wurde nichts.',
    ask: 'Sie waren das, und beide gehören Ihnen? Dann schreiben Sie bitte den Veranstaltern: Sie können beide zusammenführen.',
    ignore: 'Wenn Sie es nicht waren, brauchen Sie nichts zu tun.',
  },
  emailChanged: {
    subject: 'Ihre Adresse wurde geändert',
    intro:
      'Die Adresse Ihrer Anmeldungen wurde geändert, wie gewünscht. Was wir künftig schreiben, geht an die neue; Links in früheren E-Mails an diese Adresse öffnen Ihre Anmeldungen nicht mehr.',
    ask: 'Sie waren das nicht? Dann schreiben Sie bitte sofort den Veranstaltern.',
    footer: (host) =>
      `Sie erhalten diese E-Mail, weil diese Adresse bis jetzt für Anmeldungen auf ${host} verwendet wurde.`,
  },
  promoted: {
    subject: (title) => `Sie haben einen Platz: ${title}`,
    intro:
      'Ein Platz ist frei geworden, und er gehört Ihnen. Wenn Sie ihn nicht mehr brauchen, geben Sie ihn bitte weiter.',
    sessions: 'Sie haben einen Platz in',
  },
  cancelledByYou: {
    subject: (title) => `Abgesagt: ${title}`,
    intro: 'Sie haben Ihre Anmeldung abgesagt. Ihr Platz geht an die nächste wartende Person.',
    sessions: 'Abgesagt',
    again:
      'Solange die Anmeldung offen ist, können Sie sich auf der Seite der Veranstaltung wieder anmelden.',
  },
  cancelledByOrganiser: {
    subject: (title) => `Ihre Anmeldung wurde abgesagt: ${title}`,
    intro:
      'Die Veranstalter haben Ihre Anmeldung abgesagt. Bitte antworten Sie ihnen, falls das ein Irrtum ist.',
    sessions: 'Abgesagt',
  },
  sessionMoved: {
    subject: (title) => `Neuer Termin: ${title}`,
    intro: 'Der Termin einer Veranstaltung, für die Sie angemeldet sind, hat sich geändert.',
    keepsSeat: 'Ihre Anmeldung bleibt, wie sie ist.',
    speakerIntro: 'Der Termin einer Veranstaltung, an der Sie mitwirken, hat sich geändert.',
  },
  meetingChanged: {
    subject: (title) => `Neuer Zugang: ${title}`,
    intro: 'Der Zugang zu einer Veranstaltung, für die Sie angemeldet sind, hat sich geändert.',
    speakerIntro: 'Der Zugang zu einer Veranstaltung, an der Sie mitwirken, hat sich geändert.',
    sessions: 'Es geht um',
    note: 'Ihre eigene Adresse oben bleibt dieselbe und führt dorthin. Früher notierte Kenncodes und Nummern gelten nicht mehr; die neuen finden Sie dort.',
  },
  yourRole: (role) => `Ihre Rolle: ${role}`,
  yourTopic: (topic) => `Ihr Thema: ${topic}`,
  agendaPart: (part) => `Programmpunkt: ${part}`,
  invitedFooter: (host) =>
    `Sie erhalten diese E-Mail, weil die Veranstalter auf ${host} Sie um einen Beitrag bitten.`,
  speakerLinkNote:
    'Bitte geben Sie diesen Link nicht weiter: Wer ihn hat, kann für Sie antworten und Ihr Profil ändern.',
  speakerInvited: {
    subject: (title) => `Einladung als Mitwirkende: ${title}`,
    intro:
      'Die Veranstalter laden Sie herzlich ein, an dieser Veranstaltung mitzuwirken. Bitte sagen Sie ihnen, ob Sie dabei sind.',
    again:
      'Die Veranstalter laden Sie noch einmal herzlich ein, an dieser Veranstaltung mitzuwirken. Bitte sagen Sie ihnen, ob Sie dabei sind.',
    sessions: 'Worum es geht',
    action: 'Zusagen oder absagen',
    profile:
      'Auf derselben Seite können Sie Ihr Profil vervollständigen: Funktion, Organisation, ein paar Sätze über sich und ein Foto.',
    valid: (until) => `Der Link gilt bis ${until}.`,
  },
  speakerConfirmed: {
    subject: (title) => `Danke für Ihre Zusage: ${title}`,
    intro: 'Danke, dass Sie dabei sind. Damit ist Ihr Beitrag eingeplant.',
    sessions: 'Ihr Beitrag',
    action: 'Ihre Seite: Antwort ändern, Profil und Foto',
  },
  sessionCancelled: {
    subject: (title) => `Die Veranstaltung fällt aus: ${title}`,
    intro: 'Eine Veranstaltung, für die Sie angemeldet sind, findet nicht statt. Die Veranstalter schreiben:',
    speakerIntro: 'Eine Veranstaltung, an der Sie mitwirken, findet nicht statt. Die Veranstalter schreiben:',
    sessions: 'Abgesagt',
  },
  unsubscribe: 'Keine Neuigkeiten dieser Art mehr',
  reminder: {
    subject: (title, day) => `Zur Erinnerung: ${title}, ${day}`,
    subjectOfMany: (sessions, day) => `Zur Erinnerung: ${sessions} Veranstaltungen am ${day}`,
    intro: (sessions) =>
      sessions > 1
        ? 'Sie haben einen Platz in diesen Veranstaltungen, die bald beginnen. Wir freuen uns auf Sie.'
        : 'Sie haben einen Platz in dieser Veranstaltung, die bald beginnt. Wir freuen uns auf Sie.',
    sessions: 'Sie haben einen Platz in',
    cannotCome:
      'Wenn Sie nicht kommen können, sagen Sie bitte ab: Ihr Platz geht dann an die nächste wartende Person.',
  },
  thanks: {
    subject: (title) => `Vielen Dank: ${title}`,
    intro: 'Vielen Dank, dass Sie bei dieser Veranstaltung dabei waren.',
    sessions: 'Worum es ging',
    feedback: 'Sagen Sie uns, wie es war',
    recap: 'Den Rückblick lesen',
    materials: 'Materialien und Aufzeichnung',
    certificate: 'Ihre Teilnahmebescheinigung',
    recapFollows: 'Sobald es einen Rückblick auf diese Veranstaltung gibt, schreiben wir Ihnen noch einmal.',
  },
  recapPublished: {
    subject: (title) => `Der Rückblick ist da: ${title}`,
    intro: 'Sie hatten einen Platz in einer Veranstaltung, zu der es jetzt einen Rückblick gibt.',
    action: 'Den Rückblick lesen',
    sessions: 'Er blickt zurück auf',
  },
  organiserMessage: {
    testSubject: (subject) => `[Test] ${subject}`,
    noJoinAddress: '(Ihren Zugang bekommen Sie mit Ihrem Platz)',
  },
  recapDesk: {
    footer: (host) => `Sie erhalten diese E-Mail, weil Sie auf ${host} an Rückblicken arbeiten.`,
    action: 'Den Rückblick öffnen',
    reviewAsked: {
      subject: (title) => `Bitte prüfen: ${title}`,
      intro: (by, title) => `${by} bittet Sie, den Rückblick „${title}“ zu prüfen.`,
    },
    sentBack: {
      subject: (title) => `Zurückgegeben: ${title}`,
      intro: (by, title) =>
        `${by} hat den Rückblick „${title}“ zur Überarbeitung zurückgegeben und schreibt:`,
    },
    approved: {
      subject: (title) => `Freigegeben: ${title}`,
      intro: (by, title) =>
        `${by} hat den Rückblick „${title}“ freigegeben. Er kann jetzt veröffentlicht oder für später eingeplant werden.`,
    },
    notPublished: {
      subject: (title) => `Nicht erschienen: ${title}`,
      intro: (title, at, missing) =>
        `Der Rückblick „${title}“ sollte am ${at} erscheinen, aber inzwischen ${missing === 1 ? 'fehlt etwas' : `fehlen ${missing} Angaben`}. Leserinnen und Leser sehen ihn noch nicht.`,
      again:
        'Die Prüfungen des Rückblicks sagen, was fehlt, und führen dorthin. Er erscheint von selbst, sobald nichts mehr fehlt, es sei denn, Sie nehmen ihn aus der Planung.',
    },
    figuresChanged: {
      subject: 'Zahlen in veröffentlichten Rückblicken haben sich geändert',
      intro: 'Seitdem haben sich die Unterlagen geändert. Jeder Rückblick zeigt alte und neue Werte.',
      heading: 'Rückblicke',
      changes: (count) =>
        count === 1 ? 'Eine Zahl hat sich geändert' : `${count} Zahlen haben sich geändert`,
    },
    isPublic: {
      subject: (title) => `Veröffentlicht: ${title}`,
      intro: (by, title) => `${by} hat den Rückblick „${title}“ veröffentlicht. Alle können ihn jetzt lesen.`,
      introAsScheduled: (title) =>
        `Der Rückblick „${title}“ ist wie geplant erschienen. Alle können ihn jetzt lesen.`,
      action: 'Lesen',
    },
  },
};
