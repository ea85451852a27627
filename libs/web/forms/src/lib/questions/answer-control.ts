import { Directive, ElementRef, inject, input, linkedSignal, output, type OnInit } from '@angular/core';

/**
 * A text, a list or a text area of a question. What somebody typed before the scripts came is told like any other change. The text is
 * set from here and not written between a text area's tags: the server marks an empty text by a comment, which there is text.
 */
@Directive({
  selector: 'input[reiheAnswer], select[reiheAnswer], textarea[reiheAnswer]',
  host: { '[value]': 'shown()', '(input)': 'tell()', '(change)': 'tell()' },
})
export class AnswerControl implements OnInit {
  /** As the page shows it. */
  readonly reiheAnswer = input.required<string>();
  readonly answered = output<string>();
  /** Also what was typed just now, before whoever keeps it has told. */
  protected readonly shown = linkedSignal(() => this.reiheAnswer());

  private readonly control =
    inject<ElementRef<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>>(ElementRef).nativeElement;

  ngOnInit(): void {
    if (this.control.value !== '' && this.control.value !== this.reiheAnswer()) this.tell();
  }

  protected tell(): void {
    this.shown.set(this.control.value);
    this.answered.emit(this.control.value);
  }
}

/** A tick box or radio button of a question, likewise. */
@Directive({
  selector: 'input[reiheMark]',
  host: { '[checked]': 'reiheMark()', '(change)': 'tell()' },
})
export class AnswerMark implements OnInit {
  readonly reiheMark = input.required<boolean>();
  readonly marked = output<boolean>();

  private readonly box = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;

  ngOnInit(): void {
    // The default is what the server wrote; a difference can only be somebody's choice.
    if (this.box.checked !== this.box.defaultChecked && this.box.checked !== this.reiheMark()) this.tell();
  }

  protected tell(): void {
    this.marked.emit(this.box.checked);
  }
}
