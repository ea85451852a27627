import type { Editor } from '@tiptap/core';
import { historyTools, tableTools, wordTools, type TextTool } from '../tools/text-tools';

/** What the surface does itself, for the buttons of its toolbar. */
export interface SurfaceActs {
  link: (editor: Editor) => void;
  insert: (editor: Editor) => void;
  figure: (editor: Editor) => void;
  canDescribe: (editor: Editor) => boolean;
  describe: (editor: Editor) => void;
  toggleWidth: (editor: Editor) => void;
  find: () => void;
  quiet: () => void;
  isQuiet: () => boolean;
}

/** All tools of a recap's text, in the order of the toolbar. */
export function surfaceTools(acts: SurfaceActs): readonly TextTool[] {
  return [
    ...wordTools(),
    {
      name: 'link',
      label: $localize`:@@recap-desk.tool.link:Link`,
      keys: 'Control+K',
      isOn: (editor) => editor.isActive('link'),
      run: acts.link,
    },
    {
      name: 'figure',
      label: $localize`:@@recap-desk.tool.figure:Live number`,
      keys: 'Control+Alt+F',
      run: acts.figure,
    },
    { name: 'insert', label: $localize`:@@recap-desk.tool.insert:Insert …`, keys: '/', run: acts.insert },
    {
      name: 'details',
      label: $localize`:@@recap-desk.tool.details:Details …`,
      keys: 'Control+Alt+D',
      isShown: acts.canDescribe,
      run: acts.describe,
    },
    {
      name: 'width',
      label: $localize`:@@recap-desk.tool.wide:As wide as the page`,
      isShown: (editor) => editor.isActive('picture'),
      isOn: (editor) => editor.isActive('picture', { size: 'wide' }),
      run: acts.toggleWidth,
    },
    ...tableTools(),
    ...historyTools(),
    { name: 'find', label: $localize`:@@recap-desk.tool.find:Find`, keys: 'Control+F', run: acts.find },
    {
      name: 'quiet',
      label: $localize`:@@recap-desk.tool.quiet:Only the text`,
      keys: 'Control+Shift+Enter',
      isOn: acts.isQuiet,
      run: acts.quiet,
    },
  ];
}
