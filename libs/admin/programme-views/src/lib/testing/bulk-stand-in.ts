import { Component, input, output } from '@angular/core';

/** As the app gives it: what is done with many at once. */
@Component({
  selector: 'reihe-bulk-stand-in',
  template: `<button type="button" (click)="changed.emit()">Publish {{ ids().join() }}</button>`,
})
export class BulkStandIn {
  readonly ids = input.required<readonly string[]>();
  readonly changed = output();
}
