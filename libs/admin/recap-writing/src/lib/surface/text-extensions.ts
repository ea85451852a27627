import type { Injector } from '@angular/core';
import { Extension, Node, type Extensions } from '@tiptap/core';
import Placeholder from '@tiptap/extension-placeholder';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { search } from 'prosemirror-search';
import { HEADING_LEVELS } from '@reihe/shared-contracts';
import { DOCUMENT_CHILDREN, isSafeLink } from '@reihe/shared-recap-policies';
import { BlockIds } from '../blocks/block-ids';
import { blockNodes } from '../blocks/block-nodes';
import { MoveBlock } from '../blocks/move-block';
import { slashMenu, type SlashListener } from '../blocks/slash-menu';
import { figureValue } from '@reihe/admin-recap-figures';

/** What may stand inside, where the contract is stricter than Tiptap: else a paste could not be saved. */
const CONTENT: Record<string, string> = {
  listItem: `paragraph (${DOCUMENT_CHILDREN.listItem.join(' | ')})*`,
  blockquote: `(${DOCUMENT_CHILDREN.blockquote.join(' | ')})+`,
};
const CELL = `(${DOCUMENT_CHILDREN.tableCell.join(' | ')})+`;

const StrictKit = StarterKit.extend({
  addExtensions() {
    const kit: Extensions = this.parent?.() ?? [];
    return kit.map((extension) => {
      const content = CONTENT[extension.name];
      return content !== undefined && extension instanceof Node ? extension.extend({ content }) : extension;
    });
  },
});

/** Who said it: beside the quotation, not in its text. */
const QuoteSource = Extension.create({
  name: 'quoteSource',
  addGlobalAttributes: () => [
    {
      types: ['blockquote'],
      attributes: {
        source: {
          default: null,
          parseHTML: (element: HTMLElement) => element.dataset['source'] ?? null,
          renderHTML: ({ source }: Record<string, unknown>) =>
            typeof source === 'string' && source !== '' ? { 'data-source': source } : {},
        },
      },
    },
  ],
});

export interface TextKeys {
  link: () => void;
  figure: () => void;
  toolbar: () => void;
  find: () => void;
  /** What belongs to the block at the cursor. */
  details: () => void;
  quiet: () => void;
}

/** Tiptap, held to the nodes and marks that a recap's document may have. */
export function textExtensions(
  injector: Injector,
  placeholder: string,
  keys: TextKeys,
  slash: SlashListener,
): Extensions {
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
    Table.configure({ resizable: false }),
    TableRow.extend({ content: '(tableCell | tableHeader)+' }),
    TableHeader.extend({ content: CELL }),
    TableCell.extend({ content: CELL }),
    QuoteSource,
    ...blockNodes(injector),
    figureValue(injector),
    BlockIds,
    MoveBlock,
    slashMenu(slash),
    Extension.create({ name: 'search', addProseMirrorPlugins: () => [search()] }),
    Extension.create({
      name: 'recapKeys',
      addKeyboardShortcuts: () => ({
        'Mod-k': () => did(keys.link),
        'Mod-Alt-f': () => did(keys.figure),
        'Mod-f': () => did(keys.find),
        'Mod-Alt-d': () => did(keys.details),
        'Mod-Shift-Enter': () => did(keys.quiet),
        'Alt-F10': () => did(keys.toolbar),
      }),
    }),
  ];
}

function did(act: () => void): true {
  act();
  return true;
}
