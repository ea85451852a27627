import { checkRichDocument, documentText } from '@reihe/shared-recap-policies';
import type { RichNode } from '@reihe/shared-contracts';
import * as fc from 'fast-check';
import { convertHtml, type ConversionOptions } from './convert-html';
import type { Piece } from './pieces';
import { Losses } from './losses';
import { settled } from './place-pictures';

function converted(html: string, options: Partial<ConversionOptions> = {}) {
  const losses = new Losses();
  const pieces = convertHtml(html, { base: 'https://old.example/2020/05/recap/', ...options }, losses);
  const text = settled(pieces);
  expect(checkRichDocument({ type: 'doc', content: text.blocks })).toBeNull();
  return { ...text, pieces, notes: losses.notes, shape: text.blocks.map(shapeOf) };
}

/** A block as one reads it: `h2:…`, `p:…`; of others their type. */
function shapeOf({ type, attrs, content = [] }: RichNode): string {
  const words = content.map(({ text, type: inner }) => text ?? (inner === 'hardBreak' ? '/' : '')).join('');
  if (type === 'heading') return `h${attrs?.level}:${words}`;
  return type === 'paragraph' ? `p:${words}` : type;
}

const codes = (notes: readonly { code: string; count: number }[]) =>
  Object.fromEntries(notes.map(({ code, count }) => [code, count]));

