import type { MailWords } from './mail-words';

export const es: MailWords = {
  locale: 'es-ES',
  greeting: (name) => `Hola, ${name}:`,
  greetingOfAnybody: 'Hola:',
  yourTime: (when) => `Su hora: ${when}`,
  hostTime: (when) => `Hora de la entidad anfitriona: ${when}`,
  newTime: 'Nuevo horario',
  oneTime: (when) => when,
  before: {
    oneTime: (when) => `Estaba previsto: ${when}`,
    yourTime: (when) => `Estaba previsto: ${when}`,
    hostTime: (when) => `En la hora de la entidad anfitriona estaba previsto: ${when}`,
  },
  organisersWrite: 'La organización escribe:',
  yourPart: (roles) => `Su intervención: ${roles}`,
  roles: {
    'opening-speaker': 'apertura',
    speaker: 'ponencia',
    moderator: 'moderación',
    panellist: 'panel',
    interpreter: 'interpretación',
  },
  join: 'Entrar en la sesión',
  joinNote:
    'Su acceso personal, también por teléfono. Se abre poco antes del comienzo y sigue siendo el mismo aunque algo cambie.',
  release: 'No podré asistir: ceder mi plaza',
  seat: 'Tiene una plaza.',
  place: (place) => `Ocupa el puesto ${place} de la lista de espera.`,
  manage: 'Ver o anular sus inscripciones',
  manageNote: 'No comparta este enlace: quien lo tenga puede ver y anular sus inscripciones.',
  footer: (host) => `Recibe este mensaje porque esta dirección se utilizó para una inscripción en ${host}.`,
  speakerFooter: (host) => `Recibe este mensaje porque interviene en una sesión de ${host}.`,
  calendarNote: 'Se adjunta una entrada de calendario.',
  registrationConfirm: {
    subject: 'Confirme su inscripción',
    intro:
      'Gracias por inscribirse. Confirme la inscripción con el enlace de abajo: solo entonces será válida.',
    sessions: 'Pendiente de confirmar',
    already: 'Ya tiene una inscripción en',
    held: (until) => `Le reservamos una plaza hasta el ${until}. Después podrá pasar a otra persona.`,
    full: 'Todas las plazas están ocupadas: al confirmar, pasará a la lista de espera.',
    decides: 'La organización decide quién participa; se le comunicará por correo electrónico.',
    uninvited: 'Solo por invitación, y esta dirección no figura en la lista',
    action: 'Revisar y confirmar',
    valid: (until) => `El enlace sirve una sola vez, hasta el ${until}.`,
    ignore: '¿No ha sido usted? No tiene que hacer nada: sin confirmación no hay inscripción.',
  },
  registrationConfirmed: {
    subject: (waiting) => (waiting ? 'Está en la lista de espera' : 'Su inscripción está confirmada'),
    seats: 'Tiene una plaza en',
    waiting: 'Está en la lista de espera de',
    waitingNote:
      'Cuando quede libre una plaza, será para quien lleve más tiempo esperando. Le escribiremos en ese momento.',
    deciding: 'La organización tiene que decidir sobre',
    decidingNote: 'Se le comunicará por correo electrónico en cuanto haya una decisión.',
    ended: 'Ya no quedaban plazas en',
    endedNote:
      'El plazo de la reserva había terminado, o la sesión ha comenzado o se ha cancelado. En su página puede consultar si todavía es posible inscribirse.',
    subjectOf: {
      deciding: 'Su inscripción está pendiente de la organización',
      ended: 'Ya no quedaban plazas',
    },
  },
  alreadyRegistered: {
    subject: 'Ya tiene una inscripción',
    intro:
      'Alguien, probablemente usted, ha vuelto a inscribir esta dirección. Ya estaba inscrita; no se ha cambiado nada.',
    sessions: 'Sus inscripciones',
    ignore: '¿No ha sido usted? No tiene que hacer nada.',
  },
  awaiting: 'La organización decidirá sobre su inscripción.',
  notInvited: {
    subject: 'Esta sesión es solo por invitación',
    intro:
      'Gracias por su interés. La sesión indicada abajo es solo por invitación y esta dirección no figura en su lista. No se ha registrado ninguna inscripción.',
    sessions: 'Solo por invitación',
    ask: '¿Ha recibido una invitación? Utilice la dirección a la que llegó o el código que se le facilitó.',
  },
  declined: {
    subject: (title) => `Su inscripción no ha sido aceptada: ${title}`,
    intro: 'La organización no ha podido ofrecerle una plaza en esta sesión.',
    sessions: 'No aceptada',
  },
  mySessionsLink: {
    subject: 'El enlace a sus sesiones',
    intro: 'Lo ha solicitado usted: este enlace abre todas sus inscripciones.',
    ignore: 'Si no lo ha solicitado, no tiene que hacer nada: nada ha cambiado.',
  },
  emailChange: {
    subject: '¿Es esta su nueva dirección?',
    intro:
      'Alguien, probablemente usted, quiere utilizar esta dirección para sus inscripciones a partir de ahora. Confírmelo con el enlace de abajo: hasta entonces todo queda como está.',
    action: 'Revisar y confirmar',
    valid: (until) => `El enlace sirve una sola vez, hasta el ${until}.`,
    ignore: '¿No ha sido usted? No tiene que hacer nada: sin confirmación no cambia nada.',
    footer: (host) => `Recibe este mensaje porque alguien ha escrito esta dirección en ${host}.`,
  },
  emailTaken: {
    subject: 'Esta dirección ya está en uso',
    intro:
      'Alguien, quizá usted, quería utilizar esta dirección para inscripciones hechas con otra. Ya tiene inscripciones propias; no se ha cambiado nada.',
    ask: '¿Ha sido usted y ambas direcciones son suyas? Escriba a la organización: puede unir las dos.',
    ignore: 'Si no ha sido usted, no tiene que hacer nada.',
  },
  emailChanged: {
    subject: 'Su dirección ha cambiado',
    intro:
      'La dirección de sus inscripciones se ha cambiado, tal como se pidió. Lo que escribamos a partir de ahora irá a la nueva; los enlaces de mensajes anteriores a esta dirección ya no abren sus inscripciones.',
    ask: '¿No ha sido usted? Escriba de inmediato a la organización.',
    footer: (host) =>
      `Recibe este mensaje porque esta dirección se ha utilizado hasta ahora para inscripciones en ${host}.`,
  },
  promoted: {
    subject: (title) => `Tiene una plaza: ${title}`,
    intro: 'Ha quedado libre una plaza y es suya. Si ya no la necesita, cédala a la siguiente persona.',
    sessions: 'Tiene una plaza en',
  },
  cancelledByYou: {
    subject: (title) => `Anulada: ${title}`,
    intro: 'Ha anulado su inscripción. Su plaza pasa a la siguiente persona en espera.',
    sessions: 'Anulada',
    again: 'Mientras la inscripción esté abierta, puede volver a inscribirse en la página de la sesión.',
  },
  cancelledByOrganiser: {
    subject: (title) => `Su inscripción ha sido anulada: ${title}`,
    intro:
      'La organización ha anulado su inscripción. Si cree que se trata de un error, responda a este mensaje.',
    sessions: 'Anulada',
  },
  sessionMoved: {
    subject: (title) => `Nuevo horario: ${title}`,
    intro: 'Ha cambiado el horario de una sesión en la que tiene una inscripción.',
    keepsSeat: 'Su inscripción sigue siendo válida.',
    speakerIntro: 'Ha cambiado el horario de una sesión en la que interviene.',
  },
  meetingChanged: {
    subject: (title) => `Nuevo acceso: ${title}`,
    intro: 'Ha cambiado el acceso a una sesión en la que tiene una inscripción.',
    speakerIntro: 'Ha cambiado el acceso a una sesión en la que interviene.',
    sessions: 'Se trata de',
    note: 'Su dirección personal de arriba no cambia y lleva al nuevo acceso. Los códigos y números que haya anotado antes ya no valen; allí encontrará los nuevos.',
  },
  yourRole: (role) => `Su función: ${role}`,
  yourTopic: (topic) => `Su tema: ${topic}`,
  agendaPart: (part) => `Punto del programa: ${part}`,
  invitedFooter: (host) =>
    `Recibe este mensaje porque la organización le invita a intervenir en una sesión de ${host}.`,
  speakerLinkNote:
    'No comparta este enlace: quien lo tenga puede responder en su nombre y modificar su perfil.',
  speakerInvited: {
    subject: (title) => `Invitación a intervenir: ${title}`,
    intro:
      'A la organización le complacería contar con su intervención en esta sesión. Le rogamos que indique si podrá participar.',
    again:
      'A la organización le seguiría complaciendo contar con su intervención en esta sesión. Le rogamos que indique si podrá participar.',
    sessions: 'De qué se trata',
    action: 'Confirmar o rechazar',
    profile:
      'En la misma página puede completar su perfil: cargo, organización, unas frases sobre usted y una fotografía.',
    valid: (until) => `El enlace es válido hasta el ${until}.`,
  },
  speakerConfirmed: {
    subject: (title) => `Gracias por su confirmación: ${title}`,
    intro: 'Gracias por participar. Su intervención ya figura en el programa.',
    sessions: 'Su intervención',
    action: 'Su página: respuesta, perfil y fotografía',
  },
  sessionCancelled: {
    subject: (title) => `Sesión cancelada: ${title}`,
    intro: 'Una sesión en la que tiene una inscripción no se celebrará. La organización escribe:',
    speakerIntro: 'Una sesión en la que interviene no se celebrará. La organización escribe:',
    sessions: 'Cancelada',
  },
  unsubscribe: 'No recibir más novedades de este tipo',
  reminder: {
    subject: (title, day) => `Recordatorio: ${title}, ${day}`,
    subjectOfMany: (sessions, day) => `Recordatorio: ${sessions} sesiones el ${day}`,
    intro: (sessions) =>
      sessions > 1
        ? 'Tiene una plaza en estas sesiones, que comienzan pronto. Será un placer contar con su participación.'
        : 'Tiene una plaza en esta sesión, que comienza pronto. Será un placer contar con su participación.',
    sessions: 'Tiene una plaza en',
    cannotCome: 'Si no puede asistir, anule su inscripción: su plaza pasará a quien está esperando.',
  },
  thanks: {
    subject: (title) => `Muchas gracias: ${title}`,
    intro: 'Muchas gracias por haber participado en esta sesión.',
    sessions: 'La sesión',
    feedback: 'Díganos qué le ha parecido',
    recap: 'Leer la reseña',
    materials: 'Materiales y grabación',
    certificate: 'Su certificado de asistencia',
    recapFollows: 'En cuanto haya una reseña de esta sesión, volveremos a escribirle.',
  },
  recapPublished: {
    subject: (title) => `Ya está la reseña: ${title}`,
    intro: 'Tuvo una plaza en una sesión de la que ya se ha publicado la reseña.',
    action: 'Leer la reseña',
    sessions: 'Reseña de',
  },
  organiserMessage: {
    testSubject: (subject) => `[Prueba] ${subject}`,
    noJoinAddress: '(su acceso llega con su plaza)',
  },
  recapDesk: {
    footer: (host) => `Recibe este mensaje porque trabaja en reseñas en ${host}.`,
    action: 'Abrir la reseña',
    reviewAsked: {
      subject: (title) => `Para revisar: ${title}`,
      intro: (by, title) => `${by} le pide que revise la reseña «${title}».`,
    },
    sentBack: {
      subject: (title) => `Devuelta: ${title}`,
      intro: (by, title) =>
        `${by} ha devuelto la reseña «${title}» para que se siga trabajando en ella y escribe:`,
    },
    approved: {
      subject: (title) => `Aprobada: ${title}`,
      intro: (by, title) =>
        `${by} ha aprobado la reseña «${title}». Ya puede publicarse o programarse para más adelante.`,
    },
    notPublished: {
      subject: (title) => `Sin publicar: ${title}`,
      intro: (title, at, missing) =>
        `La reseña «${title}» debía aparecer el ${at}, pero entretanto ${missing === 1 ? 'falta algo' : `faltan ${missing} cosas`}. El público todavía no puede leerla.`,
      again:
        'Las comprobaciones de la reseña indican qué falta y llevan a cada punto. Aparecerá por sí sola en cuanto no falte nada, salvo que se retire de la programación.',
    },
    figuresChanged: {
      subject: 'Han cambiado cifras de reseñas publicadas',
      intro:
        'Los registros han cambiado desde la publicación. Cada reseña muestra el valor anterior y el nuevo.',
      heading: 'Reseñas',
      changes: (count) => (count === 1 ? 'Ha cambiado una cifra' : `Han cambiado ${count} cifras`),
    },
    isPublic: {
      subject: (title) => `Publicada: ${title}`,
      intro: (by, title) => `${by} ha publicado la reseña «${title}». Ya puede leerla todo el mundo.`,
      introAsScheduled: (title) =>
        `La reseña «${title}» se ha publicado según lo programado. Ya puede leerla todo el mundo.`,
      action: 'Leerla',
    },
  },
};
