import type { MailWords } from './mail-words';

export const fr: MailWords = {
  locale: 'fr-FR',
  greeting: (name) => `Bonjour ${name},`,
  greetingOfAnybody: 'Bonjour,',
  yourTime: (when) => `Votre heure\u00a0: ${when}`,
  hostTime: (when) => `Heure de l’organisme hôte\u00a0: ${when}`,
  newTime: 'Nouvel horaire',
  oneTime: (when) => when,
  before: {
    oneTime: (when) => `Horaire prévu auparavant\u00a0: ${when}`,
    yourTime: (when) => `Horaire prévu auparavant\u00a0: ${when}`,
    hostTime: (when) => `Horaire prévu auparavant, à l’heure de l’organisme hôte\u00a0: ${when}`,
  },
  organisersWrite: 'L’équipe d’organisation écrit\u00a0:',
  yourPart: (roles) => `Votre rôle\u00a0: ${roles}`,
  roles: {
    'opening-speaker': 'ouverture',
    speaker: 'intervention',
    moderator: 'modération',
    panellist: 'table ronde',
    interpreter: 'interprétation',
  },
  join: 'Rejoindre la session',
  joinNote:
    'Votre accès personnel, y compris par téléphone. Il ouvre peu avant le début et reste le même en cas de changement.',
  release: 'Je ne pourrai pas venir\u00a0: libérer ma place',
  seat: 'Vous avez une place.',
  place: (place) => `Vous êtes en position ${place} sur la liste d’attente.`,
  manage: 'Voir ou annuler vos inscriptions',
  manageNote:
    'Ne transmettez pas ce lien\u00a0: toute personne qui le possède peut voir et annuler vos inscriptions.',
  footer: (host) =>
    `Vous recevez ce message parce que cette adresse a été utilisée pour une inscription sur ${host}.`,
  speakerFooter: (host) => `Vous recevez ce message parce que vous intervenez dans une session sur ${host}.`,
  calendarNote: 'Un événement d’agenda est joint.',
  registrationConfirm: {
    subject: 'Veuillez confirmer votre inscription',
    intro:
      'Merci pour votre inscription. Veuillez la confirmer avec le lien ci-dessous\u00a0: elle n’est valable qu’à cette condition.',
    sessions: 'À confirmer',
    already: 'Vous avez déjà une inscription à',
    held: (until) =>
      `Une place vous est réservée jusqu’au ${until}. Ensuite, elle pourra revenir à une autre personne.`,
    full: 'Toutes les places sont prises\u00a0: en confirmant, vous rejoindrez la liste d’attente.',
    decides: 'L’équipe d’organisation décide de la participation\u00a0; vous l’apprendrez par courriel.',
    uninvited: 'Sur invitation uniquement, et cette adresse ne figure pas sur la liste',
    action: 'Vérifier et confirmer',
    valid: (until) => `Le lien est utilisable une seule fois, jusqu’au ${until}.`,
    ignore:
      'Vous n’êtes pas à l’origine de cette demande\u00a0? Ignorez ce message\u00a0: sans confirmation, il n’y a pas d’inscription.',
  },
  registrationConfirmed: {
    subject: (waiting) => (waiting ? 'Vous êtes sur la liste d’attente' : 'Votre inscription est confirmée'),
    seats: 'Vous avez une place à',
    waiting: 'Vous êtes sur la liste d’attente de',
    waitingNote:
      'Une place qui se libère revient à la personne qui attend depuis le plus longtemps. Nous vous écrirons à ce moment-là.',
    deciding: 'L’équipe d’organisation doit se prononcer sur',
    decidingNote: 'Vous recevrez un courriel dès que la décision sera prise.',
    ended: 'Il n’y avait plus de place à',
    endedNote:
      'Le délai de réservation était écoulé, ou la session a commencé ou a été annulée. Sa page indique si une inscription est encore possible.',
    subjectOf: {
      deciding: 'Votre inscription est en attente de décision',
      ended: 'Il n’y avait plus de place',
    },
  },
  alreadyRegistered: {
    subject: 'Votre inscription existe déjà',
    intro:
      'Quelqu’un, sans doute vous, a de nouveau inscrit cette adresse. Elle l’était déjà\u00a0; rien n’a été modifié.',
    sessions: 'Vos inscriptions',
    ignore: 'Vous n’êtes pas à l’origine de cette demande\u00a0? Vous n’avez rien à faire.',
  },
  awaiting: 'L’équipe d’organisation se prononcera sur votre inscription.',
  notInvited: {
    subject: 'Cette session est accessible sur invitation',
    intro:
      'Merci de votre intérêt. La session ci-dessous est accessible uniquement sur invitation, et cette adresse ne figure pas sur la liste. Aucune inscription n’a été enregistrée.',
    sessions: 'Sur invitation uniquement',
    ask: 'Vous avez reçu une invitation\u00a0? Utilisez l’adresse à laquelle elle est parvenue, ou le code qui vous a été remis.',
  },
  declined: {
    subject: (title) => `Votre inscription n’a pas été acceptée\u00a0: ${title}`,
    intro: 'L’équipe d’organisation n’a pas pu vous attribuer de place dans cette session.',
    sessions: 'Non acceptée',
  },
  mySessionsLink: {
    subject: 'Votre lien vers vos sessions',
    intro: 'Vous l’avez demandé\u00a0: ce lien ouvre toutes vos inscriptions.',
    ignore: 'Si vous n’avez rien demandé, vous n’avez rien à faire\u00a0: rien n’a changé.',
  },
  emailChange: {
    subject: 'Est-ce votre nouvelle adresse\u00a0?',
    intro:
      'Quelqu’un, sans doute vous, souhaite désormais utiliser cette adresse pour ses inscriptions. Veuillez confirmer avec le lien ci-dessous\u00a0: d’ici là, rien ne change.',
    action: 'Vérifier et confirmer',
    valid: (until) => `Le lien est utilisable une seule fois, jusqu’au ${until}.`,
    ignore:
      'Vous n’êtes pas à l’origine de cette demande\u00a0? Ignorez ce message\u00a0: sans confirmation, rien ne change.',
    footer: (host) => `Vous recevez ce message parce que quelqu’un a saisi cette adresse sur ${host}.`,
  },
  emailTaken: {
    subject: 'Cette adresse est déjà utilisée',
    intro:
      'Quelqu’un, peut-être vous, voulait utiliser cette adresse pour des inscriptions faites avec une autre. Elle a déjà ses propres inscriptions\u00a0; rien n’a été modifié.',
    ask: 'C’était vous, et les deux adresses sont les vôtres\u00a0? Écrivez à l’équipe d’organisation\u00a0: elle peut les réunir.',
    ignore: 'Si ce n’était pas vous, vous n’avez rien à faire.',
  },
  emailChanged: {
    subject: 'Votre adresse a été modifiée',
    intro:
      'L’adresse de vos inscriptions a été modifiée, comme demandé. Nos prochains messages iront à la nouvelle adresse\u00a0; les liens des messages envoyés auparavant à celle-ci n’ouvrent plus vos inscriptions.',
    ask: 'Ce n’était pas vous\u00a0? Écrivez immédiatement à l’équipe d’organisation.',
    footer: (host) =>
      `Vous recevez ce message parce que cette adresse servait jusqu’à présent à des inscriptions sur ${host}.`,
  },
  promoted: {
    subject: (title) => `Vous avez une place\u00a0: ${title}`,
    intro:
      'Une place s’est libérée et elle est à vous. Si vous n’en avez plus besoin, merci de la laisser à la personne suivante.',
    sessions: 'Vous avez une place à',
  },
  cancelledByYou: {
    subject: (title) => `Inscription annulée\u00a0: ${title}`,
    intro: 'Vous avez annulé votre inscription. Votre place revient à la prochaine personne en attente.',
    sessions: 'Inscription annulée',
    again:
      'Tant que les inscriptions sont ouvertes, vous pouvez vous inscrire de nouveau sur la page de la session.',
  },
  cancelledByOrganiser: {
    subject: (title) => `Votre inscription a été annulée\u00a0: ${title}`,
    intro:
      'L’équipe d’organisation a annulé votre inscription. Si vous pensez qu’il s’agit d’une erreur, répondez à ce message.',
    sessions: 'Inscription annulée',
  },
  sessionMoved: {
    subject: (title) => `Nouvel horaire\u00a0: ${title}`,
    intro: 'L’horaire d’une session à laquelle vous avez une inscription a changé.',
    keepsSeat: 'Votre inscription reste valable.',
    speakerIntro: 'L’horaire d’une session dans laquelle vous intervenez a changé.',
  },
  meetingChanged: {
    subject: (title) => `Nouvel accès\u00a0: ${title}`,
    intro: 'L’accès à une session à laquelle vous avez une inscription a changé.',
    speakerIntro: 'L’accès à une session dans laquelle vous intervenez a changé.',
    sessions: 'Session concernée',
    note: 'Votre adresse personnelle ci-dessus reste la même et mène au nouvel accès. Les codes et numéros notés auparavant ne sont plus valables\u00a0; vous trouverez les nouveaux à cette adresse.',
  },
  yourRole: (role) => `Votre rôle\u00a0: ${role}`,
  yourTopic: (topic) => `Votre thème\u00a0: ${topic}`,
  agendaPart: (part) => `Point du programme\u00a0: ${part}`,
  invitedFooter: (host) =>
    `Vous recevez ce message parce que l’équipe d’organisation vous invite à intervenir sur ${host}.`,
  speakerLinkNote:
    'Ne transmettez pas ce lien\u00a0: toute personne qui le possède peut répondre à votre place et modifier votre profil.',
  speakerInvited: {
    subject: (title) => `Invitation à intervenir\u00a0: ${title}`,
    intro:
      'L’équipe d’organisation serait heureuse de vous compter parmi les intervenants de cette session. Merci de lui indiquer si vous serez disponible.',
    again:
      'L’équipe d’organisation serait toujours heureuse de vous compter parmi les intervenants de cette session. Merci de lui indiquer si vous serez disponible.',
    sessions: 'De quoi il s’agit',
    action: 'Accepter ou décliner',
    profile:
      'Sur la même page, vous pouvez compléter votre profil\u00a0: fonction, organisation, quelques phrases de présentation et une photo.',
    valid: (until) => `Le lien est valable jusqu’au ${until}.`,
  },
  speakerConfirmed: {
    subject: (title) => `Merci pour votre confirmation\u00a0: ${title}`,
    intro: 'Merci pour votre participation. Votre intervention figure maintenant au programme.',
    sessions: 'Votre intervention',
    action: 'Votre page\u00a0: réponse, profil et photo',
  },
  sessionCancelled: {
    subject: (title) => `Session annulée\u00a0: ${title}`,
    intro:
      'Une session à laquelle vous avez une inscription n’aura pas lieu. L’équipe d’organisation écrit\u00a0:',
    speakerIntro:
      'Une session dans laquelle vous intervenez n’aura pas lieu. L’équipe d’organisation écrit\u00a0:',
    sessions: 'Session annulée',
  },
  unsubscribe: 'Ne plus recevoir de nouvelles de ce type',
  reminder: {
    subject: (title, day) => `Rappel\u00a0: ${title}, ${day}`,
    subjectOfMany: (sessions, day) => `Rappel\u00a0: ${sessions} sessions le ${day}`,
    intro: (sessions) =>
      sessions > 1
        ? 'Vous avez une place dans ces sessions, qui commencent bientôt. Au plaisir de vous y retrouver.'
        : 'Vous avez une place dans cette session, qui commence bientôt. Au plaisir de vous y retrouver.',
    sessions: 'Vous avez une place à',
    cannotCome:
      'Si vous ne pouvez pas venir, merci d’annuler\u00a0: votre place reviendra à une personne en attente.',
  },
  thanks: {
    subject: (title) => `Merci\u00a0: ${title}`,
    intro: 'Merci d’avoir participé à cette session.',
    sessions: 'La session',
    feedback: 'Donnez-nous votre avis',
    recap: 'Lire le compte rendu',
    materials: 'Supports et enregistrement',
    certificate: 'Votre attestation de participation',
    recapFollows: 'Dès que le compte rendu de cette session sera disponible, nous vous écrirons de nouveau.',
  },
  recapPublished: {
    subject: (title) => `Le compte rendu est disponible\u00a0: ${title}`,
    intro: 'Vous aviez une place dans une session dont le compte rendu vient de paraître.',
    action: 'Lire le compte rendu',
    sessions: 'Compte rendu de',
  },
  organiserMessage: {
    testSubject: (subject) => `[Test] ${subject}`,
    noJoinAddress: '(votre accès vous parviendra avec votre place)',
  },
  recapDesk: {
    footer: (host) => `Vous recevez ce message parce que vous travaillez aux comptes rendus sur ${host}.`,
    action: 'Ouvrir le compte rendu',
    reviewAsked: {
      subject: (title) => `À relire\u00a0: ${title}`,
      intro: (by, title) => `${by} vous demande de relire le compte rendu «\u00a0${title}\u00a0».`,
    },
    sentBack: {
      subject: (title) => `Renvoyé\u00a0: ${title}`,
      intro: (by, title) =>
        `${by} a renvoyé le compte rendu «\u00a0${title}\u00a0» pour qu’il soit retravaillé et écrit\u00a0:`,
    },
    approved: {
      subject: (title) => `Approuvé\u00a0: ${title}`,
      intro: (by, title) =>
        `${by} a approuvé le compte rendu «\u00a0${title}\u00a0». Il peut maintenant être publié, ou programmé pour plus tard.`,
    },
    notPublished: {
      subject: (title) => `Non publié\u00a0: ${title}`,
      intro: (title, at, missing) =>
        `Le compte rendu «\u00a0${title}\u00a0» devait paraître le ${at}, mais entre-temps ${missing === 1 ? 'il manque un élément' : `il manque ${missing} éléments`}. Le public ne le voit pas encore.`,
      again:
        'Les vérifications du compte rendu indiquent ce qui manque et y mènent. Il paraîtra de lui-même dès que plus rien ne manquera, sauf s’il est retiré de la programmation.',
    },
    figuresChanged: {
      subject: 'Des chiffres ont changé dans des comptes rendus publiés',
      intro:
        'Les données ont changé depuis la publication. Chaque compte rendu montre l’ancienne et la nouvelle valeur.',
      heading: 'Comptes rendus',
      changes: (count) => (count === 1 ? 'Un chiffre a changé' : `${count} chiffres ont changé`),
    },
    isPublic: {
      subject: (title) => `Publié\u00a0: ${title}`,
      intro: (by, title) =>
        `${by} a publié le compte rendu «\u00a0${title}\u00a0». Tout le monde peut désormais le lire.`,
      introAsScheduled: (title) =>
        `Le compte rendu «\u00a0${title}\u00a0» a paru comme prévu. Tout le monde peut désormais le lire.`,
      action: 'Le lire',
    },
  },
};
