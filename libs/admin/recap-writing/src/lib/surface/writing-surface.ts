import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  Injector,
  input,
  model,
  output,
  signal,
  untracked,
  viewChild,
  type OnInit,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { MatDialog } from '@angular/material/dialog';
import { Editor, type Range } from '@tiptap/core';
import type { Selection } from '@tiptap/pm/state';
import { firstValueFrom } from 'rxjs';
import type { Language, RichDocument, RichNode } from '@reihe/shared-contracts';
import { readingMinutes, wordCount } from '@reihe/shared-recap-policies';
import { Formats } from '@reihe/web-platform';
import { TiptapEditorDirective } from 'ngx-tiptap';
import { BlockDesk } from '../blocks/block-desk';
import { BlockMenu } from '../blocks/block-menu';
import { blockOffers, matchingOffers, type BlockOffer } from '../blocks/block-offers';
import type { SlashQuery } from '../blocks/slash-menu';
import { cleanDocument } from '../document/clean-document';
import { FigureDesk, GuardChips } from '@reihe/admin-recap-figures';
import { cleanPasted } from '../paste/clean-pasted';
import { FindBar } from '../search/find-bar';
import { LinkDialog } from '../tools/link-dialog';
import { TextToolbar } from '../tools/text-toolbar';
import type { TextTool } from '../tools/text-tools';
import { blockAt, placeOf } from './place-of-words';
import { surfaceTools } from './surface-tools';
import { textExtensions } from './text-extensions';

/** Who types on is not waited for by what only has to know what is written by now: checks, counts, drafts. */
const PAUSE_MS = 250;
const LONGEST_MS = 2_000;
const MENU_HEIGHT = 360;
const COMPACT: readonly string[] = ['bold', 'italic', 'link', 'figure', 'details', 'undo', 'redo'];
let surfaces = 0;

interface OpenMenu {
  typed: string;
  range: Range;
  top: number;
  left: number;
}

/** The text of one language, written as it will be read; only what the document's contract knows can be entered. */
@Component({
  selector: 'reihe-writing-surface',
  imports: [BlockMenu, FindBar, TextToolbar, TiptapEditorDirective],
  providers: [BlockDesk, FigureDesk],
  templateUrl: './writing-surface.html',
  styleUrl: './writing-surface.css',
})
export class WritingSurface implements FormValueControl<RichDocument>, OnInit {
  readonly value = model.required<RichDocument>();
  readonly touched = model(false);
  readonly disabled = input(false);
  readonly language = input.required<Language>();
  readonly label = input.required<string>();
  /** One of many on a page, each for a piece of a text: with what words need, and as high as they are. */
  readonly isCompact = input(false);
  /** Enter at the end of such a piece: it stays one paragraph, and whoever writes goes on with the next. */
  readonly entered = output();

  private readonly injector = inject(Injector);
  private readonly dialogs = inject(MatDialog);
  private readonly desk = inject(BlockDesk);
  private readonly figures = inject(FigureDesk);
  private readonly formats = inject(Formats);
  private readonly toolbar = viewChild(TextToolbar);
  private readonly blockMenu = viewChild(BlockMenu);
  /** The value that the editor began from, or told last: what is in the editor is this or newer. */
  private told: RichDocument | null = null;
  /** When that was written which the value does not have yet; null: it has everything. */
  private untoldSince: number | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  /** The Escape that closed the menu closes nothing else. */
  private forMenu: KeyboardEvent | null = null;

