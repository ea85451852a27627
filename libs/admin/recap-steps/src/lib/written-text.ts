import { isLanguage, type Language } from '@reihe/shared-contracts';
import type { CommentAnchor } from '@reihe/shared-editorial';
import { commentAnchor, type CommentPlace, type TextBlock } from '@reihe/shared-recap-policies';

/** Where the text of one language is written; whatever writes it there. */
const SURFACE = '[role="textbox"][aria-multiline="true"][lang]';

export function surfaceOf(document: Document, language: Language): HTMLElement | null {
  const surfaces = document.querySelectorAll<HTMLElement>(SURFACE);
  return [...surfaces].find((surface) => surface.lang === language && surface.children.length > 0) ?? null;
}

/** The text as it stands there now, block by block. */
export function blocksOf(surface: HTMLElement): TextBlock[] {
  return [...surface.children].map((block) => ({
    id: block.getAttribute('data-id'),
    text: block.textContent,
  }));
}

/** What is selected in one of the texts; null: nothing, or something else. Of several blocks the first one counts. */
export function selectedWords(document: Document): CommentAnchor | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const surface = elementOf(range.startContainer)?.closest<HTMLElement>(SURFACE);
  if (!surface || !isLanguage(surface.lang)) return null;
  const block = [...surface.children].find((child) => child.contains(range.startContainer));
  if (!block) return null;
  const start = offsetIn(block, range.startContainer, range.startOffset);
  const end = block.contains(range.endContainer)
    ? offsetIn(block, range.endContainer, range.endOffset)
    : block.textContent.length;
  const anchor = commentAnchor({ id: block.getAttribute('data-id'), text: block.textContent }, start, end);
  return anchor && { language: surface.lang, ...anchor };
}

/** Selects the words and brings them into view; the text has the focus then. */
export function showPlace(surface: HTMLElement, { block, start, end }: CommentPlace): void {
  const element = surface.children[block];
  if (!element) return;
  const document = surface.ownerDocument;
  const range = document.createRange();
  const from = pointIn(element, start);
  const to = pointIn(element, end);
  if (!from || !to) return;
  surface.focus({ preventScroll: true });
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  element.scrollIntoView({ block: 'center' });
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function offsetIn(block: Element, node: Node, offset: number): number {
  const before = block.ownerDocument.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  return before.toString().length;
}

function pointIn(block: Element, offset: number): { node: Node; offset: number } | null {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (passed + length >= offset) return { node, offset: offset - passed };
    passed += length;
  }
  return null;
}
