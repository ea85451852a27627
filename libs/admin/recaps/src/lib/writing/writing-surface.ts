import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  model,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { Language, RichDocument } from '@reihe/shared-contracts';
import { documentText, isSafeLink } from '@reihe/shared-policies';
import { Ask } from '@reihe/admin-ui';
import { cleanDocument } from './clean-document';
import { FigureValue, type FigureAttributes } from './figure-value';

export interface FigureOption extends FigureAttributes {
  words: string;
}

interface Tool {
  name: string;
  label: string;
  sign: string;
  keys?: string;
  run: (editor: Editor) => void;
  isOn: (editor: Editor) => boolean;
}

const WORDS_A_MINUTE = 200;

/** The text of one language, written as it will be read; only what the document's contract knows can be entered. */
@Component({
  selector: 'reihe-writing-surface',
  template: `
    <div role="toolbar" [attr.aria-label]="toolbarLabel">
      @for (tool of tools; track tool.name) {
        <button
          type="button"
          [attr.aria-pressed]="isOn(tool)"
          [attr.aria-keyshortcuts]="tool.keys ?? null"
          [attr.aria-label]="tool.label"
          [title]="tool.label"
          [disabled]="disabled()"
          (click)="run(tool)"
        >
          <span aria-hidden="true">{{ tool.sign }}</span>
        </button>
      }
      @if (figures().length > 0) {
        <label>
          <span class="visually-hidden" i18n="@@recap-desk.tool.figure">Insert a live number</span>
          <select #figure [disabled]="disabled()" (change)="insertFigure(figure)">
            <option value="" i18n="@@recap-desk.tool.figure">Insert a live number</option>
            @for (option of figures(); track $index) {
              <option [value]="$index">{{ option.words }}</option>
            }
          </select>
        </label>
      }
    </div>
    <div #surface class="surface" [attr.lang]="language()"></div>
    <p class="small" i18n="@@recap-desk.words">{{ words() }} words, about {{ minutes() }} min to read</p>
  `,
  styles: `
    [role='toolbar'] {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
      padding: var(--space-3xs);
      border: 1px solid var(--line);
      border-block-end: 0;
      background: var(--surface);
    }
    button {
      min-inline-size: 2.2rem;
      min-block-size: 2.2rem;
      border: 0;
      border-radius: var(--radius);
      background: transparent;
      color: inherit;
      font: 600 0.95rem / 1 var(--sans);
      cursor: pointer;
    }
    button[aria-pressed='true'] {
      background: var(--harbour);
      color: var(--paper);
    }
    select {
      min-block-size: 2.2rem;
      max-inline-size: 14rem;
      border: 1px solid var(--line);
      background: var(--paper);
      color: inherit;
    }
    .surface {
      min-block-size: 22rem;
      padding: var(--space-s);
      border: 1px solid var(--line);
      background: var(--paper);
      font-family: var(--serif);
    }
    .surface:focus-within {
      outline: 2px solid var(--harbour);
      outline-offset: 1px;
    }
    :host ::ng-deep .ProseMirror {
      min-block-size: 20rem;
      outline: none;
    }
    :host ::ng-deep .figure-value {
      padding: 0 0.4em;
      border: 1px solid var(--harbour);
      border-radius: var(--radius);
      font: 600 0.85em / 1.4 var(--sans);
    }
    p {
      margin: var(--space-3xs) 0 0;
      color: var(--ink-soft);
    }
  `,
})
export class WritingSurface implements FormValueControl<RichDocument> {
  readonly value = model.required<RichDocument>();
  readonly disabled = input(false);
  readonly language = input.required<Language>();
  readonly label = input.required<string>();
  readonly figures = input<readonly FigureOption[]>([]);

  private readonly ask = inject(Ask);
  private readonly surface = viewChild.required<ElementRef<HTMLElement>>('surface');
  private readonly editor = signal<Editor | null>(null);
  /** Raised with every change of text or selection: the buttons read the editor, which is no signal. */
  private readonly beat = signal(0);
  private written = '';

