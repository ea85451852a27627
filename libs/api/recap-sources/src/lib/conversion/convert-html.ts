import { DOCUMENT_LIMITS, type RichMark, type RichNode } from '@reihe/shared-contracts';
import { DOCUMENT_CHILDREN, isSafeLink, isWebAddress } from '@reihe/shared-recap-policies';
import { absoluteAddress, pictureOf } from './find-picture';
import { InlineLine } from './inline-line';
import { itemsOf } from './list-items';
import { Losses } from './losses';
import {
  elementsOf,
  isMarkup,
  lineOf,
  parseMarkup,
  textOf,
  UNREAD,
  type Markup,
  type MarkupNode,
} from './markup';
import { videoBlock, type FoundPicture, type Piece } from './pieces';
import { readTable } from './read-table';
import { withoutShortcodes } from './shortcodes';
import { BLOCKS, BOLD, CONTROLS, FRAMES, INVISIBLE, ITALIC } from './tags';
import { filmAddress } from './videos';

export interface ConversionOptions {
  /** Where the text stood: relative addresses begin there. Empty: nowhere. */
  base: string;
  /** Lines are paragraphs where blank ones stand between them, as WordPress' classic editor keeps them; shortcodes are understood. */
  isClassic?: boolean;
  hasShortcodes?: boolean;
  /** Notes at the foot, by their id. */
  footnotes?: ReadonlyMap<string, string>;
  /** Numbers of the pictures that belong to the article, for a gallery that names none. */
  ownAttachments?: readonly string[];
}

type Place = 'doc' | 'listItem' | 'blockquote' | 'tableCell';

/** HTML of any origin as what a recap may hold. Never throws; no word that a reader would see is lost, but in forms. */
export function convertHtml(html: string, options: ConversionOptions, losses: Losses): Piece[] {
  const source = options.hasShortcodes ? withoutShortcodes(html, losses) : html;
  return new Conversion(options, losses).run(parseMarkup(source));
}

/** Where words go while elements are walked through. */
interface Flow {
  place: Place;
  /** Of the blocks that come here, as the document counts it. */
  depth: number;
  pieces: Piece[];
  line: InlineLine;
  isLoose: boolean;
  isKept: boolean;
}

class Conversion {
  /** Pictures of what may hold none: they follow it. */
  private waiting: FoundPicture[] = [];

  constructor(
    private readonly options: ConversionOptions,
    private readonly losses: Losses,
  ) {}

  run(nodes: readonly MarkupNode[]): Piece[] {
    return this.blocks(nodes, 'doc', 1);
  }

  private blocks(nodes: readonly MarkupNode[], place: Place, depth: number): Piece[] {
    const isLoose = this.options.isClassic === true;
    const flow: Flow = { place, depth, pieces: [], line: new InlineLine(), isLoose, isKept: false };
    this.walk(nodes, [], flow);
    this.flush(flow);
    return flow.pieces;
  }

  private walk(nodes: readonly MarkupNode[], marks: readonly RichMark[], flow: Flow): void {
    for (const node of nodes)
      if (isMarkup(node)) this.element(node, marks, flow);
      else this.text(node, marks, flow);
  }

  private text(text: string, marks: readonly RichMark[], flow: Flow): void {
    if (flow.isKept || flow.isLoose) this.lines(text, marks, flow);
    else flow.line.text(text, marks);
  }

  /** Where line ends mean something. */
  private lines(text: string, marks: readonly RichMark[], flow: Flow): void {
    const paragraphs = flow.isLoose ? text.split(/\r?\n[ \t]*\r?\n\s*/) : [text];
    paragraphs.forEach((paragraph, index) => {
      if (index > 0) this.flush(flow);
      paragraph.split(/\r?\n/).forEach((line, at) => {
        if (at > 0) flow.line.lineBreak();
        flow.line.text(line, marks, flow.isKept);
      });
    });
  }

