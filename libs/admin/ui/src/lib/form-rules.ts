import { metadata, REQUIRED, validate } from '@angular/forms/signals';
import { rulesFor } from '@reihe/web-forms';

/** Holds a form to the rules that the API holds its body to: `form(model, (path) => applyRules(path, saveSeriesRules))`. */
export const applyRules = rulesFor({ metadata, REQUIRED, validate });