  protected readonly toolbarLabel = $localize`:@@recap-desk.tool.bar:Text tools`;
  protected readonly words = computed(() => documentText(this.value()).split(/\s+/).filter(Boolean).length);
  protected readonly minutes = computed(() => Math.max(1, Math.round(this.words() / WORDS_A_MINUTE)));
  protected readonly tools: readonly Tool[] = [
    {
      name: 'bold',
      label: $localize`:@@recap-desk.tool.bold:Bold`,
      sign: 'B',
      keys: 'Control+B',
      run: (editor) => editor.chain().focus().toggleBold().run(),
      isOn: (editor) => editor.isActive('bold'),
    },
    {
      name: 'italic',
      label: $localize`:@@recap-desk.tool.italic:Italic`,
      sign: 'I',
      keys: 'Control+I',
      run: (editor) => editor.chain().focus().toggleItalic().run(),
      isOn: (editor) => editor.isActive('italic'),
    },
    ...([2, 3, 4] as const).map((level): Tool => ({
      name: `heading-${level}`,
      label: $localize`:@@recap-desk.tool.heading:Heading ${level}:level:`,
      sign: `H${level}`,
      keys: `Control+Alt+${level}`,
      run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
      isOn: (editor) => editor.isActive('heading', { level }),
    })),
    {
      name: 'bullets',
      label: $localize`:@@recap-desk.tool.bullets:List`,
      sign: '•',
      keys: 'Control+Shift+8',
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
      isOn: (editor) => editor.isActive('bulletList'),
    },
    {
      name: 'numbers',
      label: $localize`:@@recap-desk.tool.numbers:Numbered list`,
      sign: '1.',
      keys: 'Control+Shift+7',
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
      isOn: (editor) => editor.isActive('orderedList'),
    },
    {
      name: 'quote',
      label: $localize`:@@recap-desk.tool.quote:Quotation`,
      sign: '❝',
      keys: 'Control+Shift+B',
      run: (editor) => editor.chain().focus().toggleBlockquote().run(),
      isOn: (editor) => editor.isActive('blockquote'),
    },
    {
      name: 'rule',
      label: $localize`:@@recap-desk.tool.rule:Dividing line`,
      sign: '―',
      run: (editor) => editor.chain().focus().setHorizontalRule().run(),
      isOn: () => false,
    },
    {
      name: 'link',
      label: $localize`:@@recap-desk.tool.link:Link`,
      sign: '🔗',
      run: (editor) => void this.link(editor),
      isOn: (editor) => editor.isActive('link'),
    },
  ];

  constructor() {
    afterNextRender(() => {
      this.editor.set(this.start());
    });
    effect(() => {
      const value = this.value();
      const editor = this.editor();
      // What this editor wrote itself needs no second look; anything else (loaded, restored) is shown.
      if (!editor || JSON.stringify(value) === this.written) return;
      this.written = JSON.stringify(value);
      untracked(() => editor.commands.setContent(value, { emitUpdate: false }));
    });
    effect(() => {
      this.editor()?.setEditable(!this.disabled(), false);
    });
    inject(DestroyRef).onDestroy(() => {
      this.editor()?.destroy();
    });
  }

  focus(): void {
    this.editor()?.commands.focus();
  }

  private start(): Editor {
    this.written = JSON.stringify(this.value());
    return new Editor({
      element: this.surface().nativeElement,
      content: this.value(),
      extensions: [
        StarterKit.configure({
          heading: { levels: [2, 3, 4] },
          code: false,
          codeBlock: false,
          strike: false,
          underline: false,
          link: { openOnClick: false, autolink: false, isAllowedUri: (url) => isSafeLink(url) },
        }),
        FigureValue.configure({ words: (figure: FigureAttributes) => this.wordsOf(figure) }),
      ],
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.label() },
      },
      onUpdate: ({ editor }) => {
        const document = cleanDocument(editor.getJSON() as Parameters<typeof cleanDocument>[0]);
        this.written = JSON.stringify(document);
        this.value.set(document);
      },
      onTransaction: () => {
        this.beat.update((beat) => beat + 1);
      },
    });
  }

  protected isOn(tool: Tool): boolean {
    this.beat();
    const editor = this.editor();
    return editor !== null && tool.isOn(editor);
  }

  protected run(tool: Tool): void {
    const editor = this.editor();
    if (editor) tool.run(editor);
  }

  protected insertFigure(select: HTMLSelectElement): void {
    const option = this.figures()[Number(select.value)];
    select.value = '';
    if (!option) return;
    const { measure, sessionId } = option;
    this.editor()
      ?.chain()
      .focus()
      .insertContent({ type: 'figureValue', attrs: { measure, sessionId } })
      .run();
  }

  private wordsOf({ measure, sessionId }: FigureAttributes): string {
    const known = this.figures().find((one) => one.measure === measure && one.sessionId === sessionId);
    return known?.words ?? measure;
  }

  private async link(editor: Editor): Promise<void> {
    if (editor.isActive('link')) {
      editor.chain().focus().unsetLink().run();
      return;
    }
    const href = await this.ask.reason({
      title: $localize`:@@recap-desk.link.title:Where does it lead?`,
      text: $localize`:@@recap-desk.link.text:A web address, an e-mail address after “mailto:”, or a path of this site.`,
      action: $localize`:@@recap-desk.link.action:Set the link`,
      reason: {
        label: $localize`:@@recap-desk.link.label:Address`,
        hint: '',
        rules: { kind: 'text', minLength: 1, maxLength: 2000 },
      },
    });
    if (href && isSafeLink(href)) editor.chain().focus().setLink({ href }).run();
  }
}
