import { inject, Injectable } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { MatDialog } from '@angular/material/dialog';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { FIGURE_ROUNDINGS, figureKey, type FigureRequest } from '@reihe/shared-contracts';
import { Ask } from '@reihe/admin-ui';
import { filter, firstValueFrom, race, timer } from 'rxjs';
import { FigureValues } from './figure-values';
import { roundingWords } from './rounding-words';
import { SelectionDialog, type SelectionAnswer, type SelectionQuestion } from './selection-dialog';

/** No `figureKey`. */
const SEVERAL = 'several';
/** So long somebody waits for the records of a series, rather than being told that there are none. */
const MOST_WAIT_MS = 5000;

/** Lets the writer choose a live number, and puts it into the text. */
@Injectable()
export class FigureDesk {
  private readonly ask = inject(Ask);
  private readonly dialogs = inject(MatDialog);
  private readonly figures = inject(FigureValues);
  private readonly known = toObservable(this.figures.isKnown).pipe(filter(Boolean));

  async place(editor: Editor): Promise<void> {
    if (this.figures.counting() !== null && !this.figures.isKnown())
      await firstValueFrom(race(this.known, timer(MOST_WAIT_MS)));
    const placeable = this.figures.placeable();
    const hasSeveral = this.figures.counting() !== null && this.figures.selectable().length > 1;
    if (placeable.length === 0 && !hasSeveral) return this.sayNone();
    const key = await this.ask.choose({
      title: $localize`:@@recap-desk.figure.title:Which number?`,
      text: $localize`:@@recap-desk.figure.text:It is never copied: readers see what the records say, on the day they read or on that of publishing, as you choose when you publish.`,
      action: $localize`:@@recap-desk.figure.action:Place it in the text`,
      choices: [
        ...placeable.map((figure) => ({
          value: figureKey(figure),
          label: this.figures.value(figure),
          hint: this.figures.explanation(figure),
        })),
        ...(hasSeveral ? [{ value: SEVERAL, ...severalWords() }] : []),
      ],
    });
    if (key === SEVERAL) {
      await this.select(editor, null);
      return;
    }
    const chosen = placeable.find((figure) => figureKey(figure) === key);
    const chain = editor.chain().focus();
    if (!chosen) chain.run();
    else {
      const { measure, sessionId } = chosen;
      chain.insertContent({ type: 'figureValue', attrs: { measure, sessionId } }).run();
    }
  }

  /** Whether a live number is selected. */
  isAt(editor: Editor): boolean {
    const { selection } = editor.state;
    return selection instanceof NodeSelection && selection.node.type.name === 'figureValue';
  }

  /** Lets the writer choose how the selected number is said. */
  async round(editor: Editor): Promise<void> {
    const attrs = editor.getAttributes('figureValue') as SelectionAnswer & FigureRequest;
    if (attrs.sessionIds) {
      await this.select(editor, { ...attrs, rounding: attrs.rounding ?? 'exact' });
      return;
    }
    const figure = this.figures.find(editor.getAttributes('figureValue') as FigureRequest);
    const rounding = await this.ask.choose({
      title: $localize`:@@recap-desk.figure.rounding:How is the number said?`,
      text: $localize`:@@recap-desk.figure.rounding-text:It goes on following the records, whichever way it is said.`,
      action: $localize`:@@recap-desk.words.take:Take over`,
      choices: FIGURE_ROUNDINGS.map((value) => ({
        value,
        label: roundingWords(value),
        hint: figure ? this.figures.value(figure, value) : '',
      })),
    });
    const chain = editor.chain().focus();
    if (rounding === null) chain.run();
    else chain.updateAttributes('figureValue', { rounding: rounding === 'exact' ? null : rounding }).run();
  }

  /** Sessions and number are chosen together. @param known what is selected, to be changed; null: a new one is placed */
  private async select(editor: Editor, known: SelectionAnswer | null): Promise<void> {
    const dialog = this.dialogs.open<SelectionDialog, SelectionQuestion, SelectionAnswer>(SelectionDialog, {
      data: { values: this.figures, known },
      width: '40rem',
      restoreFocus: false,
    });
    const answer = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
    const chain = editor.chain().focus();
    if (!answer) {
      chain.run();
      return;
    }
    const { measure, sessionIds, rounding } = answer;
    const attrs = { measure, sessionId: null, sessionIds, rounding: rounding === 'exact' ? null : rounding };
    if (known) chain.updateAttributes('figureValue', attrs).run();
    else chain.insertContent({ type: 'figureValue', attrs }).run();
  }

  private async sayNone(): Promise<void> {
    await this.ask.confirm({
      title: $localize`:@@recap-desk.figure.empty:No number to place yet`,
      text: $localize`:@@recap-desk.figure.empty-text:Choose the sessions this recap looks back on; their figures, counted or stated, can then stand in the text.`,
      action: $localize`:@@recap-desk.figure.empty-action:Understood`,
    });
  }
}

function severalWords() {
  return {
    label: $localize`:@@recap-desk.figure.several:Over several sessions …`,
    hint: $localize`:@@recap-desk.figure.several-hint:You choose which, and each person is counted once`,
  };
}
