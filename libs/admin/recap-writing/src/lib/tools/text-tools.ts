import type { Editor } from '@tiptap/core';
import type {} from '@tiptap/extension-table';
import type {} from '@tiptap/starter-kit';
import { HEADING_LEVELS } from '@reihe/shared-contracts';

/** One button of the toolbar. */
export interface TextTool {
  name: string;
  /** What stands on the button, where its label is not short enough. */
  sign?: string;
  label: string;
  /** As `aria-keyshortcuts` wants it. */
  keys?: string;
  /** Undefined: a thing to do, not a state to be in. */
  isOn?: (editor: Editor) => boolean;
  /** Undefined: always there. */
  isShown?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

/** What words can be. */
export function wordTools(): readonly TextTool[] {
  return [
    {
      name: 'bold',
      sign: 'B',
      label: $localize`:@@recap-desk.tool.bold:Bold`,
      keys: 'Control+B',
      isOn: (editor) => editor.isActive('bold'),
      run: (editor) => editor.chain().focus().toggleBold().run(),
    },
    {
      name: 'italic',
      sign: 'I',
      label: $localize`:@@recap-desk.tool.italic:Italic`,
      keys: 'Control+I',
      isOn: (editor) => editor.isActive('italic'),
      run: (editor) => editor.chain().focus().toggleItalic().run(),
    },
    ...HEADING_LEVELS.map((level) => ({
      name: `heading-${level}`,
      sign: `H${level}`,
      label: $localize`:@@recap-desk.tool.heading:Heading ${level}:level:`,
      keys: `Control+Alt+${level}`,
      isOn: (editor: Editor) => editor.isActive('heading', { level }),
      run: (editor: Editor) => editor.chain().focus().toggleHeading({ level }).run(),
    })),
    {
      name: 'bullets',
      label: $localize`:@@recap-desk.tool.bullets:List`,
      keys: 'Control+Shift+8',
      isOn: (editor) => editor.isActive('bulletList'),
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
    },
    {
      name: 'numbers',
      label: $localize`:@@recap-desk.tool.numbers:Numbered list`,
      sign: $localize`:@@recap-desk.tool.numbers-sign:1. List`,
      keys: 'Control+Shift+7',
      isOn: (editor) => editor.isActive('orderedList'),
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    },
    {
      name: 'quote',
      label: $localize`:@@recap-desk.tool.quote:Quotation`,
      keys: 'Control+Shift+B',
      isOn: (editor) => editor.isActive('blockquote'),
      run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    },
  ];
}

export function historyTools(): readonly TextTool[] {
  return [
    {
      name: 'undo',
      label: $localize`:@@recap-desk.tool.undo:Undo`,
      keys: 'Control+Z',
      run: (editor) => editor.chain().focus().undo().run(),
    },
    {
      name: 'redo',
      label: $localize`:@@recap-desk.tool.redo:Redo`,
      keys: 'Control+Shift+Z',
      run: (editor) => editor.chain().focus().redo().run(),
    },
  ];
}

const inTable = (editor: Editor) => editor.isActive('table');

/** Only while the cursor is in a table. */
export function tableTools(): readonly TextTool[] {
  return [
    {
      name: 'row-add',
      label: $localize`:@@recap-desk.tool.row-add:Row below`,
      isShown: inTable,
      run: (editor) => editor.chain().focus().addRowAfter().run(),
    },
    {
      name: 'column-add',
      label: $localize`:@@recap-desk.tool.column-add:Column after`,
      isShown: inTable,
      run: (editor) => editor.chain().focus().addColumnAfter().run(),
    },
    {
      name: 'row-drop',
      label: $localize`:@@recap-desk.tool.row-drop:Remove row`,
      isShown: inTable,
      run: (editor) => editor.chain().focus().deleteRow().run(),
    },
    {
      name: 'column-drop',
      label: $localize`:@@recap-desk.tool.column-drop:Remove column`,
      isShown: inTable,
      run: (editor) => editor.chain().focus().deleteColumn().run(),
    },
    {
      name: 'table-head',
      label: $localize`:@@recap-desk.tool.table-head:Head row`,
      isShown: inTable,
      run: (editor) => editor.chain().focus().toggleHeaderRow().run(),
    },
    {
      name: 'table-drop',
      label: $localize`:@@recap-desk.tool.table-drop:Remove table`,
      isShown: inTable,
      run: (editor) => editor.chain().focus().deleteTable().run(),
    },
  ];
}