  protected readonly editor = signal<Editor | null>(null);
  protected readonly beat = signal(0);
  protected readonly isFinding = signal(false);
  /** Nothing but the text, as large as the window. */
  protected readonly isQuiet = signal(false);
  protected readonly menu = signal<OpenMenu | null>(null);
  protected readonly activeOption = signal<string | null>(null);
  protected readonly menuId = `reihe-block-menu-${++surfaces}`;
  /** Pictures of the last paste that were not taken. */
  protected readonly leftOut = signal(0);
  protected readonly offers = blockOffers((editor) => this.figures.place(editor));
  private readonly allTools: readonly TextTool[] = surfaceTools({
    link: (editor) => void this.askLink(editor),
    insert: (editor) => {
      const { $from } = editor.state.selection;
      const before = $from.parent.textBetween(0, $from.parentOffset, null, '￼');
      editor
        .chain()
        .focus()
        .insertContent(/\S$/.test(before) ? ' /' : '/')
        .run();
    },
    figure: (editor) => void this.figures.place(editor),
    canDescribe: (editor) => this.figures.isAt(editor) || this.desk.canDescribe(editor),
    describe: (editor) => {
      this.describe(editor);
    },
    toggleWidth: (editor) => {
      this.desk.toggleWidth(editor);
    },
    find: () => {
      this.isFinding.set(true);
    },
    quiet: () => {
      this.toggleQuiet();
    },
    isQuiet: () => this.isQuiet(),
  });
  protected readonly tools = computed(() =>
    this.isCompact() ? this.allTools.filter(({ name }) => COMPACT.includes(name)) : this.allTools,
  );
  protected readonly toolbarLabel = computed(
    () => $localize`:@@recap-desk.tool.bar:Tools for: ${this.label()}:label:`,
  );
  protected readonly findLabel = computed(
    () => $localize`:@@recap-desk.find.bar:Find in: ${this.label()}:label:`,
  );
  protected readonly leftOutWords = computed(() => {
    if (this.leftOut() === 1)
      return $localize`:@@recap-desk.paste.picture:A picture was not pasted: put it into the media library, with its rights, and place it from there.`;
    const count = this.formats.number(this.leftOut());
    return $localize`:@@recap-desk.paste.pictures:${count}:count: pictures were not pasted: put them into the media library, with their rights, and place them from there.`;
  });
  protected readonly length = computed(() => {
    const words = wordCount(this.value());
    if (words === 0) return $localize`:@@recap-desk.text.none:No text yet`;
    if (words === 1) return $localize`:@@recap-desk.text.one:One word`;
    const minutes = readingMinutes(this.value());
    return $localize`:@@recap-desk.text.length:${this.formats.number(words)}:words: words, about ${minutes}:minutes: min to read`;
  });

