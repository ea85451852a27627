import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { textTools, type TextTool } from './text-tools';

/** The tools of one text: a single stop for Tab, arrow keys between the buttons. */
@Component({
  selector: 'reihe-text-toolbar',
  template: `
    @for (tool of tools; track tool.name; let index = $index) {
      <button
        type="button"
        [class]="tool.name"
        [tabindex]="index === stop() ? 0 : -1"
        [attr.aria-label]="tool.label"
        [attr.aria-pressed]="tool.isOn ? isOn(tool) : null"
        [attr.aria-keyshortcuts]="tool.keys"
        [title]="titleOf(tool)"
        [disabled]="isDisabled()"
        (focus)="stop.set(index)"
        (click)="run(tool)"
      >
        {{ tool.sign ?? tool.label }}
      </button>
    }
    <button
      type="button"
      aria-keyshortcuts="Control+K"
      [tabindex]="stop() === tools.length ? 0 : -1"
      [attr.aria-pressed]="isLink()"
      [title]="linkTitle"
      [disabled]="isDisabled()"
      (focus)="stop.set(tools.length)"
      (click)="link.emit()"
      i18n="@@recap-desk.tool.link"
    >
      Link
    </button>
    <button
      type="button"
      aria-keyshortcuts="Control+Alt+F"
      [tabindex]="stop() === tools.length + 1 ? 0 : -1"
      [title]="figureTitle"
      [disabled]="isDisabled()"
      (focus)="stop.set(tools.length + 1)"
      (click)="figure.emit()"
      i18n="@@recap-desk.tool.figure"
    >
      Live number
    </button>
  `,
  host: {
    role: 'toolbar',
    '[attr.aria-label]': 'label()',
    '(keydown)': 'byKey($event)',
    '(keydown.escape)': 'leave.emit()',
  },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
      padding: 3px;
      border-block-end: 1px solid var(--line);
      background: var(--surface);
    }
    button {
      min-inline-size: 2rem;
      min-block-size: 2rem;
      padding: 0 0.5em;
      border: 0;
      border-radius: var(--radius);
      background: none;
      color: var(--ink);
      font: 500 0.8125rem / 1 var(--sans);
      cursor: pointer;
    }
    button:hover:enabled {
      background: var(--sunken);
    }
    button:disabled {
      color: var(--ink-soft);
      cursor: default;
    }
    button[aria-pressed='true'] {
      background: var(--harbour);
      color: var(--on-harbour);
    }
    .bold {
      font-weight: 750;
    }
    .italic {
      font-style: italic;
    }
  `,
})
export class TextToolbar {
  readonly editor = input.required<Editor>();
  /** Raised with every change of the text or the selection: Tiptap's state is no signal. */
  readonly beat = input.required<number>();
  readonly label = input.required<string>();
  readonly isDisabled = input(false);
  readonly link = output();
  readonly figure = output();
  /** Back to the text. */
  readonly leave = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly tools = textTools();
  protected readonly stop = signal(0);
  protected readonly linkTitle = $localize`:@@recap-desk.tool.link-title:Link (Ctrl+K)`;
  protected readonly figureTitle = $localize`:@@recap-desk.tool.figure-title:A number from the records, always as of today (Ctrl+Alt+F)`;
  protected readonly isLink = computed(() => {
    this.beat();
    return this.editor().isActive('link');
  });

  focus(): void {
    this.buttons()[this.stop()]?.focus();
  }

  protected isOn(tool: TextTool): boolean {
    this.beat();
    return tool.isOn?.(this.editor()) ?? false;
  }

  protected titleOf({ label, keys }: TextTool): string {
    return keys ? `${label} (${keys.replace('Control', $localize`:@@recap-desk.key.control:Ctrl`)})` : label;
  }

  protected run(tool: TextTool): void {
    tool.run(this.editor().chain().focus()).run();
  }

  protected byKey(event: KeyboardEvent): void {
    const last = this.tools.length + 1;
    const next = {
      ArrowRight: this.stop() === last ? 0 : this.stop() + 1,
      ArrowLeft: this.stop() === 0 ? last : this.stop() - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.buttons()[next]?.focus();
  }

  private buttons(): NodeListOf<HTMLButtonElement> {
    return this.host.nativeElement.querySelectorAll('button');
  }
}
