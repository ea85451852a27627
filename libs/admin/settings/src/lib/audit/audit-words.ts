import type { Audited } from '@reihe/shared-contracts';

export function subjectWords(subject: Audited): string {
  switch (subject) {
    case 'series':
      return $localize`:@@settings.audit.subject.series:Series`;
    case 'session':
      return $localize`:@@settings.audit.subject.session:Sessions`;
    case 'registration':
      return $localize`:@@settings.audit.subject.registration:Registrations`;
    case 'registration-setup':
      return $localize`:@@settings.audit.subject.registration-setup:Rules and questions of registration`;
    case 'participant':
      return $localize`:@@settings.audit.subject.participant:Participants`;
    case 'recap':
      return $localize`:@@settings.audit.subject.recap:Recaps`;
    case 'media':
      return $localize`:@@settings.audit.subject.media:Media`;
    case 'account':
      return $localize`:@@settings.audit.subject.account:Accounts`;
    case 'category':
      return $localize`:@@settings.audit.subject.category:Categories`;
    case 'region':
      return $localize`:@@settings.audit.subject.region:Regions`;
    case 'speaker':
      return $localize`:@@settings.audit.subject.speaker:Speakers`;
    case 'count':
      return $localize`:@@settings.audit.subject.count:Reported counts`;
    case 'message':
      return $localize`:@@settings.audit.subject.message:Messages`;
    case 'setting':
      return $localize`:@@settings.audit.subject.setting:Settings`;
  }
}

/** `registration.promote` -> what happened; the API may know more verbs than this screen, which then stand as they are. */
export function actionWords(action: string): string {
  switch (action.split('.')[1]) {
    case 'create':
      return $localize`:@@settings.audit.action.create:Created`;
    case 'save':
    case 'change':
      return $localize`:@@settings.audit.action.save:Changed`;
    case 'remove':
    case 'delete':
      return $localize`:@@settings.audit.action.remove:Removed`;
    case 'make-report':
      return $localize`:@@settings.audit.action.make-report:Report asked for`;
    case 'remove-report':
      return $localize`:@@settings.audit.action.remove-report:Report removed`;
    case 'upload':
      return $localize`:@@settings.audit.action.upload:Uploaded`;
    case 'merge':
      return $localize`:@@settings.audit.action.merge:Merged with another entry`;
    case 'merged-into':
      return $localize`:@@settings.audit.action.merged-into:Merged into another entry`;
    case 'split':
      return $localize`:@@settings.audit.action.split:Split again`;
    case 'invite-speakers':
      return $localize`:@@settings.audit.action.invite-speakers:Speakers invited`;
    case 'speaker-confirmed':
      return $localize`:@@settings.audit.action.speaker-confirmed:A speaker confirmed`;
    case 'speaker-declined':
      return $localize`:@@settings.audit.action.speaker-declined:A speaker declined`;
    case 'save-own-profile':
      return $localize`:@@settings.audit.action.own-profile:Own profile changed`;
    case 'send-photo':
      return $localize`:@@settings.audit.action.send-photo:Photo sent, with consent`;
    case 'remove-photo':
      return $localize`:@@settings.audit.action.remove-photo:Photo and consent taken back`;
    case 'publish':
      return $localize`:@@settings.audit.action.publish:Published`;
    case 'withdraw':
      return $localize`:@@settings.audit.action.withdraw:Made a draft again`;
    case 'hold':
      return $localize`:@@settings.audit.action.hold:Marked as held`;
    case 'cancel':
      return $localize`:@@settings.audit.action.cancel:Cancelled`;
    case 'undo':
      return $localize`:@@settings.audit.action.undo:Change undone before anybody was told`;
    case 'submit':
      return $localize`:@@settings.audit.action.submit:Handed in for review`;
    case 'send-back':
      return $localize`:@@settings.audit.action.send-back:Sent back to its author`;
    case 'archive':
      return $localize`:@@settings.audit.action.archive:Archived`;
    case 'restore':
      return $localize`:@@settings.audit.action.restore:Earlier revision restored`;
    case 'state':
      return $localize`:@@settings.audit.action.state:Number reported`;
    case 'erase':
      return $localize`:@@settings.audit.action.erase:Person erased`;
    case 'erase-guest':
      return $localize`:@@settings.audit.action.erase-guest:Guest of a meeting report erased`;
    case 'export':
      return $localize`:@@settings.audit.action.export:Everything about a person handed over`;
    case 'retention':
      return $localize`:@@settings.audit.action.retention:How long personal data is kept set`;
    case 'anonymise':
      return $localize`:@@settings.audit.action.anonymise:Personal data gone, figures frozen`;
    case 'request':
      return $localize`:@@settings.audit.action.request:Requested`;
    case 'confirm':
      return $localize`:@@settings.audit.action.confirm:Confirmed`;
    case 'promote':
      return $localize`:@@settings.audit.action.promote:Moved up from the waiting list`;
    case 'expire':
      return $localize`:@@settings.audit.action.expire:Lapsed: never confirmed`;
    case 'add-material':
      return $localize`:@@settings.audit.action.add-material:Material added`;
    case 'save-material':
      return $localize`:@@settings.audit.action.save-material:Material changed`;
    case 'order-materials':
      return $localize`:@@settings.audit.action.order-materials:Materials put in another order`;
    case 'remove-material':
      return $localize`:@@settings.audit.action.remove-material:Material removed`;
    case 'mark-present':
      return $localize`:@@settings.audit.action.mark-present:Marked who came`;
    case 'mark-absent':
      return $localize`:@@settings.audit.action.mark-absent:Marks of who came taken back`;
    case 'issue-certificate':
      return $localize`:@@settings.audit.action.issue-certificate:Certificate issued`;
    case 'withdraw-certificate':
      return $localize`:@@settings.audit.action.withdraw-certificate:Certificate withdrawn`;
    case 'give-feedback':
      return $localize`:@@settings.audit.action.give-feedback:Feedback given, with one’s name`;
    default:
      return action;
  }
}