  constructor() {
    effect(() => {
      const value = this.value();
      const editor = this.editor();
      if (value === this.told) return;
      // What was typed here comes back as it went, perhaps while more was typed: only what is loaded or restored is put in.
      if (!editor || (this.told && isSame(value, this.told)) || isSame(value, documentOf(editor))) return;
      this.told = value;
      // Undoing goes back to it, not behind it.
      this.untoldSince = null;
      untracked(() =>
        editor.chain().setMeta('addToHistory', false).setContent(value, { emitUpdate: false }).run(),
      );
    });
    effect(() => {
      this.editor()?.setEditable(!this.disabled(), false);
    });
    effect(() => {
      const isOpen = this.menu() !== null;
      const active = this.activeOption();
      const dom = this.editor()?.view.dom;
      setOrRemove(dom, 'aria-controls', isOpen ? this.menuId : null);
      setOrRemove(dom, 'aria-activedescendant', isOpen ? active : null);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.waiting);
      this.editor()?.destroy();
    });
  }

  ngOnInit(): void {
    this.told = this.value();
    const editor: Editor = new Editor({
      content: this.value(),
      editable: !this.disabled(),
      extensions: [
        ...(this.isCompact() ? [GuardChips] : []),
        ...textExtensions(
          this.injector,
          $localize`:@@recap-desk.text.placeholder:Begin to write, or type / for pictures, tables and more …`,
          {
            link: () => void this.askLink(editor),
            figure: () => void this.figures.place(editor),
            toolbar: () => {
              this.toolbar()?.focus();
            },
            find: () => {
              this.isFinding.set(true);
            },
            details: () => {
              this.describe(editor);
            },
            quiet: () => {
              this.toggleQuiet();
            },
          },
          {
            opened: (query) => {
              // Whoever writes on after a slash did not mean the menu.
              const isText =
                query.typed.includes(' ') && matchingOffers(this.offers, query.typed).length === 0;
              this.menu.set(isText ? null : placed(query));
            },
            closed: () => {
              this.menu.set(null);
            },
            pressed: (event) => {
              if (event.key === 'Escape' && this.menu()) this.forMenu = event;
              return this.blockMenu()?.press(event, this.menu()?.typed ?? '') ?? false;
            },
          },
        ),
      ],
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': this.label(),
          'aria-keyshortcuts': 'Alt+F10',
          lang: this.language(),
        },
        handleKeyDown: (view, event) => this.isLeft(view.state.selection, event),
        transformPastedHTML: (html) => {
          const { html: cleaned, pictures } = cleanPasted(html);
          this.leftOut.set(pictures);
          return cleaned;
        },
      },
      onUpdate: () => {
        this.tellSoon();
      },
      onBlur: () => {
        this.flush();
        this.touched.set(true);
      },
      onTransaction: () => {
        this.beat.update((beat) => beat + 1);
      },
    });
    this.editor.set(editor);
  }

  /** At once, not with the next frame as Tiptap's command: letters typed in between would go elsewhere. */
  focus(): void {
    this.editor()?.view.focus();
    this.editor()?.commands.focus();
  }

  /** The value as it is written by now: it follows what is typed after a pause, or when the text is left. */
  flush(): void {
    clearTimeout(this.waiting);
    const editor = this.editor();
    if (this.untoldSince === null || !editor) return;
    this.untoldSince = null;
    this.told = documentOf(editor);
    this.value.set(this.told);
  }

  /** At the cursor, or at the end where nobody has been in the text yet. */
  insert(node: RichNode): void {
    const editor = this.editor();
    if (!editor || this.disabled()) return;
    const hasBeenHere = editor.isFocused || this.touched();
    (hasBeenHere ? editor.chain().focus() : editor.chain().focus('end')).insertContent(node).run();
    this.flush();
  }

  /** Selects words where they stand. @param blockId of the block; empty or gone: wherever the words are first */
  showWords(words: string, blockId: string): void {
    const editor = this.editor();
    const place =
      editor && (placeOf(editor.state.doc, words, blockId) ?? placeOf(editor.state.doc, words, ''));
    if (place) editor.chain().focus().setTextSelection(place).scrollIntoView().run();
    else this.focus();
  }

  /** Selects the block and brings it into view. @returns false where the text has none of this name */
  showBlock(id: string): boolean {
    const editor = this.editor();
    const at = editor && blockAt(editor.state.doc, id);
    if (!editor || at === null || at === undefined) return false;
    editor.chain().focus().setNodeSelection(at).scrollIntoView().run();
    return true;
  }

  protected take(offer: BlockOffer): void {
    const editor = this.editor();
    const menu = this.menu();
    if (!editor || !menu) return;
    // What was typed to find it is no part of the text.
    editor.chain().focus().deleteRange(menu.range).run();
    void offer.run(editor, this.desk);
  }

  protected closeFind(): void {
    this.isFinding.set(false);
    this.focus();
  }

  private isLeft({ $from }: Selection, event: KeyboardEvent): boolean {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!this.isCompact() || event.key !== 'Enter' || !isPlain || event.isComposing) return false;
    // Lists and tables are of several paragraphs; the menu takes the key for itself.
    if ($from.depth !== 1 || this.menu()) return false;
    this.entered.emit();
    return true;
  }

  protected leaveQuiet(event: Event): void {
    if (this.isQuiet() && event !== this.forMenu) this.toggleQuiet();
  }

  private describe(editor: Editor): void {
    if (this.disabled()) return;
    void (this.figures.isAt(editor) ? this.figures.round(editor) : this.desk.describe(editor));
  }

  private tellSoon(): void {
    const now = performance.now();
    this.untoldSince ??= now;
    clearTimeout(this.waiting);
    const pause = Math.min(PAUSE_MS, Math.max(0, this.untoldSince + LONGEST_MS - now));
    this.waiting = setTimeout(() => {
      this.flush();
    }, pause);
  }

  private toggleQuiet(): void {
    this.isQuiet.update((isQuiet) => !isQuiet);
    this.focus();
  }

  private async askLink(editor: Editor): Promise<void> {
    if (this.disabled()) return;
    const before = (editor.getAttributes('link') as { href?: string }).href ?? '';
    const dialog = this.dialogs.open<LinkDialog, string, string>(LinkDialog, {
      data: before,
      width: '34rem',
      restoreFocus: false,
    });
    const href = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
    const chain = editor.chain().focus();
    if (href === undefined) chain.run();
    else if (href === '') chain.extendMarkRange('link').unsetLink().run();
    else if (editor.state.selection.empty && before === '')
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.extendMarkRange('link').setLink({ href }).run();
  }
}

function documentOf(editor: Editor): RichDocument {
  return cleanDocument(editor.getJSON());
}

function isSame(one: RichDocument, other: RichDocument): boolean {
  return JSON.stringify(cleanDocument(one)) === JSON.stringify(cleanDocument(other));
}

/** Below the slash, or above it where the window ends before. */
function placed({ typed, range, place }: SlashQuery): OpenMenu {
  const { top, bottom, left } = place ?? { top: 0, bottom: 0, left: 0 };
  const isBelow = bottom + MENU_HEIGHT < window.innerHeight || top < MENU_HEIGHT;
  return { typed, range, left: Math.max(8, left), top: isBelow ? bottom + 4 : top - MENU_HEIGHT - 4 };
}

function setOrRemove(element: HTMLElement | undefined, name: string, value: string | null): void {
  if (value === null) element?.removeAttribute(name);
  else element?.setAttribute(name, value);
}
