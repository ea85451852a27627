import type { FieldTree } from '@angular/forms/signals';
import { LANGUAGES, type RichDocument } from '@reihe/shared-contracts';
import { documentText } from '@reihe/shared-recap-policies';
import type { DocumentPath } from '@reihe/shared-policies';
import { emptyWords, type DescribeField, type FieldWords } from './field-words';

/** Words of the fields of a form from its own controls: the label, and of a choice the option's text. */
export function boundFields(form: FieldTree<unknown>, page: Document): DescribeField {
  return (path) => {
    const control = controlAt(form, path);
    if (!control) return { label: '', say: plainWords, kind: 'choice' };
    const group = control.closest('[role=group]')?.getAttribute('aria-label');
    const language = LANGUAGES.find((one) => path.includes(one));
    return {
      label: [labelOf(control, page), group].filter(Boolean).join(', '),
      say: (value) => optionWords(control, value),
      kind: kindOf(control),
      ...(language && { language }),
    };
  };
}

/** First words of the label that a control has on the page; "(optional)" comes after them. */
export function labelOf(control: HTMLElement, page: Document): string {
  const label = page.querySelector(`label[for="${control.id}"]`) ?? control.querySelector('legend');
  const name = label?.firstChild?.textContent?.trim() ?? '';
  return name || (label?.textContent.trim() ?? control.getAttribute('aria-label') ?? '');
}

/** The control of the field, or of the nearest one around it that has one. */
function controlAt(form: FieldTree<unknown>, path: DocumentPath): HTMLElement | null {
  let [field, control]: [unknown, HTMLElement | null] = [form, null];
  for (const key of path) {
    field = (field as Record<string, unknown> | undefined)?.[key];
    if (typeof field !== 'function') break;
    const [bound] = (field as FieldTree<unknown>)().formFieldBindings();
    control = bound?.element ?? control;
  }
  return control;
}

function kindOf(control: HTMLElement): FieldWords['kind'] {
  if (control.matches('textarea')) return 'text';
  return control.matches('input:not([type]), input[type=text], input[type=url], input[type=email]')
    ? 'line'
    : 'choice';
}

function optionWords(control: HTMLElement, value: unknown): string {
  const options = [...control.querySelectorAll('option')];
  const option = options.find((one) => one.value === value);
  return option && value !== '' ? option.textContent.trim() : plainWords(value);
}

function plainWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return emptyWords();
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value === 'boolean')
    return value ? $localize`:@@admin.merge.yes:Yes` : $localize`:@@admin.merge.no:No`;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.join(', ') || emptyWords();
  const parts: unknown = Array.isArray(value) ? value : (value as { content?: unknown }).content;
  const content = parts as RichDocument['content'] | undefined;
  return content ? documentText({ type: 'doc', content }) || emptyWords() : JSON.stringify(value);
}
