import { ApplicationRef, Component, Injectable, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import type { Editor } from '@tiptap/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import type { RichDocument, RichNode } from '@reihe/shared-contracts';
import { checkRichDocument } from '@reihe/shared-recap-policies';
import { FigureValues } from '@reihe/admin-recap-figures';
import { placeOf } from './place-of-words';
import { TextSources, type ShownCard, type ShownPicture } from './text-sources';
import { WritingSurface } from './writing-surface';

const PICTURE = '00000000-0000-4000-8000-00000000000a';
const SESSION = '00000000-0000-4000-8000-00000000000b';

@Injectable()
class SomeSources extends TextSources {
  readonly sessions = signal<readonly ShownCard[]>([{ id: SESSION, name: 'Pipes', hint: '6 October' }]);
  readonly speakers = signal<readonly ShownCard[]>([]);
  picture(id: string): ShownPicture | null {
    if (id !== PICTURE) return null;
    return { src: '/media/x/960.webp', alt: 'A pipe', caption: 'Old pipes', credit: 'Sample', missing: '' };
  }
  choosePictures(): Promise<readonly string[]> {
    return Promise.resolve([PICTURE]);
  }
}

@Component({
  imports: [WritingSurface],
  providers: [FigureValues, { provide: TextSources, useClass: SomeSources }],
  template: `<reihe-writing-surface
    label="Text"
    language="en"
    [(value)]="value"
    [isCompact]="isCompact()"
  />`,
})
class Page {
  readonly isCompact = signal(false);
  readonly value = signal<RichDocument>({ type: 'doc', content: [words('Pipes leak.')] });
}

function words(text: string): RichNode {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

async function open(content: RichNode[] = [words('Pipes leak.')]) {
  const { fixture } = await render(Page);
  const page = fixture.componentInstance;
  page.value.set({ type: 'doc', content });
  await fixture.whenStable();
  const box = screen.getByRole('textbox', { name: 'Text' });
  const { editor } = box as HTMLElement & { editor: Editor };
  const surface = fixture.debugElement.query(By.directive(WritingSurface))
    .componentInstance as WritingSurface;
  const blocks = () => {
    surface.flush();
    return page.value().content;
  };
  return { page, box, editor, blocks, surface };
}

const tool = (name: string) => screen.getByRole('button', { name });
const idsOf = (blocks: readonly RichNode[]) => blocks.map(({ attrs }) => attrs?.id);

describe('the writing surface', () => {
  // jsdom lays nothing out: the menu belongs nowhere then.
  beforeAll(() => {
    const none = {
      top: 0,
      bottom: 0,
      left: 0,
      right: 0,
      width: 0,
      height: 0,
      x: 0,
      y: 0,
      toJSON: () => ({}),
    };
    Range.prototype.getBoundingClientRect = () => none;
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  });

  it('leaves a text alone until somebody writes, then names its blocks once and for all', async () => {
    const { editor, blocks } = await open([words('One'), words('Two')]);
    expect(idsOf(blocks())).toEqual([undefined, undefined]);
    editor.chain().setTextSelection(2).insertContent('x').run();
    const first = idsOf(blocks());
    expect(new Set(first).size).toBe(2);
    expect(first).not.toContain(undefined);
    editor.commands.insertContent('y');
    expect(idsOf(blocks())).toEqual(first);
  });

  it('names the second half of a paragraph that is split anew', async () => {
    const { editor, blocks } = await open();
    editor.chain().setTextSelection(3).insertContent('x').run();
    const [before] = idsOf(blocks());
    editor.chain().setTextSelection(6).splitBlock().run();
    const [first, second] = idsOf(blocks());
    expect(first).toBe(before);
    expect(second).toEqual(expect.any(String));
    expect(second).not.toBe(first);
    expect(checkRichDocument({ type: 'doc', content: blocks() })).toBeNull();
  });

  it('offers blocks after a slash, by arrow keys and Enter, without leaving a trace of what was typed', async () => {
    const { box, editor, blocks } = await open([{ type: 'paragraph' }]);
    editor.chain().focus().insertContent('/pict').run();
    const option = await screen.findByRole('option', { name: /Picture/ });
    await waitFor(() => {
      expect(box).toHaveAttribute('aria-activedescendant', option.id);
    });
    fireEvent.keyDown(box, { key: 'Enter' });
    await waitFor(() => {
      expect(blocks().map(({ type }) => type)).toContain('picture');
    });
    expect(JSON.stringify(blocks())).not.toContain('/pict');
    expect(screen.getByRole('img', { name: 'A pipe' })).toBeVisible();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('takes what was typed last, however quickly Enter follows', async () => {
    const { box, editor, blocks } = await open([{ type: 'paragraph' }]);
    editor.chain().focus().insertContent('/').run();
    await screen.findByRole('option', { name: /^Picture/ });
    editor.commands.insertContent('table');
    // The plugin tells of it after this turn; the page shows it later still.
    await Promise.resolve();
    fireEvent.keyDown(box, { key: 'Enter' });
    await waitFor(() => {
      expect(blocks().map(({ type }) => type)).toContain('table');
    });
    expect(blocks().map(({ type }) => type)).not.toContain('picture');
  });

  it('finds blocks by names of two words, and leaves alone whoever writes on after a slash', async () => {
    const { editor } = await open([{ type: 'paragraph' }]);
    editor.chain().focus().insertContent('/fact box').run();
    expect(await screen.findByRole('option', { name: /Fact box/ })).toBeVisible();
    editor.commands.insertContent(' and so on');
    await waitFor(() => {
      expect(screen.queryByRole('listbox')).toBeNull();
    });
  });

  it('says who said it, beside the quotation', async () => {
    const { editor, blocks } = await open([{ type: 'blockquote', content: [words('Said.')] }]);
    editor.commands.setTextSelection(3);
    fireEvent.click(tool('Details …'));
    const source = await screen.findByLabelText(/Source/);
    fireEvent.input(source, { target: { value: ' Minutes of the meeting ' } });
    fireEvent.click(tool('Take over'));
    await waitFor(() => {
      expect(blocks()[0]?.attrs?.source).toBe('Minutes of the meeting');
    });
  });

  it('makes tables whose rows and columns come and go', async () => {
    const { editor, blocks } = await open();
    expect(screen.queryByRole('button', { name: 'Row below' })).toBeNull();
    editor.chain().focus('end').insertTable({ rows: 2, cols: 2, withHeaderRow: true }).run();
    fireEvent.click(await screen.findByRole('button', { name: 'Row below' }));
    fireEvent.click(tool('Column after'));
    const table = blocks().find(({ type }) => type === 'table');
    expect(table?.content).toHaveLength(3);
    expect(table?.content?.[0]?.content?.map(({ type }) => type)).toEqual(Array(3).fill('tableHeader'));
    expect(checkRichDocument({ type: 'doc', content: blocks() })).toBeNull();
  });

  it('takes the structure of what is pasted and leaves the rest, telling of pictures', async () => {
    const { editor, blocks } = await open([{ type: 'paragraph' }]);
    editor.view.pasteHTML(
      `<h1>Head</h1><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>One</p>
       <script>alert(1)</script><p style="color:red">Red <img src="https://evil.example/x.png"></p>`,
      // jsdom has no clipboard.
      new Event('paste') as ClipboardEvent,
    );
    expect(blocks().map(({ type }) => type)).toEqual(['heading', 'bulletList', 'paragraph']);
    expect(JSON.stringify(blocks())).not.toMatch(/evil|alert|red"/);
    expect(checkRichDocument({ type: 'doc', content: blocks() })).toBeNull();
    expect(await screen.findByText(/A picture was not pasted/)).toBeVisible();
  });

  it('finds words and replaces all of them at once', async () => {
    const { editor, blocks } = await open([words('A pipe, a Pipe'), words('pipes')]);
    fireEvent.click(tool('Find'));
    fireEvent.input(await screen.findByRole('textbox', { name: 'Find' }), { target: { value: 'pipe' } });
    expect(await screen.findByText('3 found')).toBeVisible();
    fireEvent.input(screen.getByRole('textbox', { name: 'Replace by' }), { target: { value: 'pump' } });
    fireEvent.click(tool('Replace all'));
    expect(await screen.findByText('3 replaced')).toBeVisible();
    expect(blocks().map(({ content }) => content?.[0]?.text)).toEqual(['A pump, a pump', 'pumps']);
    editor.commands.undo();
    expect(blocks()[0]?.content?.[0]?.text).toBe('A pipe, a Pipe');
  });

  it('moves a block past its neighbour, with its name', async () => {
    const { box, editor, blocks } = await open([words('One'), words('Two'), words('Three')]);
    editor.chain().setTextSelection(2).insertContent('x').run();
    const [first, second, third] = idsOf(blocks());
    fireEvent.keyDown(box, { key: 'ArrowDown', altKey: true });
    expect(idsOf(blocks())).toEqual([second, first, third]);
    fireEvent.keyDown(box, { key: 'ArrowUp', altKey: true });
    fireEvent.keyDown(box, { key: 'ArrowUp', altKey: true });
    expect(idsOf(blocks())).toEqual([first, second, third]);
  });

  it('tells what is written after a pause, when it is left, and at once when asked', async () => {
    const { page, box, editor } = await open();
    const told = () => page.value().content[0]?.content?.[0]?.text;
    editor.chain().setTextSelection(1).insertContent('Old ').run();
    expect(told()).toBe('Pipes leak.');
    await waitFor(() => {
      expect(told()).toBe('Old Pipes leak.');
    });
    editor.commands.insertContent('and new ');
    fireEvent.blur(box);
    expect(told()).toBe('Old and new Pipes leak.');
    // What is loaded meanwhile stands, not what was typed before it.
    editor.commands.insertContent('gone ');
    page.value.set({ type: 'doc', content: [words('Another text.')] });
    await waitFor(() => {
      expect(box).toHaveTextContent('Another text.');
    });
    fireEvent.blur(box);
    expect(told()).toBe('Another text.');
  });

  it('loses nothing where what it told comes back while more is written already, and is told what others wrote', async () => {
    const { page, editor, blocks } = await open([words('Pipes leak.')]);
    editor.commands.insertContentAt(editor.state.doc.content.size - 1, ' Old');
    blocks();
    const told = page.value();
    editor.commands.insertContentAt(editor.state.doc.content.size - 1, ' ones do.');
    page.value.set({ ...told, content: [...told.content] });
    await TestBed.inject(ApplicationRef).whenStable();
    expect(editor.getText()).toBe('Pipes leak. Old ones do.');
    expect(JSON.stringify(blocks())).toContain('Old ones do.');
    page.value.set({ type: 'doc', content: [words('Somebody else wrote this.')] });
    await TestBed.inject(ApplicationRef).whenStable();
    expect(editor.getText()).toBe('Somebody else wrote this.');
  });

  it('goes on with the next piece by Enter where it is one of many, and splits only what is of several paragraphs', async () => {
    const { page, editor, box, surface } = await open([
      words('One'),
      { type: 'bulletList', content: [{ type: 'listItem', content: [words('Two')] }] },
    ]);
    const entered = jest.fn();
    surface.entered.subscribe(entered);
    const count = editor.state.doc.childCount;
    editor.commands.setTextSelection(4);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(editor.state.doc.childCount).toBe(count + 1);
    editor.commands.undo();
    page.isCompact.set(true);
    await TestBed.inject(ApplicationRef).whenStable();
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(editor.state.doc.childCount).toBe(count);
    expect(entered).toHaveBeenCalledTimes(1);
    const inTheList = 'One'.length + 2 + 'Two'.length + 3;
    editor.commands.setTextSelection(inTheList);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(entered).toHaveBeenCalledTimes(1);
    expect(editor.state.doc.child(1).childCount).toBe(2);
  });

  it('leads to words where they stand, behind live numbers and within boxes too', async () => {
    const { editor } = await open([
      words('60 participants'),
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'In ' },
          { type: 'figureValue', attrs: { measure: 'cities', sessionId: null } },
          { type: 'text', text: ' cities, 60 participants' },
        ],
      },
      { type: 'factBox', content: [words('7 speakers')] },
    ]);
    const selected = () => {
      const { from, to } = editor.state.selection;
      return [from, editor.state.doc.textBetween(from, to)];
    };
    const { doc } = editor.state;
    expect(placeOf(doc, '60 participants', '')).toMatchObject({ from: 1 });
    editor.commands.setTextSelection(placeOf(doc, 'cities, 60 participants', '') ?? 0);
    expect(selected()[1]).toBe('cities, 60 participants');
    editor.commands.setTextSelection(placeOf(doc, '7 speakers', '') ?? 0);
    expect(selected()[1]).toBe('7 speakers');
    expect(placeOf(doc, '7 speakers', 'another-block')).toBeNull();
  });

  it('leads to a block by its name, which stands in the page for whoever looks for it there', async () => {
    const { box, editor, surface } = await open([
      { ...words('One'), attrs: { id: 'block-one' } },
      { type: 'picture', attrs: { id: 'block-two', mediaId: PICTURE } },
    ]);
    expect(box.querySelector('[data-id="block-one"]')).toHaveTextContent('One');
    expect(surface.showBlock('block-two')).toBe(true);
    expect(editor.isActive('picture')).toBe(true);
    expect(surface.showBlock('gone')).toBe(false);
    expect(editor.isActive('picture')).toBe(true);
  });

  it('shows nothing but the text until Escape', async () => {
    const { box } = await open();
    fireEvent.click(tool('Only the text'));
    await waitFor(() => {
      expect(tool('Only the text')).toHaveAttribute('aria-pressed', 'true');
    });
    fireEvent.keyDown(box, { key: 'Escape' });
    await waitFor(() => {
      expect(tool('Only the text')).toHaveAttribute('aria-pressed', 'false');
    });
  });
});
