import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Ask } from '@reihe/admin-ui';
import { ClockQuestion, sessionStateWords } from '@reihe/admin-session-form';
import type { Session, SessionListItem } from '@reihe/shared-contracts';
import { isMove, timesAfter, wayBack, type Revision } from '@reihe/shared-policies';
import { SessionChangesClient, SessionsClient } from '@reihe/web-data-access';
import { failureOf, staffFailureWords, fieldErrorWords, Formats, type Failure } from '@reihe/web-platform';
import { ProgrammeNews } from './programme-news';

/**
 * Changes sessions where they are listed: at once and with a way back; asked about first where registered people will be told;
 * and never over somebody else's change without saying what it was.
 */
@Injectable()
export class SessionRevisions {
  private readonly sessions = inject(SessionsClient);
  private readonly changes = inject(SessionChangesClient);
  private readonly ask = inject(Ask);
  private readonly clock = inject(ClockQuestion);
  private readonly formats = inject(Formats);
  private readonly snackBar = inject(MatSnackBar);
  private readonly news = inject(ProgrammeNews);

  /** True when it is saved; what stood in the way is said otherwise. */
  async revise(session: SessionListItem, revision: Revision): Promise<boolean> {
    if (isMove(revision) && session.state === 'published' && !(await this.mayTell(session, revision)))
      return false;
    const saved = await this.send(session, revision);
    if (!saved) return false;
    this.news.changedHere();
    if (isMove(revision) && session.state === 'published') void this.offerUndoUntilTold(session);
    else this.offerWayBack(session, revision, saved);
    return true;
  }

  private async send(session: SessionListItem, revision: Revision): Promise<Session | null> {
    try {
      return await this.sessions.revise(session.id, { ...revision, version: session.version });
    } catch (error) {
      return this.answer(failureOf(error), session, revision);
    }
  }

  private async answer(
    failure: Failure,
    session: SessionListItem,
    revision: Revision,
  ): Promise<Session | null> {
    const code = failure.kind === 'problem' ? failure.problem.code : null;
    if (code === 'version.outdated') return this.resolveConflict(session, revision);
    if (code === 'time.nonexistent' || code === 'time.ambiguous') {
      const answer = await this.clock.put({
        ...timesAfter(session, revision),
        timeZone: session.timeZone,
      });
      if (answer === null) return null;
      const answered =
        answer.kind === 'chosen'
          ? { clockChoice: answer.choice }
          : { startsLocal: answer.startsLocal, endsLocal: answer.endsLocal };
      return this.send(session, { ...revision, ...answered });
    }
    const [field] = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
    const words =
      field && code === 'request.invalid'
        ? fieldErrorWords(field.code, field.limit)
        : staffFailureWords(failure);
    this.snackBar.open(words);
    return null;
  }

  /** Somebody saved since the list was read: says what, and lets one decide. */
  private async resolveConflict(session: SessionListItem, revision: Revision): Promise<Session | null> {
    const [theirs] = (await this.sessions.fetchList({ ids: [session.id] })).items;
    if (!theirs) {
      this.news.changedHere();
      return null;
    }
    const choice = await this.ask.choose({
      title: $localize`:@@planning.conflict.title:Somebody else changed “${theirs.title}:title:” meanwhile`,
      text: $localize`:@@planning.conflict.text:Nothing is lost yet. This is what they changed:`,
      details: this.differences(session, theirs),
      action: $localize`:@@admin.conflict.action:Go on`,
      choices: [
        {
          value: 'mine',
          label: $localize`:@@planning.conflict.mine:Make my change too`,
          hint: $localize`:@@planning.conflict.mine-hint:What you did not change stays as they saved it.`,
        },
        {
          value: 'theirs',
          label: $localize`:@@planning.conflict.theirs:Leave it as it is now`,
          hint: $localize`:@@planning.conflict.theirs-hint:Shows what they saved and drops your change.`,
        },
      ],
    });
    this.news.changedHere();
    if (choice !== 'mine') return null;
    if (isMove(revision) && theirs.state === 'published' && session.state !== 'published')
      return (await this.mayTell(theirs, revision)) ? this.send(theirs, revision) : null;
    return this.send(theirs, revision);
  }

