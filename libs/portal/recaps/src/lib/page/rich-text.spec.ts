import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import type {
  Count,
  PublicImage,
  RecapShown,
  RichDocument,
  RichMark,
  RichNode,
} from '@reihe/shared-contracts';
import { RichText } from './rich-text';

const words = (text: string, ...marks: RichMark[]): RichNode => ({ type: 'text', text, marks });
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });

async function show(
  content: RichNode[],
  figures: Record<string, Count> = {},
  shown: Partial<RecapShown> = {},
) {
  const document: RichDocument = { type: 'doc', content };
  const all = { pictures: {}, sessions: {}, speakers: {}, ...shown };
  const { container } = await render(RichText, {
    inputs: { document, figures, shown: all, here: '/en/recaps/leaks' },
    providers: [provideRouter([])],
  });
  return container;
}

const image: PublicImage = {
  width: 1600,
  height: 900,
  template: '/media/a/{width}.{format}',
  widths: [480, 960],
  formats: ['webp', 'jpeg'],
  alt: 'A pipe',
  caption: 'From the library',
  credit: 'Sample Photographer',
  licence: '',
};

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

  it('says “more than” where the number is rounded, and never of what it is exactly', async () => {
    const rounded = (rounding: 'tens' | 'hundreds' | 'thousands'): RichNode => ({
      type: 'figureValue',
      attrs: { measure: 'participants', sessionId: null, rounding },
    });
    const even: RichNode = {
      type: 'figureValue',
      attrs: { measure: 'attended', sessionId: null, rounding: 'hundreds' },
    };
    const counted = (measure: Count['measure'], value: number): Record<string, Count> => ({
      [`${measure}:series`]: {
        ...{ measure, value, origin: 'counted', isAtLeast: false },
        ...{ source: null, statedOn: null },
      },
    });
    const container = await show(
      [paragraph(rounded('tens'), rounded('hundreds'), rounded('thousands'), even)],
      { ...counted('participants', 812), ...counted('attended', 800) },
    );
    const said = [...container.querySelectorAll('data')].map(({ firstChild }) => firstChild?.textContent);
    expect(said).toEqual(['more than 810', 'more than 800', '812', '800']);
  });

  it('shows pictures with their credit, and with the caption of the text before that of the library', async () => {
    await show(
      [
        { type: 'picture', attrs: { mediaId: 'a', caption: 'Here' } },
        { type: 'picture', attrs: { mediaId: 'a', size: 'wide' } },
        { type: 'picture', attrs: { mediaId: 'gone' } },
        { type: 'gallery', attrs: { mediaIds: ['a', 'gone', 'b'] } },
      ],
      {},
      { pictures: { a: image, b: { ...image, alt: 'A pump', template: '/media/b/{width}.{format}' } } },
    );
    const [here, library] = screen.getAllByRole('figure');
    expect(here).toHaveTextContent('Here Image: Sample Photographer');
    expect(library).toHaveTextContent('From the library Image: Sample Photographer');
    const links = screen.getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/media/a/960.jpeg',
      '/media/b/960.jpeg',
    ]);
  });

  it('shows tables whose heads name their columns', async () => {
    const cell = (type: 'tableHeader' | 'tableCell', text: string): RichNode => ({
      type,
      content: [paragraph(words(text))],
    });
    await show([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              cell('tableHeader', 'City'),
              cell('tableHeader', 'Leaks'),
              { type: 'tableHeader', content: [paragraph()] },
            ],
          },
          {
            type: 'tableRow',
            content: [cell('tableCell', 'Lviv'), { ...cell('tableCell', '7'), attrs: { colspan: 2 } }],
          },
        ],
      },
    ]);
    expect(screen.getByRole('columnheader', { name: 'Leaks' })).toHaveAttribute('scope', 'col');
    expect(screen.getAllByRole('columnheader')).toHaveLength(2);
    expect(screen.getByRole('cell', { name: '7' })).toHaveAttribute('colspan', '2');
  });

  it('sets facts and quotations apart, with what they are called and whose they are', async () => {
    const container = await show([
      { type: 'factBox', attrs: { title: 'In short' }, content: [paragraph(words('Mend pipes.'))] },
      { type: 'blockquote', attrs: { source: 'Minutes' }, content: [paragraph(words('Said.'))] },
    ]);
    expect(screen.getByRole('complementary')).toHaveTextContent(/In short\s*Mend pipes\./);
    expect(container.querySelector('figure figcaption')).toHaveTextContent('Minutes');
  });

  it('shows sessions and speakers as the records say, and none that readers may not see', async () => {
    await show(
      [
        { type: 'sessionCard', attrs: { sessionId: 's' } },
        { type: 'sessionCard', attrs: { sessionId: 'draft' } },
        { type: 'speakerCard', attrs: { speakerId: 'k' } },
      ],
      {},
      {
        sessions: {
          s: {
            ...{ slug: 'pipes', title: 'Pipes', language: 'en', regions: [] },
            ...{
              startsAt: '2026-10-06T12:00:00Z',
              endsAt: '2026-10-06T14:00:00Z',
              timeZone: 'Europe/Berlin',
            },
          },
        },
        speakers: {
          k: {
            ...{ name: 'Dr. Ada Example', position: 'Engineer', organisation: 'Waterworks' },
            ...{ city: 'Tshwane', country: 'ZA', photo: null },
          },
        },
      },
    );
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'Pipes' })).toHaveAttribute('href', '/sessions/pipes');
    expect(screen.getByText('Engineer, Waterworks, Tshwane, South Africa')).toBeVisible();
  });

  it('leads to videos, and loads nothing of them', async () => {
    const video = (href: string): RichNode => ({ type: 'video', attrs: { href, title: 'The talk' } });
    const container = await show([video('https://video.example/watch?v=1'), video('javascript:alert(1)')]);
    expect(screen.getByRole('link', { name: 'Watch the video: The talk' })).toHaveAttribute(
      'href',
      'https://video.example/watch?v=1',
    );
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(container.querySelector('iframe, video, img, script')).toBeNull();
  });

  it('numbers notes and leads there and back', async () => {
    const note = (text: string): RichNode => ({ type: 'footnote', attrs: { note: text } });
    await show([paragraph(words('One'), note('First.')), paragraph(words('Two'), note('Second.'))]);
    expect(screen.getByRole('link', { name: 'Note 2' })).toHaveAttribute('href', '/en/recaps/leaks#note-2');
    const notes = within(screen.getByRole('region', { name: 'Notes' }));
    const [first, second] = notes.getAllByRole('listitem');
    expect(first).toHaveTextContent('First.');
    expect(second).toHaveAttribute('id', 'note-2');
    expect(notes.getAllByRole('link')[1]).toHaveAttribute('href', '/en/recaps/leaks#note-mark-2');
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