describe('HTML of elsewhere as a text of a recap', () => {
  it('keeps headings within two and four, lists, quotes with their source, tables and marks', () => {
    const { shape, blocks } = converted(
      `<h1>One</h1><h5>Five</h5><p>A <b>bold <i>and</i></b> <a href="/about">word</a></p>
       <ul><li>first<ul><li>inner</li></ul></li><li><p>second</p></li></ul>
       <ol start="3"><li>three</li></ol>
       <blockquote><p>Said.</p><cite>— Somebody</cite></blockquote>
       <table><tr><th>City</th><th>People</th></tr><tr><td colspan="2">Lviv</td></tr></table><hr>`,
    );
    expect(shape).toEqual([
      'h2:One',
      'h4:Five',
      'p:A bold and word',
      'bulletList',
      'orderedList',
      'blockquote',
      'table',
      'horizontalRule',
    ]);
    expect(blocks[2]?.content?.at(-1)).toEqual({
      type: 'text',
      text: 'word',
      marks: [{ type: 'link', attrs: { href: 'https://old.example/about' } }],
    });
    expect(blocks[4]?.attrs).toMatchObject({ start: 3 });
    expect(blocks[5]?.attrs).toMatchObject({ source: 'Somebody' });
    expect(blocks[6]?.content?.[1]?.content?.[0]?.attrs).toEqual({ colspan: 2 });
  });

  it('takes blank lines of a classic post for paragraphs, and single ones for breaks', () => {
    expect(converted('One\nline\n\nTwo <b>b</b>\n\n<p>Three\nfour</p>', { isClassic: true }).shape).toEqual([
      'p:One/line',
      'p:Two b',
      'p:Three four',
    ]);
  });

  it('drops scripts, styles and forms and counts them, and what a link could do', () => {
    const { shape, notes, blocks } = converted(
      `<p onclick="x()">Read <a href="javascript:alert(1)">this</a></p><script>alert(1)</script><style>p{}</style>
       <form><input value="x"><button>Send</button></form><p style="x">on</p>`,
    );
    expect(shape).toEqual(['p:Read this', 'p:on']);
    expect(codes(notes)).toEqual({ 'scripts-dropped': 2, 'forms-dropped': 1, 'links-dropped': 1 });
    expect(JSON.stringify(blocks)).not.toContain('alert');
  });

  it('shows films of known hosts as films, and other frames as links', () => {
    const { shape, blocks, notes } = converted(
      `<figure class="wp-block-embed"><div>https://youtu.be/abcdefghijk</div><figcaption>The film</figcaption></figure>
       <iframe src="https://player.vimeo.com/video/123456?h=1" title="Talk"></iframe>
       <iframe src="https://maps.example/here" title="A map"></iframe>
       <p>https://www.youtube.com/watch?v=zyxwvutsrqp</p>`,
    );
    expect(shape).toEqual(['video', 'video', 'p:A map', 'video']);
    expect(blocks.map(({ attrs }) => attrs?.href).filter(Boolean)).toEqual([
      'https://www.youtube.com/watch?v=abcdefghijk',
      'https://vimeo.com/123456',
      'https://www.youtube.com/watch?v=zyxwvutsrqp',
    ]);
    expect(blocks[0]?.attrs?.title).toBe('The film');
    expect(codes(notes)).toEqual({ videos: 3, 'frames-linked': 1 });
  });

  it('finds pictures with their captions, alone and in galleries, and where they stand', () => {
    const { pictures, blocks } = converted(
      `<img src="data:image/png;base64,AAAA" alt="inline"><p>First</p>
       <figure class="wp-block-image"><a href="big.jpg"><img class="wp-image-7" src="../img/pipe.jpg" alt="A pipe"></a>
       <figcaption>The pipe. Foto: Somebody</figcaption></figure>
       <p>Second <img src="https://cdn.example/in-line.jpg"> goes on</p>
       <figure class="wp-block-gallery"><figure><img src="a.jpg"><figcaption>One</figcaption></figure><figure><img src="b.jpg"></figure></figure>
       [gallery ids="3,4"]<img src="pixel.gif" width="1" height="1">`,
      { hasShortcodes: true },
    );
    expect(
      pictures.map(({ address, attachment, alt, caption, gallery }) => [
        address,
        attachment,
        alt,
        caption,
        gallery,
      ]),
    ).toEqual([
      ['https://old.example/2020/05/img/pipe.jpg', '7', 'A pipe', 'The pipe. Foto: Somebody', null],
      ['https://cdn.example/in-line.jpg', '', '', '', null],
      ['https://old.example/2020/05/recap/a.jpg', '', '', 'One', 1],
      ['https://old.example/2020/05/recap/b.jpg', '', '', '', 1],
      ['', '3', '', '', 2],
      ['', '4', '', '', 2],
    ]);
    const [first, second] = blocks.map(({ attrs }) => attrs?.id);
    expect(pictures.slice(0, 2).map(({ afterBlock }) => afterBlock)).toEqual([first, second]);
  });

  it('understands captions of the classic editor, keeps words in brackets, drops other shortcodes but what they hold', () => {
    const { shape, pictures, notes } = converted(
      `[caption id="attachment_7" width="300"]<img src="p.jpg"> Under it[/caption]\n\nAs he said [sic] [1]\n\n[vc_row][button link="x"]Press[/button][/vc_row]`,
      { hasShortcodes: true, isClassic: true },
    );
    expect(pictures[0]?.caption).toBe('Under it');
    expect(shape).toEqual(['p:As he said [sic] [1]', 'p:Press']);
    expect(codes(notes)).toEqual({ 'shortcodes-dropped': 2 });
  });

  it('simplifies tables within tables and what is nested too deep, without losing a word', () => {
    const deep = `${'<ul><li>x'.repeat(30)}${'</li></ul>'.repeat(30)}`;
    const { notes, blocks } = converted(
      `<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>${deep}`,
    );
    expect(documentText({ type: 'doc', content: blocks }).match(/x/g)).toHaveLength(30);
    expect(codes(notes)).toMatchObject({ 'tables-simplified': 1 });
    expect(codes(notes)['nesting-simplified']).toBeGreaterThan(0);
  });

  it('is not brought down by a hundred thousand open elements or brackets', () => {
    converted(`${'<div><b>'.repeat(50_000)}end`);
    converted(`${'[caption x="1"'.repeat(9_000)}end`, { hasShortcodes: true });
  });

  it('turns notes at the foot into footnotes', () => {
    const { blocks } = converted('<p>Fact<sup data-fn="n1"><a href="#n1">1</a></sup></p>', {
      footnotes: new Map([['n1', 'Says the city.']]),
    });
    expect(blocks[0]?.content?.at(-1)).toEqual({ type: 'footnote', attrs: { note: 'Says the city.' } });
  });

  it('fits the schema and keeps every visible word in order, whatever it is given', () => {
    let number = 0;
    const word = fc.constant(null).map(() => ` w${(number += 1)} `);
    const tags =
      `p div h1 h2 h3 h6 ul ol li blockquote cite table tr td th caption figure figcaption b i em strong a span section
      pre dl dt dd details summary hr br img address sup center reihe-caption thead tbody label`.split(/\s+/);
    const { node } = fc.letrec<{ node: string; element: string }>((tie) => ({
      node: fc.oneof({ maxDepth: 8, withCrossShrink: true }, word, tie('element')),
      element: fc
        .tuple(
          fc.constantFrom(...tags),
          fc.array(tie('node'), { maxLength: 4 }),
          fc.constantFrom(
            '',
            ' src="p.jpg"',
            ' href="/x"',
            ' href="javascript:x"',
            ' colspan="99"',
            ' start="-4"',
          ),
          fc.boolean(),
        )
        .map(
          ([tag, children, attribute, isClosed]) =>
            `<${tag}${attribute}>${children.join('')}${isClosed ? `</${tag}>` : ''}`,
        ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), fc.boolean(), (parts, isClassic) => {
        const html = parts.join('');
        const { pieces } = converted(html, { isClassic });
        expect(wordsOf(pieces)).toEqual(html.match(/\bw\d+\b/g) ?? []);
      }),
      { numRuns: 600 },
    );
  });

  it('never throws on letters of any kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (html, isClassic) => {
        converted(html, { isClassic, hasShortcodes: isClassic });
        converted(`<p>${html}</p><a href="${html}"><img src="${html}">`, { base: '' });
      }),
      { numRuns: 300 },
    );
  });
});

function wordsOf(pieces: readonly Piece[]): string[] {
  const said = pieces.map((piece) =>
    piece.kind === 'pictures'
      ? piece.pictures.map(({ caption }) => caption).join(' ')
      : `${documentText({ type: 'doc', content: [piece.node] })}`,
  );
  return said.join(' ').match(/\bw\d+\b/g) ?? [];
}
