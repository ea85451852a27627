import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  Injector,
  input,
  model,
  signal,
  untracked,
  viewChild,
  type OnInit,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { MatDialog } from '@angular/material/dialog';
import { Editor } from '@tiptap/core';
import { firstValueFrom } from 'rxjs';
import { figureKey, type Language, type RichDocument } from '@reihe/shared-contracts';
import { documentText } from '@reihe/shared-recap-policies';
import { Ask, cleanDocument, LinkDialog, TextToolbar } from '@reihe/admin-ui';
import { Formats } from '@reihe/web-platform';
import { TiptapEditorDirective } from 'ngx-tiptap';
import { FigureValues } from './figure-values';
import { textExtensions } from './text-extensions';

const WORDS_PER_MINUTE = 200;

/** The text of one language, written as it will be read; only what the document's contract knows can be entered. */
@Component({
  selector: 'reihe-writing-surface',
  imports: [TextToolbar, TiptapEditorDirective],
  template: `
    @if (editor(); as editor) {
      <reihe-text-toolbar
        [editor]="editor"
        [beat]="beat()"
        [label]="toolbarLabel()"
        [isDisabled]="disabled()"
        (link)="askLink(editor)"
        (figure)="askFigure(editor)"
        (leave)="focus()"
      />
      <div class="text" tiptap [editor]="editor"></div>
    }
    <p>{{ length() }}</p>
  `,
  styleUrl: './writing-surface.css',
})
export class WritingSurface implements FormValueControl<RichDocument>, OnInit {
  readonly value = model.required<RichDocument>();
  readonly touched = model(false);
  readonly disabled = input(false);
  readonly language = input.required<Language>();
  readonly label = input.required<string>();

  private readonly injector = inject(Injector);
  private readonly dialogs = inject(MatDialog);
  private readonly ask = inject(Ask);
  private readonly figures = inject(FigureValues);
  private readonly formats = inject(Formats);
  private readonly toolbar = viewChild(TextToolbar);

  protected readonly editor = signal<Editor | null>(null);
  protected readonly beat = signal(0);
  protected readonly toolbarLabel = computed(
    () => $localize`:@@recap-desk.tool.bar:Tools for: ${this.label()}:label:`,
  );
  protected readonly length = computed(() => {
    const words = documentText(this.value()).split(/\s+/).filter(Boolean).length;
    if (words === 0) return $localize`:@@recap-desk.text.none:No text yet`;
    if (words === 1) return $localize`:@@recap-desk.text.one:One word`;
    const minutes = Math.max(1, Math.round(words / WORDS_PER_MINUTE));
    return $localize`:@@recap-desk.text.length:${this.formats.number(words)}:words: words, about ${minutes}:minutes: min to read`;
  });

  constructor() {
    effect(() => {
      const value = this.value();
      const editor = this.editor();
      // What was typed here comes back as it went; only what is loaded or restored is put in, or the cursor would jump.
      if (!editor || isSame(value, documentOf(editor))) return;
      untracked(() => editor.commands.setContent(value, { emitUpdate: false }));
    });
    effect(() => {
      this.editor()?.setEditable(!this.disabled(), false);
    });
    inject(DestroyRef).onDestroy(() => {
      this.editor()?.destroy();
    });
  }

  ngOnInit(): void {
    const editor: Editor = new Editor({
      content: this.value(),
      editable: !this.disabled(),
      extensions: textExtensions(this.injector, $localize`:@@recap-desk.text.placeholder:Begin to write …`, {
        link: () => void this.askLink(editor),
        figure: () => void this.askFigure(editor),
        toolbar: () => {
          this.toolbar()?.focus();
        },
      }),
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': this.label(),
          'aria-keyshortcuts': 'Alt+F10',
          lang: this.language(),
        },
      },
      onUpdate: () => {
        this.value.set(documentOf(editor));
      },
      onBlur: () => {
        this.touched.set(true);
      },
      onTransaction: () => {
        this.beat.update((beat) => beat + 1);
      },
    });
    this.editor.set(editor);
  }

  focus(): void {
    this.editor()?.commands.focus();
  }

  protected async askLink(editor: Editor): Promise<void> {
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

  protected async askFigure(editor: Editor): Promise<void> {
    if (this.disabled()) return;
    const placeable = this.figures.placeable();
    if (placeable.length === 0) {
      await this.ask.confirm({
        title: $localize`:@@recap-desk.figure.empty:No number to place yet`,
        text: $localize`:@@recap-desk.figure.empty-text:Choose the sessions this recap looks back on; their figures, counted or stated, can then stand in the text.`,
        action: $localize`:@@recap-desk.figure.empty-action:Understood`,
      });
      return;
    }
    const key = await this.ask.choose({
      title: $localize`:@@recap-desk.figure.title:Which number?`,
      text: $localize`:@@recap-desk.figure.text:It is never copied: readers always see what the records say on the day they read.`,
      action: $localize`:@@recap-desk.figure.action:Place it in the text`,
      choices: placeable.map((figure) => ({
        value: figureKey(figure),
        label: this.figures.value(figure),
        hint: this.figures.explanation(figure),
      })),
    });
    const chosen = placeable.find((figure) => figureKey(figure) === key);
    const chain = editor.chain().focus();
    if (!chosen) chain.run();
    else {
      const { measure, sessionId } = chosen;
      chain.insertContent({ type: 'figureValue', attrs: { measure, sessionId } }).run();
    }
  }
}

function documentOf(editor: Editor): RichDocument {
  return cleanDocument(editor.getJSON());
}

function isSame(one: RichDocument, other: RichDocument): boolean {
  return JSON.stringify(cleanDocument(one)) === JSON.stringify(cleanDocument(other));
}
