import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { CancellationQuestion, sayDone, TellPeople } from '@reihe/admin-ui';
import { saveSession, sessionForm } from '@reihe/admin-session-form';
import type { Announcement, Session, SessionListItem } from '@reihe/shared-contracts';
import { timesAfter, type Revision } from '@reihe/shared-policies';
import { SessionChangesClient, SessionsClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { ProgrammeNews } from './programme-news';

/** Changes that people hear of: their mails are shown before, take a sentence, and can be stopped until they go. */
@Injectable()
export class ToldChanges {
  private readonly sessions = inject(SessionsClient);
  private readonly changes = inject(SessionChangesClient);
  private readonly cancellation = inject(CancellationQuestion);
  private readonly people = inject(TellPeople);
  private readonly snackBar = inject(MatSnackBar);
  private readonly news = inject(ProgrammeNews);

  /** null: the organiser went back. Asked also where nobody is told: the public page shows it at once. */
  async move(session: SessionListItem, revision: Revision, time: string): Promise<Session | null> {
    const whole = await this.sessions.fetch(session.id);
    const typed = { ...sessionForm(whole), ...timesAfter(session, revision) };
    // As listed: what somebody saved since is not to be overwritten.
    const { registrationOpensAt, registrationClosesAt } = whole;
    const window = { registrationOpensAt, registrationClosesAt };
    const body = { ...saveSession(typed, session.version, revision.clockChoice), ...window };
    const previewWith = (announcement: Announcement) =>
      this.changes.previewSave(session.id, { ...body, announcement });
    const preview = await previewWith({});
    const answer = await this.people.ask({
      title: $localize`:@@planning.move.question:Move “${session.title}:title:” to ${time}:time:?`,
      preview,
      previewWith,
      action:
        preview.people + preview.speakers === 0
          ? $localize`:@@planning.move.action-none:Move it`
          : $localize`:@@planning.move.action:Move it and tell them`,
    });
    return answer && this.sessions.save(session.id, { ...body, ...answer });
  }

  /** null: the organiser went back. */
  async cancel({ id, version, title }: SessionListItem): Promise<Session | null> {
    const cancellation = await this.cancellation.put(
      $localize`:@@planning.state.cancel-title:Cancel “${title}:title:”?`,
      (typed) => this.changes.previewCancellation(id, { version, ...typed }),
    );
    return cancellation && this.sessions.cancel(id, { version, ...cancellation });
  }

  /** Says that it is saved, and takes it back when asked, until people are told. */
  async offerUndo({ id, title }: SessionListItem): Promise<void> {
    const words = $localize`:@@planning.saved:Saved: ${title}:title:`;
    const { change } = await this.changes.fetchPending(id).catch(() => ({ change: null }));
    const undo = change && (() => this.undo(id, title, change.id));
    sayDone(this.snackBar, words, undo, change?.secondsLeft);
  }

  private async undo(id: string, title: string, changeId: string): Promise<void> {
    try {
      await this.changes.undo(id, changeId);
      this.snackBar.open($localize`:@@planning.undone:Undone: ${title}:title:`);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
    this.news.changedHere();
  }
}
