import { computed, inject, Injectable, signal } from '@angular/core';
import { figureKey, type FigureRequest } from '@reihe/shared-contracts';
import { lastAnswer } from '@reihe/admin-ui';
import { FiguresClient } from '@reihe/web-data-access';
import { countOrigin, countValue, Formats, measureWords } from '@reihe/web-platform';
import { placeableFigures, type PlaceableFigure } from './placeable-figures';

/** The live numbers of one recap, as its chips, the menu and the checks see them. Provided by the recap's editor. */
@Injectable()
export class FigureValues {
  private readonly formats = inject(Formats);

  /** What the recap is about; set by its editor. */
  readonly subject = signal<{ seriesId: string | null; sessionIds: readonly string[] }>({
    seriesId: null,
    sessionIds: [],
  });
  private readonly read = inject(FiguresClient).ofSeries(() => this.subject().seriesId);
  private readonly figures = lastAnswer(this.read);

  /** False until the records have been read: a number without a value is no finding before. */
  readonly isKnown = computed(() => this.figures() !== undefined);
  readonly placeable = computed<readonly PlaceableFigure[]>(() => {
    const figures = this.figures();
    return figures ? placeableFigures(figures, this.subject().sessionIds) : [];
  });
  private readonly byKey = computed(
    () => new Map(this.placeable().map((figure) => [figureKey(figure), figure])),
  );

  find(figure: FigureRequest): PlaceableFigure | undefined {
    return this.byKey().get(figureKey(figure));
  }

  value({ count }: PlaceableFigure): string {
    return countValue(count, this.formats);
  }

  /** "participants, counted · Waste in the old town" */
  explanation(figure: PlaceableFigure): string {
    return `${this.origin(figure)} · ${this.whose(figure)}`;
  }

  /** As much of it as is needed where it stands: of a recap's only session nobody has to be told. */
  shortly(figure: PlaceableFigure): string {
    const isOfTheSession = figure.sessionId !== null && this.subject().sessionIds.length === 1;
    return isOfTheSession ? this.origin(figure) : this.explanation(figure);
  }

  private origin({ count, measure }: PlaceableFigure): string {
    return `${measureWords(measure, count.value)}, ${countOrigin(count, this.formats)}`;
  }

  private whose({ sessionTitle }: PlaceableFigure): string {
    return sessionTitle ?? $localize`:@@recap-desk.figure.series:the whole series`;
  }
}
