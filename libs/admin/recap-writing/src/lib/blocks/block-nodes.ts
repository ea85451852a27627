import type { Injector } from '@angular/core';
import { mergeAttributes, Node, type Attribute, type NodeConfig } from '@tiptap/core';
import { AngularNodeViewRenderer } from 'ngx-tiptap';
import { CardBlock } from './card-block';
import { PictureBlock } from './picture-block';
import { VideoBlock } from './video-block';

/** An attribute that the clipboard carries as `data-…`, so that what is copied from one language's text into the other's stays whole. */
function carried(name: string, ifMissing: unknown = null): Attribute {
  const key = `data-${name.toLowerCase()}`;
  return {
    default: ifMissing,
    parseHTML: (element: HTMLElement) => {
      const text = element.getAttribute(key);
      if (text === null) return ifMissing;
      return Array.isArray(ifMissing) ? text.split(' ').filter(Boolean) : text;
    },
    renderHTML: (attrs: Record<string, unknown>) => {
      const value = attrs[name];
      const text = Array.isArray(value) ? value.join(' ') : value;
      return typeof text === 'string' && text !== '' ? { [key]: text } : {};
    },
  };
}

function atom(name: string, attributes: Record<string, Attribute>, view: NodeConfig['addNodeView']) {
  const tag = `reihe-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => attributes,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes)],
    ...(view && { addNodeView: view }),
  });
}

/** The blocks of a recap that are more than words; what they show comes from the page around (`TextSources`). */
export function blockNodes(injector: Injector): Node[] {
  const pictures = () => AngularNodeViewRenderer(PictureBlock, { injector });
  const cards = () => AngularNodeViewRenderer(CardBlock, { injector });
  return [
    atom(
      'picture',
      { mediaId: carried('mediaId'), caption: carried('caption', ''), size: carried('size', 'text') },
      pictures,
    ),
    atom('gallery', { mediaIds: carried('mediaIds', []), caption: carried('caption', '') }, pictures),
    atom('sessionCard', { sessionId: carried('sessionId') }, cards),
    atom('speakerCard', { speakerId: carried('speakerId') }, cards),
    atom('video', { href: carried('href'), title: carried('title', ''), posterId: carried('posterId') }, () =>
      AngularNodeViewRenderer(VideoBlock, { injector }),
    ),
    factBox,
    footnote,
  ];
}

const factBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: '(paragraph | bulletList | orderedList)+',
  defining: true,
  addAttributes: () => ({ title: carried('title', '') }),
  parseHTML: () => [{ tag: 'aside' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes), 0],
});

const footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ note: carried('note', '') }),
  parseHTML: () => [{ tag: 'reihe-footnote' }],
  renderHTML: ({ HTMLAttributes, node }) => [
    'reihe-footnote',
    mergeAttributes(HTMLAttributes, { title: node.attrs['note'] as string }),
  ],
});
