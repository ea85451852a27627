import type { FieldErrorCode } from '@reihe/shared-contracts';

/** One field's error in words. `limit` is the bound that was missed, where the code has one. */
export function fieldErrorWords(code: FieldErrorCode, limit?: number): string {
  switch (code) {
    case 'required':
      return $localize`:@@web.field-error.required:Please fill this in.`;
    case 'too-short':
      return $localize`:@@web.field-error.too-short:Please write at least ${limit}:limit: characters.`;
    case 'too-long':
      return $localize`:@@web.field-error.too-long:Please write at most ${limit}:limit: characters.`;
    case 'too-small':
      return $localize`:@@web.field-error.too-small:Please enter ${limit}:limit: or more.`;
    case 'too-large':
      return $localize`:@@web.field-error.too-large:Please enter ${limit}:limit: or less.`;
    case 'wrong-format':
      return $localize`:@@web.field-error.wrong-format:Please check how this is written.`;
    case 'no-link':
      return $localize`:@@web.field-error.no-link:This is not a link. Please paste the whole address, beginning with https://.`;
    case 'scheme-not-allowed':
      return $localize`:@@web.field-error.scheme:Please use a link that begins with https:// or http://. Others do not open everywhere.`;
    case 'not-allowed':
      return $localize`:@@web.field-error.not-allowed:Please choose one of the offered values.`;
    case 'must-be-accepted':
      return $localize`:@@web.field-error.must-be-accepted:Please agree before you go on.`;
    case 'already-used':
      return $localize`:@@web.field-error.already-used:This is already in use.`;
    case 'end-before-start':
      return $localize`:@@web.field-error.end-before-start:The end must be after the start.`;
    case 'unknown-field':
    case 'wrong-type':
      return $localize`:@@web.field-error.not-understood:This entry could not be understood.`;
  }
}
