import { checkRichDocument } from '@reihe/shared-recap-policies';
import { cleanDocument } from './clean-document';

describe('cleanDocument', () => {
  it('keeps what the contract knows and drops what the editor added', () => {
    const document = cleanDocument({
      type: 'doc',
      content: [
        {
          type: 'heading',
          attrs: { level: 2, textAlign: 'left' },
          content: [{ type: 'text', text: 'Leaks' }],
        },
        {
          type: 'paragraph',
          attrs: { class: 'x' },
          content: [
            {
              type: 'text',
              text: 'here',
              marks: [
                {
                  type: 'link',
                  attrs: { href: 'https://example.org', target: '_blank', rel: 'noopener', class: null },
                },
                { type: 'underline' },
              ],
            },
            { type: 'figureValue', attrs: { measure: 'confirmed', sessionId: null } },
          ],
        },
        { type: 'codeBlock', content: [{ type: 'text', text: 'x' }] },
      ],
    });
    expect(document).toEqual({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Leaks' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] },
            { type: 'figureValue', attrs: { measure: 'confirmed', sessionId: null } },
          ],
        },
      ],
    });
    expect(checkRichDocument(document)).toBeNull();
  });

  it('gives a paragraph to write in where there is nothing', () => {
    expect(cleanDocument({ type: 'doc' })).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });
});
