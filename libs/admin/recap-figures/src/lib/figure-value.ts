import type { Injector } from '@angular/core';
import { mergeAttributes, Node } from '@tiptap/core';
import { AngularNodeViewRenderer } from 'ngx-tiptap';
import { FigureChip } from './figure-chip';

/** A live number in the text: an atom that is kept as what it counts and shown with its value of today. */
export function figureValue(injector: Injector) {
  return Node.create({
    name: 'figureValue',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes() {
      return {
        measure: {
          default: null,
          parseHTML: (element) => element.dataset['measure'],
          renderHTML: ({ measure }) => ({ 'data-measure': measure as string }),
        },
        sessionId: {
          default: null,
          parseHTML: (element) => element.dataset['session'] ?? null,
          renderHTML: ({ sessionId }) => (sessionId ? { 'data-session': sessionId as string } : {}),
        },
        sessionIds: {
          default: null,
          parseHTML: (element) => element.dataset['sessions']?.split(' ') ?? null,
          renderHTML: ({ sessionIds }) =>
            sessionIds ? { 'data-sessions': (sessionIds as string[]).join(' ') } : {},
        },
        rounding: {
          default: null,
          parseHTML: (element) => element.dataset['rounding'] ?? null,
          renderHTML: ({ rounding }) => (rounding ? { 'data-rounding': rounding as string } : {}),
        },
      };
    },
    // The clipboard's form: a number copied from one language's text into the other's stays live.
    parseHTML() {
      return [{ tag: 'data[data-measure]' }];
    },
    renderHTML({ HTMLAttributes }) {
      return ['data', mergeAttributes(HTMLAttributes)];
    },
    addNodeView() {
      return AngularNodeViewRenderer(FigureChip, { injector });
    },
  });
}
