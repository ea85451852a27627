import { Extension, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import Suggestion from '@tiptap/suggestion';

/** What was typed after the slash, and where the menu belongs. */
export interface SlashQuery {
  typed: string;
  range: Range;
  /** Of the slash, in the window. */
  place: DOMRect | null;
}

export interface SlashListener {
  opened: (query: SlashQuery) => void;
  closed: () => void;
  /** @returns whether the key was for the menu */
  pressed: (event: KeyboardEvent) => boolean;
}

/** A slash at the beginning of a word asks what is to be put there. */
export function slashMenu(listener: SlashListener): Extension {
  return Extension.create({
    name: 'slashMenu',
    addProseMirrorPlugins() {
      return [
        Suggestion({
          editor: this.editor,
          pluginKey: new PluginKey('slashMenu'),
          char: '/',
          // "and/or" and addresses stay what they are.
          allowedPrefixes: [' '],
          // Some blocks have names of two words.
          allowSpaces: true,
          items: () => [],
          render: () => ({
            onStart: ({ query, range, clientRect }) => {
              listener.opened({ typed: query, range, place: clientRect?.() ?? null });
            },
            onUpdate: ({ query, range, clientRect }) => {
              listener.opened({ typed: query, range, place: clientRect?.() ?? null });
            },
            onExit: () => {
              listener.closed();
            },
            onKeyDown: ({ event }) => listener.pressed(event),
          }),
        }),
      ];
    },
  });
}
