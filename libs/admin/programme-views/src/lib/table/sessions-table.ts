import { Component, computed, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { AnswerStates, EditableCell, lastAnswer, ownTimeZone, StackedTable } from '@reihe/admin-ui';
import { SeatsBar } from '@reihe/admin-session-form';
import { SESSION_SORTS, SESSIONS_PAGE_MAX, type SessionListItem } from '@reihe/shared-contracts';
import { shifted, type Revision } from '@reihe/shared-policies';
import { SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, Formats, languageList, sessionKindWords } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState, Pagination } from '@reihe/web-ui';
import { ProgrammeAddress } from '../programme-address';
import { ProgrammeNews } from '../programme-news';
import { SelectedSessions } from '../selected-sessions';
import { SessionRevisions } from '../session-revisions';
import { BulkSlot } from './bulk-slot';
import { ColumnChoice } from './column-choice';
import { COLUMNS, columnWords, SORT_OF, type Column } from './columns';
import { ProgrammeExport, type ExportFormat } from './programme-export';
import { StateMenu } from './state-menu';

const PAGE_SIZE = 50;

/** The programme as a dense table: what is when, how full, what is missing; changed where it stands. */
@Component({
  selector: 'reihe-sessions-table',
  imports: [
    AnswerStates,
    BulkSlot,
    EditableCell,
    EmptyState,
    Pagination,
    RouterLink,
    SeatsBar,
    StackedTable,
    StateMenu,
  ],
  templateUrl: './sessions-table.html',
  styleUrl: './sessions-table.css',
})
export class SessionsTable {
  private readonly client = inject(SessionsClient);
  private readonly formats = inject(Formats);
  private readonly revisions = inject(SessionRevisions);
  private readonly choice = inject(ColumnChoice);
  private readonly files = inject(ProgrammeExport);
  private readonly snackBar = inject(MatSnackBar);
  private readonly access = inject(StaffAccess);
  protected readonly address = inject(ProgrammeAddress);
  protected readonly selected = inject(SelectedSessions);

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly sessions = this.client.list(() => ({
    ...this.address.query(),
    sort: this.address.sort(),
    page: this.address.page(),
    pageSize: PAGE_SIZE,
  }));
  protected readonly answer = lastAnswer(this.sessions);
  protected readonly pageCount = computed(() => Math.ceil((this.answer()?.total ?? 0) / PAGE_SIZE));
  protected readonly columns = this.choice.columns;
  protected readonly choices = computed(() =>
    COLUMNS.filter((column) => column !== 'session').map((column) => ({
      column,
      words: columnWords(column),
      isShown: this.columns().includes(column),
    })),
  );
  protected readonly heads = computed(() =>
    this.columns().map((column) => ({
      column,
      words: columnWords(column),
      sort: SORT_OF[column],
      order: this.orderOf(column),
    })),
  );
  private readonly ownZone = ownTimeZone();
  protected readonly rows = computed(() =>
    (this.answer()?.items ?? []).map((session) => ({
      session,
      start: this.moment(session.startsAt, session.timeZone),
      end: this.endOf(session),
      zone: this.formats.zoneCity(session.timeZone),
      own: this.ownTime(session),
      kind: sessionKindWords(session.kind),
      languages: languageList(session.languages, this.formats),
      titleLabel: this.titleLabel(session),
      selectLabel: $localize`:@@planning.selection.one:Select ${session.title}:title:`,
    })),
  );
  protected readonly isPageSelected = computed(() => {
    const rows = this.rows();
    return rows.length > 0 && rows.every(({ session }) => this.selected.has(session.id));
  });
  protected readonly isExporting = signal(false);
  protected readonly mostSelected = SESSIONS_PAGE_MAX;
  private lastToggled: string | null = null;

  constructor() {
    inject(ProgrammeNews).readAgain(() => this.sessions.reload());
  }

  protected sortBy(column: Column): void {
    const sort = SORT_OF[column];
    const next = this.address.sort() === sort ? SESSION_SORTS.find((one) => one === `-${sort}`) : sort;
    if (next) this.address.show({ sort: next === 'start' ? '' : next });
  }

