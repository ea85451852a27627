import type { Injector } from '@angular/core';
import { Extension, Node, type Extensions } from '@tiptap/core';
import Placeholder from '@tiptap/extension-placeholder';
import StarterKit from '@tiptap/starter-kit';
import { HEADING_LEVELS } from '@reihe/shared-contracts';
import { isSafeLink } from '@reihe/shared-recap-policies';
import { figureValue } from './figure-value';

/** What may stand inside, where the contract is stricter than Tiptap: else a paste could not be saved. */
const CONTENT: Record<string, string> = {
  listItem: 'paragraph (paragraph | bulletList | orderedList | blockquote)*',
  blockquote: '(paragraph | bulletList | orderedList)+',
};

const StrictKit = StarterKit.extend({
  addExtensions() {
    const kit: Extensions = this.parent?.() ?? [];
    return kit.map((extension) => {
      const content = CONTENT[extension.name];
      return content !== undefined && extension instanceof Node ? extension.extend({ content }) : extension;
    });
  },
});

export interface TextKeys {
  link: () => void;
  figure: () => void;
  toolbar: () => void;
}

/** Tiptap, held to the nodes and marks that a recap's document may have. */
export function textExtensions(injector: Injector, placeholder: string, keys: TextKeys): Extensions {
  return [
    StrictKit.configure({
      heading: { levels: [...HEADING_LEVELS] },
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      link: { openOnClick: false, isAllowedUri: (href) => isSafeLink(href) },
    }),
    Placeholder.configure({ placeholder }),
    figureValue(injector),
    Extension.create({
      name: 'recapKeys',
      addKeyboardShortcuts: () => ({
        'Mod-k': () => did(keys.link),
        'Mod-Alt-f': () => did(keys.figure),
        'Alt-F10': () => did(keys.toolbar),
      }),
    }),
  ];
}

function did(act: () => void): true {
  act();
  return true;
}
