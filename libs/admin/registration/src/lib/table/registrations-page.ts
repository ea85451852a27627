import { Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { AnswerStates, inLanguage, lastAnswer, StackedTable } from '@reihe/admin-ui';
import { SessionNav } from '@reihe/admin-session-form';
import type { Session } from '@reihe/shared-contracts';
import { REGISTRATION_SORTS, type DeskRegistration } from '@reihe/shared-registration';
import {
  DeskClient,
  ProgrammeChanges,
  SeriesClient,
  SessionsClient,
  StaffAccess,
} from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { firstValueFrom } from 'rxjs';
import { SelectionBar } from '../decide/selection-bar';
import { AddDialog } from '../people/add-dialog';
import { registrationStateTone, registrationStateWords } from '../registration-words';
import { ColumnChoice } from './column-choice';
import { cellValue, columnWords, FACTS, isFact, moment, SORT_OF, type Column } from './columns';
import { DeskAddress, type DeskScope } from './desk-address';
import { DeskFilters } from './desk-filters';
import { filterWords } from './filter-words';
import { RegistrationsExport, type ExportFormat } from './registrations-export';
import { SelectedRegistrations } from './selected-registrations';

const PAGE_SIZE = 50;
/** Changes that come close together are read once. */
const GATHER_MS = 300;

/** Who wants to come, to one session or to those of a whole series: searched, filtered, decided about, written to, taken along. */
@Component({
  selector: 'reihe-registrations-page',
  imports: [
    AnswerStates,
    DeskFilters,
    EmptyState,
    Pagination,
    RouterLink,
    SelectionBar,
    SessionNav,
    StackedTable,
    StateBadge,
  ],
  providers: [DeskAddress, SelectedRegistrations],
  templateUrl: './registrations-page.html',
  styleUrl: './registrations-page.css',
})
export class RegistrationsPage {
  /** From the address: one of both. */
  readonly sessionId = input<string>();
  readonly seriesId = input<string>();

  private readonly desk = inject(DeskClient);
  protected readonly access = inject(StaffAccess);
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly choice = inject(ColumnChoice);
  private readonly files = inject(RegistrationsExport);
  protected readonly address = inject(DeskAddress);
  protected readonly selected = inject(SelectedRegistrations);

  protected readonly scope = computed<DeskScope>(() =>
    this.sessionId() ? { session: this.sessionId() } : { series: this.seriesId() },
  );
  private readonly session = inject(SessionsClient).one(() => this.sessionId() ?? null);
  private readonly series = inject(SeriesClient).one(() => this.seriesId() ?? null);
  protected readonly lastSession = lastAnswer(this.session);
  private readonly lastSeries = lastAnswer(this.series);
  protected readonly list = this.desk.list(() => ({
    ...this.scope(),
    ...this.address.query(),
    sort: this.address.sort(),
    page: this.address.page(),
    pageSize: PAGE_SIZE,
  }));
  protected readonly answer = lastAnswer(this.list);
  private readonly asked = lastAnswer(this.desk.questions(() => this.scope()));
  protected readonly questions = computed(() => this.asked() ?? []);
  protected readonly isExporting = signal(false);

  protected readonly mayWrite = computed(() => this.access.may('registrations.write'));
  protected readonly pageCount = computed(() => Math.ceil((this.answer()?.total ?? 0) / PAGE_SIZE));
  protected readonly title = computed(() => {
    const [session, series] = [this.lastSession(), this.lastSeries()];
    const texts = session
      ? inLanguage(session.translations, this.language)
      : inLanguage(series?.translations ?? {}, this.language);
    return texts?.title ?? '';
  });
  protected readonly counts = computed(() => {
    const session = this.lastSession();
    return session && countsOf(session);
  });
  /** Where things of this session or series are. */
  protected readonly home = computed(() =>
    this.sessionId() ? ['/sessions', this.sessionId()] : ['/series', this.seriesId()],
  );

  /** Over a series one wants to know of which session somebody is. */
  protected readonly columns = computed<readonly Column[]>(() => {
    const known = new Set(this.questions().map(({ id }) => `question:${id}`));
    const chosen = this.choice.columns().filter((column) => isFact(column) || known.has(column));
    return this.seriesId() && !chosen.includes('session')
      ? [...chosen.slice(0, 2), 'session', ...chosen.slice(2)]
      : chosen;
  });
  protected readonly choices = computed(() =>
    [
      ...FACTS.filter((fact) => fact !== 'name'),
      ...this.questions().map(({ id }) => `question:${id}` as const),
    ].map((column) => ({
      column,
      words: columnWords(column, this.questions()),
      isShown: this.columns().includes(column),
    })),
  );
  protected readonly heads = computed(() =>
    this.columns().map((column) => ({
      column,
      words: columnWords(column, this.questions()),
      sort: isFact(column) ? SORT_OF[column] : undefined,
      order: this.orderOf(column),
    })),
  );
  protected readonly rows = computed(() =>
    (this.answer()?.items ?? []).map((one) => ({
      one,
      name: one.name || $localize`:@@registration.page.erased:Erased person`,
      registered: moment(one.registeredAt, one.timeZone, this.formats),
      held: one.heldUntil ? moment(one.heldUntil, one.timeZone, this.formats) : '',
      joined: one.joinHint ? moment(one.joinHint.firstAt, one.timeZone, this.formats) : '',
      lastJoined: one.joinHint ? moment(one.joinHint.lastAt, one.timeZone, this.formats) : '',
      selectLabel: $localize`:@@registration.selection.one:Select ${one.name}:name:, ${one.sessionTitle}:session:`,
    })),
  );
  protected readonly isPageSelected = computed(() => {
    const rows = this.rows();
    return rows.length > 0 && rows.every(({ one }) => this.selected.has(one.id));
  });
  protected readonly stateWords = registrationStateWords;
  protected readonly stateTone = registrationStateTone;
  private lastToggled: string | null = null;
  private gathering: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      this.address.scope.set(this.scope());
    });
    inject(ProgrammeChanges).listen(({ sessionIds, isWhole }) => {
      const session = this.sessionId();
      if (!isWhole && session && !sessionIds.includes(session)) return;
      clearTimeout(this.gathering);
      this.gathering = setTimeout(() => {
        this.askAgain();
      }, GATHER_MS);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.gathering);
    });
  }

  protected cell(column: Column, one: DeskRegistration): string {
    return String(cellValue(column, one, this.formats));
  }

  protected sortBy(column: Column): void {
    const sort = isFact(column) ? SORT_OF[column] : undefined;
    const next = this.address.sort() === sort ? REGISTRATION_SORTS.find((one) => one === `-${sort}`) : sort;
    if (next) this.address.order(next);
  }

  protected toggleColumn(column: Column): void {
    this.choice.toggle(column);
  }

  /** With Shift, everything from the one ticked last to this one becomes as this one. */
  protected toggle(id: string, event: MouseEvent): void {
    const ids = this.rows().map(({ one }) => one.id);
    const last = this.lastToggled === null ? -1 : ids.indexOf(this.lastToggled);
    if (event.shiftKey && last >= 0) {
      const [from, to] = [last, ids.indexOf(id)].sort((a, b) => a - b) as [number, number];
      this.selected.set(ids.slice(from, to + 1), !this.selected.has(id));
    } else this.selected.toggle(id);
    this.lastToggled = id;
  }

  /** From tick to tick by arrows; with Shift the next one becomes as this one. */
  protected step(event: KeyboardEvent, index: number): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = this.rows()[index + by];
    if (by === 0 || !next || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    const here = this.rows()[index];
    if (event.shiftKey && here) this.selected.set([next.one.id], this.selected.has(here.one.id));
    const ticks = event.target.closest('tbody')?.querySelectorAll<HTMLElement>('td.tick input');
    ticks?.item(index + by).focus();
  }

  protected togglePage(): void {
    this.selected.set(
      this.rows().map(({ one }) => one.id),
      !this.isPageSelected(),
    );
  }

  protected selectEverything(): void {
    this.selected.selectEverything(this.address.query(), this.answer()?.total ?? 0);
  }

  protected decided(): void {
    this.selected.clear();
    this.askAgain();
  }

  protected async add(): Promise<void> {
    const session = this.lastSession();
    if (!session) return;
    const dialog = this.dialogs.open<AddDialog, Session, boolean>(AddDialog, {
      data: session,
      width: '44rem',
      maxWidth: '96vw',
    });
    if (await firstValueFrom(dialog.afterClosed(), { defaultValue: false })) this.askAgain();
  }

  protected async export(format: ExportFormat): Promise<void> {
    this.isExporting.set(true);
    try {
      await this.files.save(format, {
        query: { ...this.scope(), ...this.address.query(), sort: this.address.sort() },
        columns: this.columns(),
        questions: this.questions(),
        title: this.title(),
        filters: filterWords(this.address, this.questions(), this.formats),
        name: this.lastSession()?.slug ?? this.lastSeries()?.slug ?? 'registrations',
      });
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isExporting.set(false);
    }
  }

  private orderOf(column: Column): 'ascending' | 'descending' | null {
    const sort = isFact(column) ? SORT_OF[column] : undefined;
    if (!sort) return null;
    if (this.address.sort() === sort) return 'ascending';
    return this.address.sort() === `-${sort}` ? 'descending' : null;
  }

  private askAgain(): void {
    this.list.reload();
    this.session.reload();
  }
}

function countsOf({ capacity, counts }: Session) {
  const counted = (measure: string) =>
    counts.find((count) => count.measure === measure && count.origin === 'counted')?.value ?? 0;
  return {
    capacity,
    registered: counted('registered'),
    confirmed: counted('confirmed'),
    waitlisted: counted('waitlisted'),
  };
}
