import { Extension, type Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { RichNodeType } from '@reihe/shared-contracts';

const CHIPS: readonly string[] = ['figureValue', 'footnote'] satisfies RichNodeType[];

/** Numbers and notes do not go with the words beside them: the first key selects one, the second takes it out. */
export const GuardChips = Extension.create({
  name: 'guardChips',
  priority: 1000,
  addKeyboardShortcuts: () => ({
    Backspace: ({ editor }) => selectChip(editor, -1),
    'Mod-Backspace': ({ editor }) => selectChip(editor, -1),
    Delete: ({ editor }) => selectChip(editor, 1),
    'Mod-Delete': ({ editor }) => selectChip(editor, 1),
  }),
});

function selectChip({ state, view }: Editor, side: -1 | 1): boolean {
  const { selection, doc, tr } = state;
  const { $from, from } = selection;
  const chip = side < 0 ? $from.nodeBefore : $from.nodeAfter;
  if (!selection.empty || !chip || !CHIPS.includes(chip.type.name)) return false;
  view.dispatch(tr.setSelection(NodeSelection.create(doc, side < 0 ? from - chip.nodeSize : from)));
  return true;
}
