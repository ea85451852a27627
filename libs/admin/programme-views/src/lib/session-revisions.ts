import { inject, Injectable, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Ask, askWhichStands, sayDone } from '@reihe/admin-ui';
import { ClockQuestion, sessionStateWords } from '@reihe/admin-session-form';
import type { Session, SessionListItem } from '@reihe/shared-contracts';
import { isMove, timesAfter, wayBack, type Revision } from '@reihe/shared-policies';
import { SessionsClient } from '@reihe/web-data-access';
import { failureOf, Formats, type Failure } from '@reihe/web-platform';
import { fieldErrorWords, staffFailureWords } from '@reihe/web-forms';
import { ProgrammeNews } from './programme-news';
import { ToldChanges } from './told-changes';

/** dropped: left as somebody else saved it meanwhile · refused: not saved, the reason was said or is known */
export type Revised = 'saved' | 'dropped' | 'refused';

interface Sent {
  /** What the change was made to: where somebody else had saved, it is theirs. */
  basis: SessionListItem;
  saved: SessionListItem;
}

/**
 * Changes sessions where they are listed: at once and with a way back; with the mails first where people will be told; and
 * never over somebody else's change without saying what it was. One change waits for the other, and goes on from what that made.
 */
@Injectable()
export class SessionRevisions {
  private readonly sessions = inject(SessionsClient);
  private readonly told = inject(ToldChanges);
  private readonly ask = inject(Ask);
  private readonly clock = inject(ClockQuestion);
  private readonly formats = inject(Formats);
  private readonly snackBar = inject(MatSnackBar);
  private readonly news = inject(ProgrammeNews);
  private turn: Promise<unknown> = Promise.resolve();
  /** By id and version: what one's own change made of it. */
  private readonly made = signal<ReadonlyMap<string, SessionListItem>>(new Map());

  revise(listed: SessionListItem, revision: Revision): Promise<Revised> {
    return this.inTurn(async () => {
      const sent = await this.send(this.latest(listed), revision);
      if (typeof sent === 'string') return sent;
      this.news.changedHere();
      if (isTold(sent.basis, revision)) void this.told.offerUndo(sent.basis);
      else this.offerWayBack(sent, revision);
      return 'saved';
    });
  }

  /** As one's own changes have left it, while the list was not read again. */
  latest(listed: SessionListItem): SessionListItem {
    const next = this.made().get(versionOf(listed));
    return next ? this.latest(next) : listed;
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(act);
    this.turn = mine.catch(() => null);
    return mine;
  }

  private async send(basis: SessionListItem, revision: Revision): Promise<Sent | Revised> {
    try {
      const session = isTold(basis, revision)
        ? await this.told.move(basis, revision, this.typed(basis, revision))
        : await this.sessions.revise(basis.id, { ...revision, version: basis.version });
      return session ? { basis, saved: this.keep(basis, revision, session) } : 'refused';
    } catch (error) {
      return this.answer(failureOf(error), basis, revision);
    }
  }

  private keep(basis: SessionListItem, { title }: Revision, session: Session): SessionListItem {
    const { version, state, startsAt, endsAt, startsLocal, endsLocal, capacity } = session;
    const now = { version, state, startsAt, endsAt, startsLocal, endsLocal, capacity };
    const saved = { ...basis, ...now, originalTitle: title ?? basis.originalTitle };
    if (version > basis.version) this.made.update((made) => new Map(made).set(versionOf(basis), saved));
    return saved;
  }

  private async answer(
    failure: Failure,
    session: SessionListItem,
    revision: Revision,
  ): Promise<Sent | Revised> {
    const code = failure.kind === 'problem' ? failure.problem.code : null;
    if (code === 'version.outdated') return this.resolveConflict(session, revision);
    if (code === 'time.nonexistent' || code === 'time.ambiguous') {
      const answer = await this.clock.put({
        ...timesAfter(session, revision),
        timeZone: session.timeZone,
      });
      if (answer === null) return 'refused';
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
    return 'refused';
  }

  /** Somebody saved since the list was read: says what, and lets one decide. */
  private async resolveConflict(session: SessionListItem, revision: Revision): Promise<Sent | Revised> {
    const [theirs] = (await this.sessions.fetchList({ ids: [session.id] })).items;
    if (!theirs) {
      this.news.changedHere();
      return 'refused';
    }
    const choice = await askWhichStands(this.ask, theirs.title, this.differences(session, theirs));
    this.news.changedHere();
    if (choice === 'mine') return this.send(theirs, revision);
    return choice === 'theirs' ? 'dropped' : 'refused';
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

  private when({ startsAt, endsAt, timeZone }: SessionListItem, place = timeZone): string {
    const day = this.formats.longDay(startsAt, timeZone);
    return `${day}, ${this.formats.timeRange(startsAt, endsAt, timeZone)} (${this.formats.zoneCity(place)})`;
  }

  private typed(session: SessionListItem, revision: Revision): string {
    const { startsLocal, endsLocal } = timesAfter(session, revision);
    // Wall clock as typed: read as UTC and told as UTC, it is told as it stands.
    const asTyped = { startsAt: `${startsLocal}Z`, endsAt: `${endsLocal}Z`, timeZone: 'UTC' };
    return this.when({ ...session, ...asTyped }, session.timeZone);
  }

  private offerWayBack({ basis, saved }: Sent, revision: Revision): void {
    const back = wayBack(basis, revision);
    const words = $localize`:@@planning.saved:Saved: ${basis.title}:title:`;
    sayDone(this.snackBar, words, back && (() => this.undo(saved, back)));
  }

  private async undo(saved: SessionListItem, back: Revision): Promise<void> {
    const sent = await this.inTurn(() => this.send(this.latest(saved), back));
    if (typeof sent === 'string') return;
    this.news.changedHere();
    this.snackBar.open($localize`:@@planning.undone:Undone: ${saved.title}:title:`);
  }
}

/** Whether people hear of it: of the new time of what is published. */
/** Of a draft nobody knows but the speakers who were asked. */
function isTold({ state, hasAskedSpeakers }: SessionListItem, revision: Revision): boolean {
  return isMove(revision) && (state === 'published' || (state === 'draft' && hasAskedSpeakers));
}

function versionOf({ id, version }: SessionListItem): string {
  return `${id} ${version}`;
}
