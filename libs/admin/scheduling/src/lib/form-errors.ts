import type { FieldTree } from '@angular/forms/signals';
import { errorWords, type SummaryError } from '@reihe/web-forms';

/** What stands in the way of a form, each with its control and that control's name. */
export function formErrors(form: FieldTree<unknown>): SummaryError[] {
  return form()
    .errorSummary()
    .flatMap((error) => {
      const element = error.fieldTree().formFieldBindings()[0]?.element;
      if (!element) return [];
      const label = element.ownerDocument.querySelector(`label[for="${element.id}"]`);
      const name =
        label?.firstChild?.textContent?.trim() ?? element.querySelector('legend')?.textContent ?? '';
      return [{ controlId: element.id, words: `${name}: ${errorWords([error])}` }];
    });
}
