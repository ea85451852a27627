import { Directive, ElementRef, inject, input, type OnInit } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { FieldControl } from '@reihe/web-forms';

/**
 * Ties a text control to a field of a signal form and leaves its `name` alone: the forms' own directive names controls after its
 * model, while a post without scripts needs the contract's names. What somebody typed before the scripts came is taken over.
 */
@Directive({
  selector: 'input[reiheEntry], select[reiheEntry]',
  hostDirectives: [FieldControl],
  host: {
    '[value]': 'reiheEntry()().value()',
    '(input)': 'take()',
    '(change)': 'take()',
    '(blur)': 'reiheEntry()().markAsTouched()',
  },
})
export class Entry implements OnInit {
  readonly reiheEntry = input.required<FieldTree<string>>();

  private readonly control =
    inject<ElementRef<HTMLInputElement | HTMLSelectElement>>(ElementRef).nativeElement;

  ngOnInit(): void {
    const before = this.control.value;
    if (before && before !== this.reiheEntry()().value()) this.take();
  }

  protected take(): void {
    const { value } = this.reiheEntry()();
    if (value() !== this.control.value) value.set(this.control.value);
  }
}
