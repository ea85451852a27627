import { render, screen, within } from '@testing-library/angular';
import type { Count, RichDocument, RichMark, RichNode } from '@reihe/shared-contracts';
import { RichText } from './rich-text';

const words = (text: string, ...marks: RichMark[]): RichNode => ({ type: 'text', text, marks });
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });

async function show(content: RichNode[], figures: Record<string, Count> = {}) {
  const document: RichDocument = { type: 'doc', content };
  const { container } = await render(RichText, { inputs: { document, figures } });
  return container;
}

describe('the text of a recap', () => {
  it('keeps the words of a paragraph together, marks included', async () => {
    const container = await show([
      paragraph(
        words('Water is '),
        words('never', { type: 'bold' }, { type: 'italic' }),
        words(' ,only'),
        { type: 'hardBreak' },
        words(' work.'),
      ),
    ]);
    expect(container.querySelector('p')?.textContent).toBe('Water is never ,only work.');
    expect(container.querySelector('strong em')).toHaveTextContent('never');
    expect(container.querySelectorAll('br')).toHaveLength(1);
  });

  it('shows headings below the page title, in their order', async () => {
    await show([
      { type: 'heading', attrs: { level: 2 }, content: [words('First')] },
      { type: 'heading', attrs: { level: 3 }, content: [words('Second')] },
      { type: 'heading', attrs: { level: 1 }, content: [words('Never a title')] },
    ]);
    expect(screen.getByRole('heading', { level: 2, name: 'First' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 3, name: 'Second' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 2, name: 'Never a title' })).toBeVisible();
  });

  it('shows lists whose items hang directly under them, quotations and rules', async () => {
    const item = (text: string): RichNode => ({ type: 'listItem', content: [paragraph(words(text))] });
    const container = await show([
      { type: 'bulletList', content: [item('a'), item('b')] },
      { type: 'orderedList', attrs: { start: 3 }, content: [item('c')] },
      { type: 'blockquote', content: [paragraph(words('said'))] },
      { type: 'horizontalRule' },
    ]);
    const [bullets, numbers] = screen.getAllByRole('list');
    expect(bullets?.querySelectorAll(':scope > li')).toHaveLength(2);
    expect(numbers).toHaveAttribute('start', '3');
    expect(container.querySelector('blockquote')).toHaveTextContent('said');
    expect(screen.getByRole('separator')).toBeInTheDocument();
  });

  it('links within and out of the site, and never to anything that runs', async () => {
    const to = (href: string) => paragraph(words(href, { type: 'link', attrs: { href } }));
    await show([
      to('https://example.org/a'),
      to('/en/recaps'),
      to('javascript:alert(1)'),
      to('//evil.example'),
    ]);
    expect(screen.getByRole('link', { name: 'https://example.org/a' })).toHaveAttribute(
      'rel',
      'external noopener',
    );
    expect(screen.getByRole('link', { name: '/en/recaps' })).not.toHaveAttribute('rel');
    expect(screen.getAllByRole('link')).toHaveLength(2);
    expect(screen.getByText('javascript:alert(1)')).toBeVisible();
  });

  it('tells a figure in the reader’s language with its origin', async () => {
    const container = await show(
      [paragraph({ type: 'figureValue', attrs: { measure: 'participants', sessionId: null } })],
      {
        'participants:series': {
          measure: 'participants',
          value: 1800,
          origin: 'reported',
          isAtLeast: true,
          source: 'Sample network',
          statedOn: null,
        },
      },
    );
    const figure = container.querySelector('data');
    expect(figure).toHaveAttribute('value', '1800');
    expect(figure).toHaveTextContent('more than 1,800 (reported by Sample network)');
  });

  it('says that a figure without a record has none', async () => {
    await show([paragraph({ type: 'figureValue', attrs: { measure: 'attended', sessionId: 'a1' } })]);
    expect(screen.getByText('(number not recorded)')).toBeVisible();
  });

  it('never reads text as HTML and passes over what it does not know', async () => {
    const unknown = {
      type: 'script',
      content: [words('<img src=x onerror=alert(1)>')],
    } as unknown as RichNode;
    const container = await show([paragraph(words('<b>not bold</b>')), unknown]);
    expect(within(container).getByText('<b>not bold</b>')).toBeVisible();
    expect(container.querySelector('script, img, b')).toBeNull();
    expect(container).toHaveTextContent('<img src=x onerror=alert(1)>');
  });
});
