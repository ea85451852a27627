import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { Editor } from '@tiptap/core';
import type { TextTool } from './text-tools';

/** The tools of one text: a single stop for Tab, arrow keys between the buttons. */
@Component({
  selector: 'reihe-text-toolbar',
  template: `
    @for (tool of shown(); track tool.name; let index = $index) {
      <button
        type="button"
        [class]="tool.name"
        [tabindex]="index === reached() ? 0 : -1"
        [attr.aria-label]="tool.label"
        [attr.aria-pressed]="tool.isOn ? isOn(tool) : null"
        [attr.aria-keyshortcuts]="tool.keys"
        [title]="titleOf(tool)"
        [disabled]="isDisabled()"
        (focus)="stop.set(index)"
        (click)="tool.run(editor())"
      >
        {{ tool.sign ?? tool.label }}
      </button>
    }
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
  readonly tools = input.required<readonly TextTool[]>();
  /** Raised with every change of the text or the selection: Tiptap's state is no signal. */
  readonly beat = input.required<number>();
  readonly label = input.required<string>();
  readonly isDisabled = input(false);
  /** Back to the text. */
  readonly leave = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly stop = signal(0);
  protected readonly shown = computed(() => {
    this.beat();
    return this.tools().filter(({ isShown }) => isShown?.(this.editor()) ?? true);
  });
  /** Some are gone once the cursor is elsewhere. */
  protected readonly reached = computed(() => Math.min(this.stop(), this.shown().length - 1));

  focus(): void {
    this.buttons()[this.reached()]?.focus();
  }

  protected isOn(tool: TextTool): boolean {
    this.beat();
    return tool.isOn?.(this.editor()) ?? false;
  }

  protected titleOf({ label, keys }: TextTool): string {
    return keys ? `${label} (${keys.replace('Control', $localize`:@@recap-desk.key.control:Ctrl`)})` : label;
  }

  protected byKey(event: KeyboardEvent): void {
    const last = this.shown().length - 1;
    const next = {
      ArrowRight: this.reached() === last ? 0 : this.reached() + 1,
      ArrowLeft: this.reached() === 0 ? last : this.reached() - 1,
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