  protected toggleColumn(column: Column): void {
    this.choice.toggle(column);
  }

  /** With Shift, everything from the one ticked last to this one becomes as this one. */
  protected toggle(id: string, event: MouseEvent): void {
    const ids = this.rows().map(({ session }) => session.id);
    const last = this.lastToggled === null ? -1 : ids.indexOf(this.lastToggled);
    if (event.shiftKey && last >= 0) {
      const [from, to] = [last, ids.indexOf(id)].sort((a, b) => a - b) as [number, number];
      this.selected.set(ids.slice(from, to + 1), !this.selected.has(id));
    } else this.selected.toggle(id);
    this.lastToggled = id;
  }

  protected togglePage(): void {
    this.selected.set(
      this.rows().map(({ session }) => session.id),
      !this.isPageSelected(),
    );
  }

  protected async selectEverything(): Promise<void> {
    const query = { ...this.address.query(), pageSize: SESSIONS_PAGE_MAX };
    const found = await this.carryOut(() => this.client.fetchList(query));
    if (found) this.selected.selectAll(found.items.map(({ id }) => id));
  }

  protected async export(format: ExportFormat): Promise<void> {
    this.isExporting.set(true);
    const query = { ...this.address.query(), sort: this.address.sort() };
    await this.carryOut(() => this.files.save(format, query, this.columns()));
    this.isExporting.set(false);
  }

  protected saveTitle(session: SessionListItem) {
    return (title: string) => this.isSettled(session, { title });
  }

  /** The end keeps its distance: who types another start means to move the session. */
  protected saveStart(session: SessionListItem) {
    return (typed: string) => {
      if (typed === '') return Promise.resolve(true);
      const endsLocal = shifted(session.endsLocal, session.startsLocal, typed);
      return this.isSettled(session, { startsLocal: typed, endsLocal });
    };
  }

  protected saveEnd(session: SessionListItem) {
    return (typed: string) =>
      typed === '' ? Promise.resolve(true) : this.isSettled(session, { endsLocal: typed });
  }

  protected saveCapacity(session: SessionListItem) {
    return (typed: string) => this.isSettled(session, { capacity: typed === '' ? null : Number(typed) });
  }

  /** False where the cell keeps what was typed. */
  private async isSettled(session: SessionListItem, revision: Revision): Promise<boolean> {
    return (await this.revisions.revise(session, revision)) !== 'refused';
  }

  private titleLabel({ title, originalLanguage }: SessionListItem): string {
    const language = this.formats.languageName(originalLanguage);
    return $localize`:@@planning.edit.title:Change the title of ${title}:title: (${language}:language:)`;
  }

  private orderOf(column: Column): 'ascending' | 'descending' | null {
    const [sort, current] = [SORT_OF[column], this.address.sort()];
    if (!sort) return null;
    if (current === sort) return 'ascending';
    return current === `-${sort}` ? 'descending' : null;
  }

  /** Null where the session's zone shows the same clock. */
  private ownTime({ startsAt, endsAt, timeZone }: SessionListItem): string | null {
    const tell = (zone: string) =>
      `${this.day(startsAt, zone)}, ${this.formats.timeRange(startsAt, endsAt, zone)}`;
    const own = tell(this.ownZone);
    return own === tell(timeZone) ? null : own;
  }

  private moment(instant: string, zone: string): string {
    return `${this.day(instant, zone)}, ${this.formats.time(instant, zone)}`;
  }

  /** The day is named again only where it is another one. */
  private endOf({ startsAt, endsAt, timeZone }: SessionListItem): string {
    const isSameDay = this.day(startsAt, timeZone) === this.day(endsAt, timeZone);
    return isSameDay ? this.formats.time(endsAt, timeZone) : this.moment(endsAt, timeZone);
  }

  private day(instant: string, zone: string): string {
    return this.formats.shortDate(instant, zone);
  }

  private async carryOut<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      return await act();
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
      return null;
    }
  }
}
