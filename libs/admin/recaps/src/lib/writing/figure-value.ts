import { mergeAttributes, Node } from '@tiptap/core';
import type { Measure } from '@reihe/shared-contracts';

export interface FigureAttributes {
  measure: Measure;
  sessionId: string | null;
}

/**
 * A live value in the text: kept as what it counts, shown as a chip with words for it. `words` names it in the editor's
 * language; readers get the number.
 */
export const FigureValue = Node.create<{ words: (figure: FigureAttributes) => string }>({
  name: 'figureValue',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions() {
    return { words: ({ measure }) => measure };
  },
  addAttributes() {
    return { measure: { default: 'confirmed' }, sessionId: { default: null } };
  },
  parseHTML() {
    return [{ tag: 'data[data-measure]' }];
  },
  renderHTML({ node, HTMLAttributes }) {
    const figure = node.attrs as FigureAttributes;
    return [
      'data',
      mergeAttributes(HTMLAttributes, { 'data-measure': figure.measure, class: 'figure-value' }),
      this.options.words(figure),
    ];
  },
});
