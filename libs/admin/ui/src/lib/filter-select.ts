import { booleanAttribute, Component, input, output } from '@angular/core';

/** A value of a filter as it stands in the URL, and what is read in its place. */
export interface FilterOption {
  value: string;
  words: string;
}

/** Narrows a list to one value, or to none of them: `''`, read as `every`. */
@Component({
  selector: 'reihe-filter-select',
  template: `
    <label [class.labelled]="isLabelShown()">
      <span [class.visually-hidden]="!isLabelShown()">{{ label() }}</span>
      <select class="control" #choice (change)="valueChange.emit(choice.value)">
        <option value="">{{ every() }}</option>
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === value()">{{ option.words }}</option>
        }
      </select>
    </label>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class FilterSelect {
  readonly label = input.required<string>();
  readonly isLabelShown = input(false, { transform: booleanAttribute });
  readonly every = input.required<string>();
  readonly options = input.required<readonly FilterOption[]>();
  readonly value = input.required<string>();
  readonly valueChange = output<string>();
}
