import { computed, inject, Injectable, signal } from '@angular/core';
import {
  figureKey,
  roundedCount,
  type FigureRequest,
  type FigureRounding,
  selectionKey,
  type SeriesFigures,
} from '@reihe/shared-contracts';
import { type SelectionFigures } from '@reihe/shared-editorial';
import { countOrigin, countValue, Formats, measureWords } from '@reihe/web-platform';
import {
  placeableFigures,
  selectedFigures,
  type PlaceableFigure,
  type SelectedFigure,
} from './placeable-figures';

/** A session that a number can be about. */
export interface SelectableSession {
  id: string;
  title: string;
  startsAt: string;
  /** The text looks back on it. */
  isOwn: boolean;
}

/** The live numbers of one text, as its chips, the menu and the checks see them. Provided and filled by the page around. */
@Injectable()
export class FigureValues {
  private readonly formats = inject(Formats);

  /** The records of the series, once they are read, and the sessions that the text is about. */
  readonly records = signal<SeriesFigures | undefined>(undefined);
  readonly sessionIds = signal<readonly string[]>([]);

  /** Counts over several sessions of the series; null: nobody can be asked. Set by the page around. */
  readonly counting = signal<((sessionIds: readonly string[]) => Promise<SelectionFigures>) | null>(null);

  /** By `selectionKey`; null: they could not be read. */
  private readonly selections = signal<ReadonlyMap<string, readonly SelectedFigure[] | null>>(new Map());
  private readonly asked = new Set<string>();

  /** Those that the text looks back on first, each group as it was held. */
  readonly selectable = computed<readonly SelectableSession[]>(() => {
    const sessions = (this.records()?.sessions ?? []).map(({ sessionId: id, title, startsAt }) => ({
      ...{ id, title, startsAt, isOwn: this.sessionIds().includes(id) },
    }));
    return [...sessions.filter(({ isOwn }) => isOwn), ...sessions.filter(({ isOwn }) => !isOwn)];
  });

  /** False until the records have been read: a number without a value is no finding before. */
  readonly isKnown = computed(() => this.records() !== undefined);
  readonly placeable = computed<readonly PlaceableFigure[]>(() => {
    const records = this.records();
    return records ? placeableFigures(records, this.sessionIds()) : [];
  });
  private readonly byKey = computed(
    () => new Map(this.placeable().map((figure) => [figureKey(figure), figure])),
  );

  find(figure: FigureRequest): PlaceableFigure | undefined {
    if (figure.sessionIds)
      return this.over(figure.sessionIds)?.find(({ measure }) => measure === figure.measure);
    return this.byKey().get(figureKey(figure));
  }

  /** Whether it has one; true while that is not known. */
  hasValue(figure: FigureRequest): boolean {
    if (this.find(figure)) return true;
    return figure.sessionIds ? !this.over(figure.sessionIds) : !this.isKnown();
  }

  /** The numbers over these sessions; undefined until they are counted, null where that failed. A signal's read, which asks. */
  over(sessionIds: readonly string[]): readonly SelectedFigure[] | null | undefined {
    const key = selectionKey(sessionIds);
    const counting = this.counting();
    if (counting && !this.asked.has(key)) {
      this.asked.add(key);
      void counting(sessionIds)
        .then(selectedFigures, () => null)
        .then((figures) => {
          this.selections.update((known) => new Map(known).set(key, figures));
        });
    }
    return this.selections().get(key);
  }

  /** Counts once more what could not be counted. */
  countAgain(): void {
    const failed = [...this.selections()].flatMap(([key, figures]) => (figures ? [] : [key]));
    for (const key of failed) this.asked.delete(key);
    this.selections.update((known) => new Map([...known].filter(([key]) => !failed.includes(key))));
  }

  value({ count }: PlaceableFigure, rounding?: FigureRounding): string {
    return countValue(roundedCount(count, rounding), this.formats);
  }

  /** "43 took part, counted · Waste in the old town"; empty for what has no record. */
  say(figure: FigureRequest): string {
    const known = this.find(figure);
    return known ? `${this.value(known)} ${this.explanation(known)}` : '';
  }

  /** "participants, counted · Waste in the old town" */
  explanation(figure: PlaceableFigure): string {
    return `${this.origin(figure)} · ${this.whose(figure)}`;
  }

  /** Titles of the sessions of a selection; of deleted ones nothing. */
  titlesOf({ sessionIds }: FigureRequest): string[] {
    return this.selectable().flatMap(({ id, title }) => ((sessionIds ?? []).includes(id) ? [title] : []));
  }

  /** As much of it as is needed where it stands: of a recap's only session nobody has to be told. */
  shortly(figure: PlaceableFigure): string {
    const isOfTheSession = figure.sessionId !== null && this.sessionIds().length === 1;
    return isOfTheSession ? this.origin(figure) : this.explanation(figure);
  }

  private origin({ count, measure }: PlaceableFigure): string {
    return `${measureWords(measure, count.value)}, ${countOrigin(count, this.formats)}`;
  }

  private whose(figure: PlaceableFigure): string {
    if (isSelected(figure)) return this.selectionWords(figure);
    const { sessionTitle } = figure;
    return sessionTitle ?? $localize`:@@recap-desk.figure.series:the whole series`;
  }

  /** "2 of 3 sessions, 1 without such records left out": never silently. */
  private selectionWords({ sessionIds, sessions, leftOut }: SelectedFigure): string {
    const [all, some] = [this.formats.number(sessionIds.length), this.formats.number(sessions)];
    const whose =
      sessions === sessionIds.length
        ? $localize`:@@recap-desk.figure.sessions:${all}:all: sessions together`
        : $localize`:@@recap-desk.figure.some-sessions:${some}:some: of ${all}:all: sessions together, the others are drafts or cancelled`;
    if (leftOut === 0) return whose;
    const left = this.formats.number(leftOut);
    return $localize`:@@recap-desk.figure.left-out:${whose}:whose:; without ${left}:left: of them, whose numbers are of another origin or unknown`;
  }
}

function isSelected(figure: PlaceableFigure): figure is SelectedFigure {
  return 'leftOut' in figure;
}
