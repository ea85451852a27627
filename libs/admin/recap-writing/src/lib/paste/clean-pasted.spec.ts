import { cleanPasted } from './clean-pasted';

const html = (pasted: string) => cleanPasted(pasted).html.replaceAll(/\s*\n\s*/g, '');

describe('what is pasted', () => {
  it('loses what is no text: scripts, styles, comments, forms', () => {
    expect(
      html(
        '<!-- x --><style>p{}</style><script>alert(1)</script><p onclick="x">Kept</p><form><input></form>',
      ),
    ).toBe('<p onclick="x">Kept</p>');
  });

  it('makes lists of the paragraphs that Word calls lists, as deep as they were', () => {
    const word = (level: number, sign: string, words: string) =>
      `<p class="MsoListParagraph" style="margin-left:36pt;mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${sign}</span>${words}</p>`;
    expect(html(word(1, '·', 'Pipes') + word(2, 'o', 'Old') + word(1, '·', 'Pumps') + '<p>After</p>')).toBe(
      '<ul><li><p>Pipes</p><ul><li><p>Old</p></li></ul></li><li><p>Pumps</p></li></ul><p>After</p>',
    );
    expect(html(word(1, '1.', 'First') + word(1, '2.', 'Second'))).toBe(
      '<ol><li><p>First</p></li><li><p>Second</p></li></ol>',
    );
  });

  it('is not all bold because Google Docs wraps it so', () => {
    expect(
      html(
        '<b style="font-weight:normal" id="docs-internal-guid"><p><span style="font-weight:700">Bold</span> not</p></b>',
      ),
    ).toBe('<p><span style="font-weight:700"><strong>Bold</strong></span> not</p>');
  });

  it('brings headings to the levels below the title of the page', () => {
    expect(html('<h1>A</h1><h3>B</h3><h6>C</h6>')).toBe('<h2>A</h2><h3>B</h3><h4>C</h4>');
  });

  it('leaves pictures out, and says how many', () => {
    const cleaned = cleanPasted(
      '<p>A<img src="https://evil.example/x.png"></p><p><img src="data:image/png;base64,x"></p>',
    );
    expect(cleaned).toEqual({ html: '<p>A</p>', pictures: 2 });
  });

  it('keeps the words of links that lead into a document that is not here', () => {
    expect(
      html(
        '<p>See<a href="#_ftn1">[1]</a> <a name="_Toc1">there</a> <a href="https://a.example">here</a></p>',
      ),
    ).toBe('<p>See[1] there <a href="https://a.example">here</a></p>');
  });
});