  private differences(before: SessionListItem, after: SessionListItem): string[] {
    const capacity = (value: number | null) =>
      value === null ? $localize`:@@planning.unlimited:unlimited` : this.formats.number(value);
    const rows: [string, string, string][] = [
      [$localize`:@@planning.column.title:Title`, before.originalTitle, after.originalTitle],
      [$localize`:@@planning.column.time:Time`, this.when(before), this.when(after)],
      [
        $localize`:@@planning.column.state:State`,
        sessionStateWords(before.state),
        sessionStateWords(after.state),
      ],
      [$localize`:@@planning.column.capacity:Places`, capacity(before.capacity), capacity(after.capacity)],
    ];
    const changed = rows
      .filter(([, was, is]) => was !== is)
      .map(
        ([field, was, is]) =>
          $localize`:@@planning.conflict.change:${field}:field:: ${is}:new: (was ${was}:old:)`,
      );
    return changed.length > 0
      ? changed
      : [$localize`:@@planning.conflict.elsewhere:Something that is not shown in this list`];
  }

  private mayTell(session: SessionListItem, revision: Revision): Promise<boolean> {
    const told = session.confirmed + session.waitlisted;
    const count = this.formats.number(told);
    return this.ask.confirm({
      title: $localize`:@@planning.move.title:Move “${session.title}:title:”?`,
      text:
        told === 0
          ? $localize`:@@planning.move.text-none:It is published; nobody has registered yet.`
          : $localize`:@@planning.move.text:It is published: everyone registered (${count}:count:) gets an e-mail with the new time and a new calendar entry.`,
      details: [
        $localize`:@@planning.move.before:Until now: ${this.when(session)}:time:`,
        $localize`:@@planning.move.after:From now on: ${this.typed(session, revision)}:time:`,
      ],
      action:
        told === 0
          ? $localize`:@@planning.move.action-none:Move it`
          : $localize`:@@planning.move.action:Move it and tell them`,
    });
  }

  private when({ startsAt, endsAt, timeZone }: SessionListItem): string {
    const day = this.formats.longDay(startsAt, timeZone);
    return `${day}, ${this.formats.timeRange(startsAt, endsAt, timeZone)} (${this.formats.zoneCity(timeZone)})`;
  }

  private typed(session: SessionListItem, revision: Revision): string {
    const { startsLocal, endsLocal } = timesAfter(session, revision);
    // Wall clock as typed: read as UTC and told as UTC, it is told as it stands.
    return this.when({
      ...session,
      startsAt: `${startsLocal}Z`,
      endsAt: `${endsLocal}Z`,
      timeZone: 'UTC',
    }).replace(/\([^(]*\)$/, `(${this.formats.zoneCity(session.timeZone)})`);
  }

  /** A new time can be taken back until people are told of it; afterwards it is changed again, and told again. */
  private async offerUndoUntilTold(session: SessionListItem): Promise<void> {
    const words = $localize`:@@planning.saved:Saved: ${session.title}:title:`;
    const { change } = await this.changes.fetchPending(session.id).catch(() => ({ change: null }));
    if (!change) {
      this.snackBar.open(words);
      return;
    }
    this.snackBar
      .open(words, $localize`:@@planning.undo:Undo`, { duration: change.secondsLeft * 1000 })
      .onAction()
      .subscribe(() => void this.undoUntold(session, change.id));
  }

  private async undoUntold(session: SessionListItem, changeId: string): Promise<void> {
    try {
      await this.changes.undo(session.id, changeId);
      this.snackBar.open($localize`:@@planning.undone:Undone: ${session.title}:title:`);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
    this.news.changedHere();
  }

  private offerWayBack(before: SessionListItem, revision: Revision, saved: Session): void {
    const back = wayBack(before, revision);
    const words = $localize`:@@planning.saved:Saved: ${before.title}:title:`;
    if (!back) {
      this.snackBar.open(words);
      return;
    }
    const undo = $localize`:@@planning.undo:Undo`;
    this.snackBar
      .open(words, undo)
      .onAction()
      .subscribe(() => void this.undo({ ...before, version: saved.version }, back));
  }

  private async undo(session: SessionListItem, back: Revision): Promise<void> {
    if (!(await this.send(session, back))) return;
    this.news.changedHere();
    this.snackBar.open($localize`:@@planning.undone:Undone: ${session.title}:title:`);
  }
}
