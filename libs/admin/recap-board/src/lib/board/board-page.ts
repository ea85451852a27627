import { afterNextRender, Component, computed, DOCUMENT, inject, Injector, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { recapStateWords } from '@reihe/admin-recap-steps';
import {
  AnswerStates,
  FilterSelect,
  lastAnswer,
  listAddress,
  ownTimeZone,
  SearchBox,
  seriesOptions,
} from '@reihe/admin-ui';
import { RECAP_STATES, type RecapState } from '@reihe/shared-contracts';
import { RECAP_LACKS, type BoardCard, type DeskPerson } from '@reihe/shared-editorial';
import {
  RecapDeskClient,
  RecapsClient,
  SeriesClient,
  StaffAccess,
  type BoardCardsQuery,
} from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState } from '@reihe/web-ui';
import { firstValueFrom } from 'rxjs';
import { AssignDialog, type AssignAnswer, type AssignQuestion } from './assign-dialog';
import { BoardExport, type ExportFormat } from './board-export';
import { dueWords, lackWords } from './board-words';
import { BOARD_STATES, CardMoves, type MoveKind } from './card-moves';
import { RecapCard } from './recap-card';
import { RecapTable } from './recap-table';

/** As many as one can look at; the table has them all. */
const PER_COLUMN = 25;
const PUBLISHED = 8;

/** From sessions that were held to recaps that are read: as columns or as a table, with one set of filters. */
@Component({
  selector: 'reihe-board-page',
  imports: [
    AnswerStates,
    EmptyState,
    FilterSelect,
    MatMenuModule,
    RecapCard,
    RecapTable,
    RouterLink,
    SearchBox,
  ],
  templateUrl: './board-page.html',
  styleUrl: './board-page.css',
})
export class BoardPage {
  private readonly access = inject(StaffAccess);
  private readonly desk = inject(RecapDeskClient);
  private readonly recaps = inject(RecapsClient);
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly router = inject(Router);
  private readonly moves = inject(CardMoves);
  private readonly exports = inject(BoardExport);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  protected readonly formats = inject(Formats);
  protected readonly address = listAddress(['series', 'owner', 'lack', 'overdue', 'state']);
  protected readonly stateWords = recapStateWords;
  protected readonly isBusy = signal(false);

  private readonly view = listAddress(['view']);
  protected readonly isTable = computed(() => this.view.filter('view') === 'table');
  protected readonly mayWrite = computed(() => this.access.may('recaps.write'));

  private readonly allSeries = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  protected readonly series = computed(() => seriesOptions(this.allSeries()));
  private readonly people = signal<readonly DeskPerson[]>([]);
  protected readonly owners = computed(() => [
    { value: 'mine', words: $localize`:@@recap-desk.owner.mine:Mine` },
    { value: 'nobody', words: $localize`:@@recap-desk.owner.nobody:Nobody’s yet` },
    ...this.people()
      .filter(({ id }) => id !== this.access.me()?.id)
      .map(({ id, name }) => ({ value: id, words: name })),
  ]);
  protected readonly lackOptions = RECAP_LACKS.map((value) => ({ value, words: lackWords(value) }));
  protected readonly dueOptions = [
    { value: 'yes', words: $localize`:@@recap-desk.list.overdue:Only overdue` },
  ];
  protected readonly states = RECAP_STATES.map((value) => ({ value, words: recapStateWords(value) }));

  private readonly filters = computed<BoardCardsQuery>(() => ({
    q: this.address.q(),
    series: this.address.filter('series'),
    owner: this.address.filter('owner'),
    lack: RECAP_LACKS.find((lack) => lack === this.address.filter('lack')),
    overdue: this.address.filter('overdue') === 'yes' ? 'yes' : undefined,
  }));
  protected readonly columns = BOARD_STATES.map((state) => {
    const read = this.desk.cards(() =>
      this.isTable()
        ? null
        : { ...this.filters(), state, pageSize: state === 'published' ? PUBLISHED : PER_COLUMN },
    );
    return { state, read, answer: lastAnswer(read) };
  });
  /** A session without recap is nobody's and lacks everything. */
  protected readonly showsSessions = computed(() => !this.filters().owner && !this.filters().lack);
  protected readonly sessions = this.desk.sessions(() => {
    const { q, series, overdue } = this.filters();
    return this.isTable() || !this.showsSessions() ? null : { q, series, overdue, pageSize: PER_COLUMN };
  });
  protected readonly sessionsAnswer = lastAnswer(this.sessions);
  private readonly tableQuery = computed<BoardCardsQuery>(() => ({
    ...this.filters(),
    state: stateOf(this.address.filter('state')),
  }));
  protected readonly table = this.desk.cards(() =>
    this.isTable() ? { ...this.tableQuery(), page: this.address.page() } : null,
  );
  protected readonly tableAnswer = lastAnswer(this.table);

  constructor() {
    void this.readPeople();
  }

  protected due(session: { dueOn: string; isOverdue: boolean }): string {
    return dueWords(session, this.formats);
  }

  protected async begin(sessionId: string): Promise<void> {
    this.isBusy.set(true);
    try {
      const { id } = await this.recaps.createFromSession(sessionId);
      await this.router.navigate(['/recaps', id]);
    } catch (error) {
      this.say(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  protected async move(card: BoardCard, kind: MoveKind): Promise<void> {
    const hostZone =
      this.allSeries()?.items.find(({ id }) => id === card.seriesId)?.timeZone ?? ownTimeZone();
    const isMoved = await this.moves.carryOut(card, kind, hostZone);
    if (isMoved) this.reload(card.id);
  }

  protected async assign(card: BoardCard): Promise<void> {
    const dialog = this.dialogs.open<AssignDialog, AssignQuestion, AssignAnswer>(AssignDialog, {
      data: { card, people: this.people() },
      maxWidth: '34rem',
    });
    const answer = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
    if (!answer) return;
    try {
      await this.desk.assign(card.id, { version: card.assignment.version, ...answer });
    } catch (error) {
      this.say(error);
    }
    this.reload(card.id);
  }

  protected async save(format: ExportFormat): Promise<void> {
    try {
      await this.exports.save(format, this.tableQuery());
    } catch (error) {
      this.say(error);
    }
  }

  /** The card takes the focus along to where it stands now. */
  private reload(id: string): void {
    if (this.isTable()) {
      this.table.reload();
      return;
    }
    // Where it can move no further, its title.
    const find = () =>
      this.document.getElementById(`move-${id}`) ?? this.document.getElementById(`card-${id}`);
    const before = find();
    for (const { read } of this.columns) read.reload();
    const follow = (tries: number) => {
      const opener = find();
      const isThere = opener !== null && opener !== before;
      if (isThere) opener.focus();
      else if (tries > 0)
        setTimeout(() => {
          follow(tries - 1);
        }, 100);
    };
    afterNextRender(
      () => {
        follow(30);
      },
      { injector: this.injector },
    );
  }

  private async readPeople(): Promise<void> {
    try {
      this.people.set(await this.recaps.people());
    } catch (error) {
      this.say(error);
    }
  }

  private say(error: unknown): void {
    this.snackBar.open(staffFailureWords(failureOf(error)));
  }
}

function stateOf(value: string): RecapState | undefined {
  return RECAP_STATES.find((state) => state === value);
}
