import type { FieldTree } from '@angular/forms/signals';
import type { RecapForm } from '@reihe/admin-recap-form';
import type { RecapCheck } from '@reihe/admin-recap-steps';
import type { Language } from '@reihe/shared-contracts';

/** The field in which a finding is mended; pictures' facts are no fields of the recap. */
export function mendingPlace(
  form: FieldTree<RecapForm>,
  check: RecapCheck,
  defaultLanguage: Language,
): FieldTree<unknown> {
  const language = (check.kind === 'gap' ? check.gap.language : check.language) ?? defaultLanguage;
  const texts = form.translations[language];
  if (check.kind === 'untranslated' || check.kind === 'outdated')
    return check.part === 'title' ? texts.title : check.part === 'lead' ? texts.lead : texts.body;
  if (check.kind !== 'gap') return texts.body;
  switch (check.gap.code) {
    case 'no-session':
      return form.sessionIds;
    case 'no-byline':
      return form.byline;
    case 'no-lead':
      return texts.lead;
    case 'no-body':
      return texts.body;
    case 'no-default-language':
    case 'no-title':
      return texts.title;
    case 'no-lead-image':
    case 'no-alt-text':
    case 'no-credit':
    case 'no-consent':
    case 'image-not-ready':
      return form.leadImage;
  }
}
