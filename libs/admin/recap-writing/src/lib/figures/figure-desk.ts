import { inject, Injectable } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import {
  FIGURE_ROUNDINGS,
  figureKey,
  type FigureRequest,
  type FigureRounding,
} from '@reihe/shared-contracts';
import { Ask } from '@reihe/admin-ui';
import { FigureValues } from './figure-values';

/** Lets the writer choose a live number, and puts it into the text. */
@Injectable()
export class FigureDesk {
  private readonly ask = inject(Ask);
  private readonly figures = inject(FigureValues);

  async place(editor: Editor): Promise<void> {
    const placeable = this.figures.placeable();
    if (placeable.length === 0) return this.sayNone();
    const key = await this.ask.choose({
      title: $localize`:@@recap-desk.figure.title:Which number?`,
      text: $localize`:@@recap-desk.figure.text:It is never copied: readers always see what the records say on the day they read.`,
      action: $localize`:@@recap-desk.figure.action:Place it in the text`,
      choices: placeable.map((figure) => ({
        value: figureKey(figure),
        label: this.figures.value(figure),
        hint: this.figures.explanation(figure),
      })),
    });
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

  private async sayNone(): Promise<void> {
    await this.ask.confirm({
      title: $localize`:@@recap-desk.figure.empty:No number to place yet`,
      text: $localize`:@@recap-desk.figure.empty-text:Choose the sessions this recap looks back on; their figures, counted or stated, can then stand in the text.`,
      action: $localize`:@@recap-desk.figure.empty-action:Understood`,
    });
  }
}

function roundingWords(rounding: FigureRounding): string {
  switch (rounding) {
    case 'exact':
      return $localize`:@@recap-desk.figure.exact:As it is`;
    case 'tens':
      return $localize`:@@recap-desk.figure.tens:More than the next lower ten`;
    case 'hundreds':
      return $localize`:@@recap-desk.figure.hundreds:More than the next lower hundred`;
    case 'thousands':
      return $localize`:@@recap-desk.figure.thousands:More than the next lower thousand`;
  }
}
