import { computed, inject, Injectable, signal } from '@angular/core';
import {
  figureKey,
  roundedCount,
  type FigureRequest,
  type FigureRounding,
  type SeriesFigures,
} from '@reihe/shared-contracts';
import { countOrigin, countValue, Formats, measureWords } from '@reihe/web-platform';
import { placeableFigures, type PlaceableFigure } from './placeable-figures';

/** The live numbers of one text, as its chips, the menu and the checks see them. Provided and filled by the page around. */
@Injectable()
export class FigureValues {
  private readonly formats = inject(Formats);

  /** The records of the series, once they are read, and the sessions that the text is about. */
  readonly records = signal<SeriesFigures | undefined>(undefined);
  readonly sessionIds = signal<readonly string[]>([]);

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
    return this.byKey().get(figureKey(figure));
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

  /** As much of it as is needed where it stands: of a recap's only session nobody has to be told. */
  shortly(figure: PlaceableFigure): string {
    const isOfTheSession = figure.sessionId !== null && this.sessionIds().length === 1;
    return isOfTheSession ? this.origin(figure) : this.explanation(figure);
  }

  private origin({ count, measure }: PlaceableFigure): string {
    return `${measureWords(measure, count.value)}, ${countOrigin(count, this.formats)}`;
  }

  private whose({ sessionTitle }: PlaceableFigure): string {
    return sessionTitle ?? $localize`:@@recap-desk.figure.series:the whole series`;
  }
}
