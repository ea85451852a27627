/** What Word and web pages put into the clipboard, as plain structure: the editor's schema then keeps what a recap may hold. */
export interface CleanedPaste {
  html: string;
  /** Pictures that were left out: they belong into the media library, with their rights. */
  pictures: number;
}

const NEVER =
  'script, style, meta, link, title, template, iframe, object, embed, form, input, button, select, textarea, o\\:p';
/** Word's own lists are paragraphs with a bullet typed before them. */
const WORD_LIST = /mso-list:\s*l\d+\s+level(\d+)/i;
const NUMBERED = /^\s*(\d+|[a-z]|[ivx]+)[.)]/i;

/** @param html as it stands in the clipboard; nothing of it is run or loaded */
export function cleanPasted(html: string): CleanedPaste {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll(NEVER)) element.remove();
  removeComments(body);
  const pictures = body.querySelectorAll('img, picture, svg, v\\:imagedata').length;
  for (const picture of body.querySelectorAll('img, picture, svg, v\\:imagedata')) picture.remove();
  unwrapGoogleDocs(body);
  lowerHeadings(body);
  listWordParagraphs(body);
  dropWordNotes(body);
  dropEmptyParagraphs(body);
  return { html: body.innerHTML, pictures };
}

function removeComments(root: Node): void {
  for (const child of [...root.childNodes]) {
    if (child.nodeType === Node.COMMENT_NODE) child.remove();
    else removeComments(child);
  }
}

/** It wraps everything into one bold element that says it is not bold. */
function unwrapGoogleDocs(body: HTMLElement): void {
  for (const bold of body.querySelectorAll<HTMLElement>('b')) {
    const weight = bold.style.fontWeight;
    if (weight === 'normal' || weight === '400') bold.replaceWith(...bold.childNodes);
  }
  for (const span of body.querySelectorAll<HTMLElement>('span')) {
    const { fontWeight, fontStyle } = span.style;
    if (Number(fontWeight) >= 600 || fontWeight === 'bold') wrapContent(span, 'strong');
    if (fontStyle === 'italic') wrapContent(span, 'em');
  }
}

function wrapContent(element: HTMLElement, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/** The title of the page is the only heading of the first level; below the fourth there is none. */
function lowerHeadings(body: HTMLElement): void {
  for (const heading of body.querySelectorAll('h1, h5, h6')) {
    const lowered = heading.ownerDocument.createElement(heading.tagName === 'H1' ? 'h2' : 'h4');
    lowered.append(...heading.childNodes);
    heading.replaceWith(lowered);
  }
}

function listWordParagraphs(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p')) {
    const level = Number(WORD_LIST.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 0);
    if (level === 0) continue;
    const marker = paragraph.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]');
    const isNumbered = NUMBERED.test(marker?.textContent ?? '');
    marker?.remove();
    const item = paragraph.ownerDocument.createElement('li');
    const line = paragraph.ownerDocument.createElement('p');
    line.append(...paragraph.childNodes);
    item.append(line);
    listFor(paragraph, level, isNumbered ? 'OL' : 'UL').append(item);
    paragraph.remove();
  }
}

/** The list that ends right before the paragraph, as deep as the level says, or a new one. */
function listFor(paragraph: Element, level: number, tag: 'OL' | 'UL'): Element {
  const before = paragraph.previousElementSibling;
  let list = before && ['OL', 'UL'].includes(before.tagName) ? before : null;
  if (!list || (level === 1 && list.tagName !== tag)) {
    list = paragraph.ownerDocument.createElement(tag);
    paragraph.before(list);
  }
  for (let depth = 1; depth < level; depth++) {
    const last: Element | null = list.lastElementChild;
    if (!last) break;
    const inner: Element | null = last.lastElementChild;
    if (inner && ['OL', 'UL'].includes(inner.tagName)) list = inner;
    else {
      const made = paragraph.ownerDocument.createElement(tag);
      last.append(made);
      list = made;
    }
  }
  return list;
}

/** Links to notes of a document that was not pasted lead nowhere. */
function dropWordNotes(body: HTMLElement): void {
  for (const link of body.querySelectorAll('a[href^="#_"], a[name]:not([href])'))
    link.replaceWith(...link.childNodes);
}

function dropEmptyParagraphs(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p'))
    if (!paragraph.textContent?.replaceAll('\u00a0', ' ').trim() && !paragraph.querySelector('br'))
      paragraph.remove();
}
