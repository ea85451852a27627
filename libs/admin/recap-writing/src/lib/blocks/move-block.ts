import { Extension, type Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

/** Blocks change places with their neighbours: Alt and the arrows, as editors of code do it. */
export const MoveBlock = Extension.create({
  name: 'moveBlock',
  addKeyboardShortcuts() {
    return {
      'Alt-ArrowUp': ({ editor }) => moveBlock(editor, -1),
      'Alt-ArrowDown': ({ editor }) => moveBlock(editor, 1),
    };
  },
});

/** @returns false where there is no neighbour; the cursor goes along */
export function moveBlock({ state, view }: Editor, by: -1 | 1): boolean {
  const { selection, doc, tr } = state;
  const index = selection.$from.index(0);
  const other = index + by;
  if (other < 0 || other >= doc.childCount) return false;
  const start = startOf(doc, index);
  const block = doc.child(index);
  const neighbour = doc.child(other);
  const shift = by * neighbour.nodeSize;
  // Removed and put in anew: the block keeps its name, for its old place is gone in the same change.
  tr.delete(start, start + block.nodeSize);
  tr.insert(start + shift, block);
  tr.setSelection(
    selection instanceof NodeSelection
      ? NodeSelection.create(tr.doc, selection.from + shift)
      : TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift),
  );
  view.dispatch(tr.scrollIntoView());
  return true;
}

function startOf(doc: Editor['state']['doc'], index: number): number {
  let at = 0;
  for (let before = 0; before < index; before++) at += doc.child(before).nodeSize;
  return at;
}
