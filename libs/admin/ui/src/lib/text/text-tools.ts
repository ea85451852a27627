import type { ChainedCommands, Editor } from '@tiptap/core';
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
  /** Runs on the text that has the focus. */
  run: (chain: ChainedCommands) => ChainedCommands;
}

export function textTools(): readonly TextTool[] {
  return [
    {
      name: 'bold',
      sign: 'B',
      label: $localize`:@@recap-desk.tool.bold:Bold`,
      keys: 'Control+B',
      isOn: (editor) => editor.isActive('bold'),
      run: (chain) => chain.toggleBold(),
    },
    {
      name: 'italic',
      sign: 'I',
      label: $localize`:@@recap-desk.tool.italic:Italic`,
      keys: 'Control+I',
      isOn: (editor) => editor.isActive('italic'),
      run: (chain) => chain.toggleItalic(),
    },
    ...HEADING_LEVELS.map((level) => ({
      name: `heading-${level}`,
      sign: `H${level}`,
      label: $localize`:@@recap-desk.tool.heading:Heading ${level}:level:`,
      keys: `Control+Alt+${level}`,
      isOn: (editor: Editor) => editor.isActive('heading', { level }),
      run: (chain: ChainedCommands) => chain.toggleHeading({ level }),
    })),
    {
      name: 'bullets',
      label: $localize`:@@recap-desk.tool.bullets:List`,
      keys: 'Control+Shift+8',
      isOn: (editor) => editor.isActive('bulletList'),
      run: (chain) => chain.toggleBulletList(),
    },
    {
      name: 'numbers',
      label: $localize`:@@recap-desk.tool.numbers:Numbered list`,
      sign: $localize`:@@recap-desk.tool.numbers-sign:1. List`,
      keys: 'Control+Shift+7',
      isOn: (editor) => editor.isActive('orderedList'),
      run: (chain) => chain.toggleOrderedList(),
    },
    {
      name: 'quote',
      label: $localize`:@@recap-desk.tool.quote:Quotation`,
      keys: 'Control+Shift+B',
      isOn: (editor) => editor.isActive('blockquote'),
      run: (chain) => chain.toggleBlockquote(),
    },
    {
      name: 'rule',
      label: $localize`:@@recap-desk.tool.rule:Dividing line`,
      run: (chain) => chain.setHorizontalRule(),
    },
    {
      name: 'undo',
      label: $localize`:@@recap-desk.tool.undo:Undo`,
      keys: 'Control+Z',
      run: (chain) => chain.undo(),
    },
    {
      name: 'redo',
      label: $localize`:@@recap-desk.tool.redo:Redo`,
      keys: 'Control+Shift+Z',
      run: (chain) => chain.redo(),
    },
  ];
}