  private element(element: Markup, marks: readonly RichMark[], flow: Flow): void {
    const { tag, attributes, children } = element;
    if (tag === 'script' || tag === 'style') return this.losses.note('scripts-dropped', `<${tag}>`);
    if (UNREAD.has(tag) || INVISIBLE.has(tag)) return;
    if (CONTROLS.has(tag)) return this.losses.note('forms-dropped');
    if (FRAMES.has(tag)) return this.frame(element, marks, flow);
    if (tag === 'img') return this.image(element, marks, flow);
    if (tag === 'br') return flow.line.lineBreak();
    if (tag === 'a') return this.walk(children, this.linked(attributes['href'], marks), flow);
    if (tag === 'sup' && this.footnote(attributes['data-fn'], flow)) return;
    if (BLOCKS.has(tag)) return this.block(element, marks, flow);
    if (BOLD.has(tag)) return this.walk(children, marked(marks, { type: 'bold' }), flow);
    if (ITALIC.has(tag)) return this.walk(children, marked(marks, { type: 'italic' }), flow);
    this.walk(children, marks, flow);
  }

  private block(element: Markup, marks: readonly RichMark[], flow: Flow): void {
    const { tag, children } = element;
    this.flush(flow);
    switch (tag) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.heading(element, marks, flow);
        break;
      case 'ul':
      case 'ol':
      case 'menu':
        this.list(element, marks, flow);
        break;
      case 'blockquote':
        this.quote(element, marks, flow);
        break;
      case 'table':
        this.table(element, marks, flow);
        break;
      case 'hr':
        if (flow.place === 'doc') this.push(flow, { type: 'horizontalRule' });
        break;
      case 'figure':
      case 'reihe-caption':
        this.figure(element, marks, flow);
        break;
      case 'reihe-gallery':
        this.gallery(element, flow);
        break;
      case 'pre':
        this.walk(children, marks, this.within(flow, { isKept: true, isLoose: false }));
        break;
      case 'p':
        this.walk(children, marks, this.within(flow, { isLoose: false }));
        break;
      case 'dt':
      case 'summary':
        this.walk(children, marked(marks, { type: 'bold' }), this.within(flow, { isLoose: false }));
        break;
      default:
        this.walk(children, marks, flow);
    }
    this.flush(flow);
  }

  /** Into the same pieces and line. */
  private within(flow: Flow, change: Partial<Flow>): Flow {
    return { ...flow, ...change };
  }

  private heading({ tag, children }: Markup, marks: readonly RichMark[], flow: Flow): void {
    if (flow.place !== 'doc' || elementsOf(children, ({ tag: inner }) => isHeavy(inner)).length > 0)
      return this.walk(children, marked(marks, { type: 'bold' }), this.within(flow, { isLoose: false }));
    const inner = this.within(flow, { isLoose: false, pieces: [], line: new InlineLine() });
    this.walk(children, marks, inner);
    // What is a block within a heading gives it another line.
    const lines = [...inner.pieces.flatMap((piece) => inlineOf(piece)), ...this.lineOf(inner)];
    const lineBreak: RichNode = { type: 'hardBreak' };
    const content = lines.flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line]));
    const level = Math.min(4, Math.max(2, Number(tag.slice(1))));
    if (content.length > 0) this.push(flow, { type: 'heading', attrs: { level }, content });
    flow.pieces.push(...inner.pieces.filter(({ kind }) => kind === 'pictures'));
  }

  private lineOf({ line }: Flow): RichNode[][] {
    const content = line.take();
    return content.length > 0 ? [content] : [];
  }

  private list(element: Markup, marks: readonly RichMark[], flow: Flow): void {
    if (flow.depth > DOCUMENT_LIMITS.depth - 3 || !mayHold(flow.place, 'bulletList'))
      return this.flattened(element.children, marks, flow);
    const items: RichNode[] = [];
    for (const part of itemsOf(element.children)) {
      const pieces = this.blocks(part.nodes, 'listItem', flow.depth + 2);
      const content = nodesOf(pieces);
      const isContinued = part.isLoose && items.length > 0 && content.every(({ type }) => isListType(type));
      const last = items.at(-1);
      if (isContinued && last) last.content?.push(...content);
      else if (content.length > 0)
        items.push({
          type: 'listItem',
          content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content],
        });
    }
    if (items.length === 0) return this.release(flow);
    const start = Math.trunc(Number(element.attributes['start'] ?? 1));
    const isOrdered = element.tag === 'ol';
    this.push(flow, {
      type: isOrdered ? 'orderedList' : 'bulletList',
      ...(isOrdered && start > 1 && start <= 100_000 && { attrs: { start } }),
      content: items,
    });
  }

  private quote({ children }: Markup, marks: readonly RichMark[], flow: Flow): void {
    if (!mayHold(flow.place, 'blockquote') || flow.depth > DOCUMENT_LIMITS.depth - 5)
      return this.flattened(children, marks, flow);
    const said = children.filter((node) => isMarkup(node) || node.trim() !== '');
    const last = said.at(-1);
    const isSourced = last !== undefined && isMarkup(last) && (last.tag === 'cite' || last.tag === 'footer');
    const source = isSourced ? lineOf(textOf(last.children)).replace(/^[—–-]\s*/, '') : '';
    const isShort = source !== '' && source.length <= DOCUMENT_LIMITS.line;
    const content = nodesOf(this.blocks(isShort ? said.slice(0, -1) : said, 'blockquote', flow.depth + 1));
    if (content.length === 0 && isShort) content.push({ type: 'paragraph' });
    if (content.length === 0) return this.release(flow);
    this.push(flow, { type: 'blockquote', ...(isShort && { attrs: { source } }), content });
  }

  private table(element: Markup, marks: readonly RichMark[], flow: Flow): void {
    const table = flow.place === 'doc' ? readTable(element) : null;
    if (!table) {
      this.losses.note('tables-simplified');
      return this.walk(element.children, marks, flow);
    }
    if (table.caption) this.walk(table.caption.children, marks, flow);
    this.flush(flow);
    const content = table.cells.map<RichNode>((row) => ({
      type: 'tableRow',
      content: row.map((cell) => this.cell(cell, flow)),
    }));
    this.push(flow, { type: 'table', content });
  }

  private cell({ tag, attributes, children }: Markup, flow: Flow): RichNode {
    const content = nodesOf(this.blocks(children, 'tableCell', flow.depth + 3));
    const span = (name: string) => {
      const value = Math.trunc(Number(attributes[name] ?? 1));
      return value > 1 ? { [name]: Math.min(value, DOCUMENT_LIMITS.span) } : {};
    };
    const attrs = { ...span('colspan'), ...span('rowspan') };
    return {
      type: tag === 'th' ? 'tableHeader' : 'tableCell',
      ...(Object.keys(attrs).length > 0 && { attrs }),
      content: content.length > 0 ? content : [{ type: 'paragraph' }],
    };
  }

  private figure(element: Markup, marks: readonly RichMark[], flow: Flow): void {
    const { tag, children, attributes } = element;
    const images = elementsOf(children, ({ tag: inner }) => inner === 'img').flatMap(
      (image) => pictureOf(image, this.options.base, this.losses) ?? [],
    );
    const isPlain =
      elementsOf(children, ({ tag: inner }) => isHeavy(inner) || FRAMES.has(inner)).length === 0;
    const captions = children.filter(isMarkup).filter(({ tag: inner }) => inner === 'figcaption');
    const inFigures = elementsOf(children, ({ tag: inner }) => inner === 'figure' || inner === 'figcaption');
    const film = isPlain && images.length === 0 ? this.filmOf(children, captions) : null;
    if (film) return this.film(film, captions, marks, flow);
    const isNested = inFigures.some(({ tag: inner }) => inner === 'figure');
    const said = tag === 'reihe-caption' ? children : captions.flatMap((caption) => caption.children);
    const rest =
      tag === 'reihe-caption' ? '' : textOf(children.filter((node) => !captions.includes(node as Markup)));
    if (!isPlain || images.length === 0 || (!isNested && rest.trim() !== '')) {
      // Where a frame stands in it, its caption is the frame's title.
      const frames = elementsOf(children, ({ tag: inner }) => FRAMES.has(inner));
      const [frame] = frames;
      const address = frame ? filmAddress(frame.attributes['src'] ?? '') : null;
      if (address && frames.length === 1 && rest.trim() === '')
        return this.film(address, captions, marks, flow);
      return this.walk(children, marks, flow);
    }
    if (isNested) return this.galleryOfFigures(element, captions, marks, flow);
    const caption = lineOf(textOf(said)) || lineOf(attributes['data-caption'] ?? '');
    if (images.length === 1 && flow.place === 'doc' && caption.length <= DOCUMENT_LIMITS.line)
      return this.pictures(
        flow,
        images.map((image) => ({ ...image, caption })),
      );
    this.pictures(flow, images);
    this.walk(said, marks, this.within(flow, { isLoose: false }));
  }

  /** Pictures with captions of their own within one figure. */
  private galleryOfFigures(
    { children }: Markup,
    captions: readonly Markup[],
    marks: readonly RichMark[],
    flow: Flow,
  ): void {
    const inner = this.within(flow, { pieces: [], line: new InlineLine() });
    this.walk(
      children.filter((node) => !captions.includes(node as Markup)),
      marks,
      inner,
    );
    this.flush(inner);
    const found = inner.pieces.flatMap((piece) => (piece.kind === 'pictures' ? piece.pictures : []));
    if (inner.pieces.every(({ kind }) => kind === 'pictures')) this.pictures(flow, found);
    else flow.pieces.push(...inner.pieces);
    for (const caption of captions) this.walk(caption.children, marks, this.within(flow, { isLoose: false }));
  }

  private gallery({ attributes }: Markup, flow: Flow): void {
    const named = (attributes['ids'] ?? '').split(',').map((id) => id.trim());
    const ids = named.filter((id) => /^\d+$/.test(id));
    const shown = ids.length > 0 ? ids : (this.options.ownAttachments ?? []);
    this.pictures(
      flow,
      shown.map((attachment) => ({ source: '', address: '', attachment, alt: '', caption: '' })),
    );
  }

  private image(element: Markup, marks: readonly RichMark[], flow: Flow): void {
    const { attributes } = element;
    if (/\b(emoji|wp-smiley)\b/.test(attributes['class'] ?? ''))
      return flow.line.text(attributes['alt'] ?? '', marks);
    const picture = pictureOf(element, this.options.base, this.losses);
    if (!picture) return;
    if (flow.place === 'doc') this.flush(flow);
    this.pictures(flow, [picture]);
  }

  private pictures(flow: Flow, pictures: FoundPicture[]): void {
    if (pictures.length === 0) return;
    if (flow.place !== 'doc') this.waiting.push(...pictures);
    else this.piecesOf(pictures, flow);
  }

  private piecesOf(pictures: FoundPicture[], flow: Flow): void {
    const size = DOCUMENT_LIMITS.gallery;
    for (let from = 0; from < pictures.length; from += size) {
      const some = pictures.slice(from, from + size);
      flow.pieces.push({ kind: 'pictures', isGallery: some.length > 1, pictures: some });
    }
  }

  private frame({ tag, attributes, children }: Markup, marks: readonly RichMark[], flow: Flow): void {
    const [inner] = elementsOf(children, ({ tag: one }) => one === 'source' || one === 'embed');
    const source =
      attributes['src'] ?? attributes['data-src'] ?? attributes['data'] ?? inner?.attributes['src'];
    const address = absoluteAddress(source ?? '', this.options.base);
    const title = lineOf(attributes['title'] ?? '').slice(0, DOCUMENT_LIMITS.line);
    const film = address === null ? null : filmAddress(address);
    if (film && flow.place === 'doc') {
      this.flush(flow);
      this.losses.note('videos', film);
      return this.push(flow, videoBlock(film, title));
    }
    if (address === null || !isWebAddress(address)) return this.losses.note('scripts-dropped', `<${tag}>`);
    this.losses.note('frames-linked', address);
    const link: RichMark = { type: 'link', attrs: { href: film ?? address } };
    if (flow.place === 'doc') this.flush(flow);
    flow.line.text(title || address, marked(marks, link));
    if (flow.place === 'doc') this.flush(flow);
  }

  /** An address that stands alone where a player was embedded. */
  private filmOf(children: readonly MarkupNode[], captions: readonly Markup[]): string | null {
    const alone = textOf(children.filter((node) => !captions.includes(node as Markup))).trim();
    return filmAddress(alone);
  }

  private film(address: string, captions: readonly Markup[], marks: readonly RichMark[], flow: Flow): void {
    const title = lineOf(textOf(captions.flatMap(({ children }) => children)));
    if (flow.place === 'doc' && title.length <= DOCUMENT_LIMITS.line) {
      this.losses.note('videos', address);
      return this.push(flow, videoBlock(address, title));
    }
    this.losses.note('frames-linked', address);
    flow.line.text(address, marked(marks, { type: 'link', attrs: { href: address } }));
    this.flush(flow);
    for (const caption of captions) this.walk(caption.children, marks, flow);
  }

  private footnote(id: string | undefined, flow: Flow): boolean {
    const note = lineOf(this.options.footnotes?.get(id ?? '') ?? '').slice(0, DOCUMENT_LIMITS.note);
    if (note === '') return false;
    flow.line.footnote(note);
    return true;
  }

  private linked(href: string | undefined, marks: readonly RichMark[]): readonly RichMark[] {
    const written = (href ?? '').trim();
    // Within a page that is no more.
    if (written === '' || written.startsWith('#')) return marks;
    const address = /^mailto:/i.test(written) ? written : absoluteAddress(written, this.options.base);
    if (address !== null && isSafeLink(address))
      return marked(marks, { type: 'link', attrs: { href: address } });
    this.losses.note('links-dropped', lineOf(written));
    return marks;
  }

  private flattened(nodes: readonly MarkupNode[], marks: readonly RichMark[], flow: Flow): void {
    this.losses.note('nesting-simplified');
    this.walk(nodes, marks, flow);
  }

  /** The paragraph that has come so far. */
  private flush(flow: Flow): void {
    const content = flow.line.take();
    if (content.length === 0) return;
    const [only] = content;
    const alone = content.length === 1 && only?.marks === undefined ? (only?.text ?? '') : '';
    const film = flow.place === 'doc' ? filmAddress(alone) : null;
    if (film) {
      this.losses.note('videos', film);
      return this.push(flow, videoBlock(film, ''));
    }
    this.push(flow, { type: 'paragraph', content });
  }

  private push(flow: Flow, node: RichNode): void {
    flow.pieces.push({ kind: 'block', node });
    if (flow.place === 'doc') this.release(flow);
  }

  private release(flow: Flow): void {
    if (flow.place !== 'doc') return;
    const waiting = this.waiting;
    this.waiting = [];
    this.piecesOf(waiting, flow);
  }
}

/** A mark of a kind once; the inner link wins. */
function marked(marks: readonly RichMark[], mark: RichMark): readonly RichMark[] {
  return [...marks.filter(({ type }) => type !== mark.type), mark];
}

function mayHold(place: Place, type: RichNode['type']): boolean {
  return DOCUMENT_CHILDREN[place].includes(type);
}

/** Cannot stand in one line. */
function isHeavy(tag: string): boolean {
  return ['ul', 'ol', 'menu', 'table', 'blockquote', 'pre', 'hr', 'dl'].includes(tag);
}

function isListType(type: string): boolean {
  return type === 'bulletList' || type === 'orderedList';
}

/** Of pieces that hold no pictures: where none may stand they are never among them. */
function nodesOf(pieces: readonly Piece[]): RichNode[] {
  return pieces.flatMap((piece) => (piece.kind === 'block' ? [piece.node] : []));
}

function inlineOf(piece: Piece): RichNode[][] {
  return piece.kind === 'block' && piece.node.content ? [piece.node.content] : [];
}
