import type { ProblemCode } from '@reihe/shared-contracts';
import { wordsOf, type Failure, type WordsOfCode } from '@reihe/web-platform';
import { participantProblemWords } from './participant-problem-words';

/** What happened and what to do next, in words for staff. */
export function staffFailureWords(failure: Failure): string {
  return wordsOf(failure, staffProblemWords as WordsOfCode);
}

/** A new code does not compile until it has its words: here, or among those for participants and readers. */
export function staffProblemWords(code: ProblemCode): string {
  switch (code) {
    case 'auth.failed':
      return $localize`:@@web.problem.auth-failed:E-mail address or password is not right.`;
    case 'auth.forbidden':
      return $localize`:@@web.problem.auth-forbidden:Your account may not do this. Ask an administrator.`;
    case 'series.slug-taken':
    case 'session.slug-taken':
    case 'recap.slug-taken':
      return $localize`:@@web.problem.slug-taken:This address is already in use. Please choose another one.`;
    case 'series.slug-fixed':
    case 'session.slug-fixed':
      return $localize`:@@web.problem.slug-fixed:The address of something published stays as it is.`;
    case 'series.has-sessions':
      return $localize`:@@web.problem.series-has-sessions:This series still has sessions.`;
    case 'session.version-not-found':
      return $localize`:@@web.problem.session-version-not-found:This version of the session was not kept.`;
    case 'session.wrong-state':
      return $localize`:@@web.problem.session-wrong-state:The session is no longer in a state that allows this. Reload to see where it stands.`;
    case 'session.incomplete':
      return $localize`:@@web.problem.session-incomplete:The session is not complete enough to be published.`;
    case 'session.undo-too-late':
      return $localize`:@@web.problem.session-undo-too-late:It is too late to undo this: people have been told, or are being told right now. Change the session again, and they hear of that too.`;
    case 'session.capacity-below-confirmed':
      return $localize`:@@web.problem.session-capacity:More people are already confirmed than that.`;
    case 'time.nonexistent':
      return $localize`:@@web.problem.time-nonexistent:The clocks are moved forward then: this time does not exist in that zone.`;
    case 'time.ambiguous':
      return $localize`:@@web.problem.time-ambiguous:The clocks are moved back then: this time exists twice. Say which of the two is meant.`;
    case 'batch.not-found':
      return $localize`:@@web.problem.batch-not-found:These sessions are not there any more.`;
    case 'batch.key-used':
      return $localize`:@@web.problem.batch-key-used:These sessions were created already, from other entries. Look at the list of sessions before you create more.`;
    case 'batch.touched':
      return $localize`:@@web.problem.batch-touched:Somebody has worked on one of these sessions already, so they stay. Remove single ones by hand.`;
    case 'speaker.not-found':
      return $localize`:@@web.problem.speaker-not-found:This speaker does not exist.`;
    case 'speaker.in-use':
      return $localize`:@@web.problem.speaker-in-use:This speaker still has a part in a session.`;
    case 'speaker.merge-impossible':
      return $localize`:@@web.problem.speaker-merge:These two entries are not what they were: one has been merged or split in the meantime. Reload to see where they stand.`;
    case 'invitation.no-address':
      return $localize`:@@web.problem.invitation-no-address:Somebody among them has no e-mail address in the directory. Nobody was invited.`;
    case 'registration.preview-outdated':
      return $localize`:@@web.problem.preview-outdated:Something changed in the meantime. Nothing was done: look at what would happen now.`;
    case 'participant.merge-impossible':
      return $localize`:@@web.problem.participant-merge:These two entries cannot become one: one was merged or erased in the meantime, or only the address that would go was ever confirmed.`;
    case 'taxonomy.not-found':
      return $localize`:@@web.problem.taxonomy-not-found:This region or category does not exist.`;
    case 'taxonomy.in-use':
      return $localize`:@@web.problem.taxonomy-in-use:This region or category is still in use.`;
    case 'recap.wrong-state':
      return $localize`:@@web.problem.recap-wrong-state:The recap is no longer in a state that allows this. Reload to see where it stands.`;
    case 'recap.incomplete':
      return $localize`:@@web.problem.recap-incomplete:Something is still missing before this recap can be published.`;
    case 'recap.document-invalid':
      return $localize`:@@web.problem.recap-document:The text holds something that cannot be stored. Undo the last change and save again.`;
    case 'recap.own-text':
      return $localize`:@@web.problem.recap-own-text:Whoever wrote last does not approve alone: somebody else has to look at it first.`;
    case 'recap.translation-unfinished':
      return $localize`:@@web.problem.recap-translation-unfinished:This translation is not whole, or its original was changed since: translate or confirm the open rows first.`;
    case 'recap.file-refused':
      return $localize`:@@web.problem.recap-file-refused:Nothing of this file was taken.`;
    case 'recap.nothing-to-translate':
      return $localize`:@@web.problem.recap-nothing-to-translate:There is nothing to translate yet: the original has no text, or this is its own language.`;
    case 'recap.import-undo-too-late':
      return $localize`:@@web.problem.recap-import-undo-too-late:The translation was changed since: what the file did cannot be undone as a whole any more.`;
    case 'recap.schedule-past':
      return $localize`:@@web.problem.recap-schedule-past:This minute is over already. Choose a later one, or publish now.`;
    case 'recap.comment-not-found':
      return $localize`:@@web.problem.recap-comment-not-found:This comment does not exist any more.`;
    case 'media.not-found':
      return $localize`:@@web.problem.media-not-found:This image does not exist.`;
    case 'media.in-use':
      return $localize`:@@web.problem.media-in-use:This image is still in use.`;
    case 'media.not-replaceable':
      return $localize`:@@web.problem.media-not-replaceable:Nothing was replaced. Look at the places again, and at what the other image still lacks.`;
    case 'upload.not-found':
      return $localize`:@@web.problem.upload-not-found:This upload is not waited for any more. Please choose the file again.`;
    case 'upload.wrong-offset':
      return $localize`:@@web.problem.upload-wrong-offset:A part of this file arrived twice. Please try again.`;
    case 'storage.unavailable':
      return $localize`:@@web.problem.storage-unavailable:Files cannot be kept at the moment. Nothing that was there is lost; try again in a few minutes. If it stays so, whoever runs this site finds the reason in its log.`;
    case 'message.not-found':
      return $localize`:@@web.problem.message-not-found:This message does not exist any more.`;
    case 'message.wrong-state':
      return $localize`:@@web.problem.message-wrong-state:The message is no longer in a state that allows this. Reload to see where it stands.`;
    case 'message.incomplete':
      return $localize`:@@web.problem.message-incomplete:A subject and a text are needed in the default language, with placeholders that are known, and somebody to write to.`;
    case 'material.not-found':
      return $localize`:@@web.problem.material-not-found:This is not there any more.`;
    case 'material.unsupported':
      return $localize`:@@web.problem.material-unsupported:This kind of file cannot be handed out. Please choose a PDF, an office document (PPTX, DOCX, XLSX, ODP, ODT, ODS), a ZIP archive or an MP4 video.`;
    case 'attendance.too-early':
      return $localize`:@@web.problem.attendance-too-early:Who came can be marked once the session has begun, and only where it took place.`;
    case 'certificate.not-found':
      return $localize`:@@web.problem.certificate-not-found:There is no such certificate.`;
    case 'account.not-found':
      return $localize`:@@web.problem.account-not-found:This account does not exist.`;
    case 'account.email-taken':
      return $localize`:@@web.problem.account-email-taken:An account with this e-mail address exists already.`;
    case 'account.last-administrator':
      return $localize`:@@web.problem.account-last-administrator:There must be at least one active administrator.`;
    case 'outbox.not-found':
      return $localize`:@@web.problem.outbox-not-found:This message does not exist.`;
    case 'outbox.wrong-state':
      return $localize`:@@web.problem.outbox-wrong-state:This message has been sent already.`;
    case 'count.not-found':
      return $localize`:@@web.problem.count-not-found:This number does not exist.`;
    case 'question.in-use':
      return $localize`:@@web.problem.question-in-use:A question of a session hangs on one that you removed or changed. Change that session’s question first.`;
    case 'invitation-code.not-found':
      return $localize`:@@web.problem.invitation-code-not-found:This invitation does not exist.`;
    case 'bulk.refused':
      return $localize`:@@web.problem.bulk-refused:Nothing was changed: some of the sessions are no longer as the preview showed them.`;
    case 'import.unreadable':
      return $localize`:@@web.problem.import-unreadable:This file cannot be read as a table. Please save it as CSV or XLSX and try again.`;
    case 'import.too-many-rows':
      return $localize`:@@web.problem.import-too-many-rows:There are too many rows or columns for one import. Please divide the file.`;
    case 'import.empty':
      return $localize`:@@web.problem.import-empty:There are no rows below the headings.`;
    case 'import.refused':
      return $localize`:@@web.problem.import-refused:Nothing was imported: some rows are not right. Please check them again.`;
    case 'import.not-found':
      return $localize`:@@web.problem.import-not-found:This import does not exist any more.`;
    case 'import.wrong-state':
      return $localize`:@@web.problem.import-wrong-state:The import is further on than this page shows. Reload to see where it stands.`;
    case 'funder-report.not-found':
      return $localize`:@@web.problem.funder-report-not-found:This report does not exist any more.`;
    case 'funder-report.not-ready':
      return $localize`:@@web.problem.funder-report-not-ready:This report has no file yet. Reload to see where it stands.`;
    case 'funder-report.too-many':
      return $localize`:@@web.problem.funder-report-too-many:This series has as many reports as can be kept. Remove one that nobody needs any more.`;
    case 'attendance.not-found':
      return $localize`:@@web.problem.attendance-not-found:This is no longer on record: it was undone, or somebody changed it in the meantime. Reload to see where it stands.`;
    case 'report.other-session':
      return $localize`:@@web.problem.report-other-session:This report is of another session: nobody in it was there while this one took place. Choose the session it belongs to, or look at the time zone and at the order of day and month.`;
    case 'report.no-times':
      return $localize`:@@web.problem.report-no-times:This report says of nobody when they were there, or for how long. Please say what its columns are: which of them has times or minutes, or, if it lists those who were there and tells neither, who they are.`;
    case 'report.only-registered':
      return $localize`:@@web.problem.report-only-registered:This report lists who registered, not who was there. Please download the report of attendees.`;
    case 'report.unreadable':
      return $localize`:@@web.problem.report-unreadable:This is no report of a meeting: the file is neither text nor a spreadsheet, or it is damaged. Please download the report again from the meeting tool, as CSV or XLSX.`;
    case 'report.empty':
      return $localize`:@@web.problem.report-empty:There is nobody in this report. Tools often need half an hour after a meeting until it is complete.`;
    case 'report.unknown':
      return $localize`:@@web.problem.report-unknown:This report has none of the known forms. Please say what its columns are.`;
    case 'report.too-many-rows':
      return $localize`:@@web.problem.report-too-many-rows:This report has more lines than one import takes. Please divide the file.`;
    default:
      return participantProblemWords(code);
  }
}
