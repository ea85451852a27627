import { Directive, ElementRef, inject, input, output, type OnInit } from '@angular/core';

/** A tick box whose state is held elsewhere. A change made before the scripts came is told like any other. */
@Directive({
  selector: 'input[reiheTick]',
  host: { '[checked]': 'reiheTick()', '(change)': 'tell()' },
})
export class Tick implements OnInit {
  readonly reiheTick = input.required<boolean>();
  readonly ticked = output<boolean>();

  private readonly box = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;

  ngOnInit(): void {
    // The default is what the server wrote; a difference can only be somebody's choice.
    if (this.box.checked !== this.box.defaultChecked) this.tell();
  }

  protected tell(): void {
    this.ticked.emit(this.box.checked);
  }
}
