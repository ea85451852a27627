import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { DOCUMENT_BLOCKS } from '@reihe/shared-recap-policies';

const ID_LENGTH = 10;

/**
 * Every block of the document keeps a name of its own, whatever is written around it: merging, comments and translations find it by
 * that. A new one, one that was pasted and the second half of one that was split are named with the change that makes them.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes() {
    return [
      {
        types: [...DOCUMENT_BLOCKS],
        attributes: {
          id: {
            default: null,
            // A copy is another block.
            parseHTML: () => null,
            // Comments find their block by it.
            renderHTML: ({ id }) => (typeof id === 'string' ? { 'data-id': id } : {}),
            keepOnSplit: false,
          },
        },
      },
    ];
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('blockIds'),
        appendTransaction: (transactions, _before, state) =>
          transactions.some(({ docChanged }) => docChanged) ? named(state) : null,
      }),
    ];
  },
});

/** null: every block has a name of its own already. */
function named(state: EditorState): Transaction | null {
  const taken = new Set<string>();
  const change = state.tr;
  state.doc.forEach((block, offset) => {
    const id = block.attrs['id'] as string | null;
    if (id !== null && !taken.has(id)) {
      taken.add(id);
      return;
    }
    const fresh = blockId();
    taken.add(fresh);
    change.setNodeAttribute(offset, 'id', fresh);
  });
  return change.docChanged ? change.setMeta('addToHistory', false) : null;
}

/** Ten letters and digits: two of one text are alike once in 10^15. */
function blockId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, ID_LENGTH);
}
