import { ChangeDetectorRef, Component, ElementRef, inject, input, signal, viewChild } from '@angular/core';

/**
 * A value that is changed where it stands: Enter (or a click) edits, Enter saves, Esc undoes, Tab saves and moves on. What could
 * not be saved stays as typed.
 */
@Component({
  selector: 'reihe-editable-cell',
  host: { '[class.beside]': 'isBeside()' },
  template: `
    @if (isEditing()) {
      <input
        #box
        class="control"
        [type]="kind()"
        [class.wide]="kind() === 'text'"
        [attr.aria-label]="label()"
        [attr.min]="kind() === 'number' ? 1 : null"
        [value]="typed()"
        [readOnly]="isSaving()"
        (input)="typed.set(box.value)"
        (keydown.enter)="save($event)"
        (keydown.escape)="undo($event)"
        (blur)="leave()"
      />
    } @else {
      <span class="shown"><ng-content /></span>
      @if (canEdit()) {
        <button #opener type="button" class="opener" [attr.aria-label]="label()" (click)="edit()">
          @if (isBeside()) {
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
              <path
                d="M2 14l.8-3.4L11 2.4l2.6 2.6-8.2 8.2L2 14z"
                fill="none"
                stroke="currentColor"
                stroke-width="1.4"
              />
            </svg>
          }
        </button>
      }
    }
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      min-block-size: 1.75rem;
      margin-inline: -0.35rem;
      padding-inline: 0.35rem;
    }
    .opener {
      position: absolute;
      inset: -0.2rem 0;
      z-index: 1;
      border: 1px solid transparent;
      border-radius: var(--radius);
      background: none;
      cursor: text;
    }
    :host(:hover) .opener,
    .opener:hover {
      border-color: var(--line-strong);
    }
    .control {
      inline-size: 100%;
      min-inline-size: 6rem;
    }
    .control[type='datetime-local'] {
      min-inline-size: 13rem;
    }
    .control.wide {
      min-inline-size: 15rem;
    }
    :host(.beside) {
      display: flex;
      gap: var(--space-2xs);
      align-items: start;
      justify-content: space-between;
    }
    :host(.beside) .opener {
      position: static;
      flex: none;
      inline-size: 1.75rem;
      block-size: 1.75rem;
      margin-block-start: -0.3rem;
      padding: 0;
      color: var(--ink-soft);
      cursor: pointer;
    }
  `,
})
export class EditableCell {
  readonly canEdit = input(true);
  readonly kind = input<'text' | 'number' | 'datetime-local'>('text');
  /** What is edited; what is shown is projected. */
  readonly value = input.required<string>();
  /** What is shown is a link: what opens the cell stands beside it instead of over it. */
  readonly isBeside = input(false);
  /** Says what it is and of which session. */
  readonly label = input.required<string>();
  /** False: it stays open with what was typed. */
  readonly saving = input.required<(typed: string) => Promise<boolean>>();

  private readonly changes = inject(ChangeDetectorRef);
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');
  private readonly opener = viewChild<ElementRef<HTMLButtonElement>>('opener');
  protected readonly isEditing = signal(false);
  protected readonly isSaving = signal(false);
  protected readonly typed = signal('');
  /** As it was when the cell was opened: what comes in while one types is of another version than what one saw. */
  private opened = { value: '', saving: (_typed: string) => Promise.resolve(true) };

  protected edit(): void {
    this.opened = { value: this.value(), saving: this.saving() };
    this.typed.set(this.opened.value);
    this.isEditing.set(true);
    // At once: the next key is already meant for the box.
    this.changes.detectChanges();
    const box = this.box()?.nativeElement;
    box?.focus();
    if (this.kind() !== 'datetime-local') box?.select();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.commit()) this.focusOpener();
    else this.box()?.nativeElement.focus();
  }

  protected undo(event: Event): void {
    event.stopPropagation();
    this.isEditing.set(false);
    this.focusOpener();
  }

  protected leave(): void {
    if (this.isEditing()) void this.commit();
  }

  private async commit(): Promise<boolean> {
    if (this.isSaving()) return false;
    const typed = this.typed().trim();
    if (typed === this.opened.value) {
      this.isEditing.set(false);
      return true;
    }
    this.isSaving.set(true);
    try {
      const isSaved = await this.opened.saving(typed);
      if (isSaved) this.isEditing.set(false);
      return isSaved;
    } finally {
      this.isSaving.set(false);
    }
  }

  private focusOpener(): void {
    this.changes.detectChanges();
    this.opener()?.nativeElement.focus();
  }
}
