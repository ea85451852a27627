import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import {
  ChangedMind,
  MergeView,
  type DescribeField,
  shownChanges,
  type ShownVersion,
  VersionList,
} from '@reihe/admin-editing';
import { AnswerStates, inLanguage, lastAnswer, listAddress, Moments } from '@reihe/admin-ui';
import type { Session } from '@reihe/shared-contracts';
import type { SessionHistory } from '@reihe/shared-planning';
import { documentChanges } from '@reihe/shared-policies';
import { SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { Pagination } from '@reihe/web-ui';
import { emptySession, sessionForm, type SessionForm } from '@reihe/admin-session-form';
import { ChangeTelling } from '../sessions/change-telling';
import type { SessionChange } from '../sessions/session-actions';
import { UndoChange } from '../sessions/undo-change';
import { SessionFields } from './session-fields';
import { versionWords } from './version-words';

/** Nothing that a real session has, so that all of one is told. */
const NOTHING = { ...emptySession('', ''), kind: '', languages: [], capacity: 0 } as unknown as SessionForm;

interface ReadHistory {
  history: SessionHistory;
  forms: SessionForm[];
  describe: DescribeField;
}

/** Every version of one session: who, when, what; and the way back to any of them. */
@Component({
  selector: 'reihe-session-history-page',
  imports: [AnswerStates, Pagination, RouterLink, UndoChange, VersionList],
  template: `
    <header class="page-head">
      <p class="kicker">
        <a [routerLink]="['/sessions', id()]">{{ title() || backWords }}</a>
      </p>
      <h1 tabindex="-1" i18n="@@programme.history.heading">History</h1>
    </header>
    @if (problem()) {
      <p class="notice" role="alert">{{ problem() }}</p>
    }
    @if (mayWrite() && current(); as session) {
      <reihe-undo-change [session]="session" [isBusy]="isBusy()" (undo)="takeBack($event)" />
    }
    <reihe-answer-states [answer]="list" [hasAnswer]="shown().length > 0">
      <reihe-version-list
        [versions]="shown()"
        [mayRestore]="mayWrite()"
        [isBusy]="isBusy()"
        (restore)="restore($event)"
      />
      @if (isOldestKept()) {
        <p class="small" i18n="@@programme.history.oldest">Earlier versions were not kept.</p>
      }
      <reihe-pagination [page]="address.page()" [pageCount]="pageCount()" />
    </reihe-answer-states>
  `,
})
export class SessionHistoryPage {
  readonly id = input.required<string>();

  private readonly sessions = inject(SessionsClient);
  private readonly access = inject(StaffAccess);
  private readonly fields = inject(SessionFields);
  private readonly telling = inject(ChangeTelling);
  private readonly mergeView = inject(MergeView);
  private readonly moments = inject(Moments);
  private readonly snackBar = inject(MatSnackBar);
  private readonly language = inject(LANGUAGE);

  protected readonly address = listAddress([]);
  protected readonly backWords = $localize`:@@programme.title.session:Edit session`;
  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');

  private readonly session = this.sessions.one(() => this.id());
  protected readonly current = lastAnswer(this.session);
  protected readonly list = this.sessions.history(this.id, () => ({
    page: this.address.page(),
    pageSize: 20,
  }));
  private readonly answer = lastAnswer(this.list);
  /** With the names of everything that stands in it. */
  private readonly read = resource({
    params: () => this.answer(),
    loader: async ({ params: history }): Promise<ReadHistory> => {
      const contents = [
        ...history.items.map(({ content }) => content),
        ...(history.before ? [history.before] : []),
      ];
      const forms = contents.map(sessionForm);
      return { history, forms, describe: await this.fields.describe(forms) };
    },
  });
  private readonly latest = lastAnswer(this.read);

  protected readonly title = computed(() =>
    this.session.hasValue()
      ? (inLanguage(this.session.value().translations, this.language)?.title ?? '')
      : '',
  );
  protected readonly shown = computed(() => {
    const read = this.latest();
    return read ? read.history.items.map((_, at) => this.versionOf(read, at)) : [];
  });
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
  protected readonly isOldestKept = computed(() => {
    const { items, before } = this.answer() ?? { items: [], before: null };
    return before === null && (items.at(-1)?.version ?? 1) > 1;
  });

  /** Says first what would change, and then who is told of it; what was saved meanwhile is not overwritten. */
  protected async restore(number: number): Promise<void> {
    const read = this.latest();
    const now = this.session.hasValue() ? this.session.value() : null;
    const at = read?.history.items.findIndex(({ version }) => version === number) ?? -1;
    const form = read?.forms[at];
    if (!read || !now || !form) return;
    const current = sessionForm(now);
    const isSure = await this.mergeView.show(
      documentChanges(current, now.state === 'draft' ? form : { ...form, slug: current.slug }),
      {
        title: $localize`:@@programme.history.restore-title:Restore version ${number}:number:?`,
        text: $localize`:@@programme.history.restore-text:It is saved as a new version, and nothing of the others is lost.`,
        changesHeading: $localize`:@@programme.history.restore-changes:What changes by it`,
        action: $localize`:@@programme.history.restore-action:Restore it`,
      },
      await this.fields.describe([current, form]),
    );
    if (isSure) await this.carryOut(number, now);
  }

  protected async takeBack(undo: SessionChange): Promise<void> {
    await this.attempt(() => undo(this.current()?.version ?? 0));
  }

  private async carryOut(number: number, now: Session): Promise<void> {
    await this.attempt(async () => {
      await this.sessions.restore(this.id(), number, await this.telling.forRestore(now, number));
      this.snackBar.open(
        $localize`:@@programme.history.restored:Version ${number}:number: is restored as a new version.`,
      );
    });
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ChangedMind)) this.problem.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isBusy.set(false);
      this.session.reload();
      this.list.reload();
    }
  }

  private versionOf({ history, forms, describe }: ReadHistory, at: number): ShownVersion {
    const [version, form, before] = [history.items[at], forms[at] ?? NOTHING, forms[at + 1]];
    return {
      number: version?.version ?? 0,
      at: version?.at ?? '',
      when: this.moments.when(version?.at ?? ''),
      who: version?.by ?? $localize`:@@programme.history.system:Reihe itself`,
      what: versionWords(version?.action ?? ''),
      isCurrent: at === 0 && history.page === 1,
      isOldest: before === undefined,
      changes: before ? shownChanges(documentChanges(before, form), describe) : [],
      whole: shownChanges(documentChanges(NOTHING, form), describe),
    };
  }
}
