import {
  FORMAT_PATTERNS,
  isLanguage,
  type FieldErrorCode,
  type FieldFormat,
  type FieldRules,
} from '@reihe/shared-contracts';
import { isDay, isTimeZone } from '@reihe/shared-policies';

export interface FieldError {
  code: FieldErrorCode;
  /** The bound that was missed. */
  limit?: number;
}

/**
 * What is wrong with one value, by the rules that API and forms share; null when nothing is. Texts are judged trimmed,
 * as they will be stored. Nested objects and translations are judged by their own rules, here only their presence.
 */
export function fieldError(value: unknown, rules: FieldRules): FieldError | null {
  if (isEmpty(value, rules)) return rules.optional ? null : { code: 'required' };
  switch (rules.kind) {
    case 'text':
      return typeof value === 'string' ? textError(value.trim(), rules) : { code: 'wrong-type' };
    case 'number':
      return numberError(value, rules);
    case 'boolean':
      if (typeof value !== 'boolean') return { code: 'wrong-type' };
      return rules.mustBe === true && !value ? { code: 'must-be-accepted' } : null;
    case 'list':
      return Array.isArray(value) ? listError(value, rules) : { code: 'wrong-type' };
    case 'translations':
      return translationsError(value, rules);
    case 'object':
      return typeof value === 'object' && !Array.isArray(value) ? null : { code: 'wrong-type' };
  }
}

function isEmpty(value: unknown, rules: FieldRules): boolean {
  if (value === undefined || value === null) return true;
  return rules.kind === 'text' && typeof value === 'string' && value.trim() === '';
}

function lengthError(length: number, rules: FieldRules): FieldError | null {
  if (rules.minLength !== undefined && length < rules.minLength)
    return { code: 'too-short', limit: rules.minLength };
  if (rules.maxLength !== undefined && length > rules.maxLength)
    return { code: 'too-long', limit: rules.maxLength };
  return null;
}

function textError(text: string, rules: FieldRules): FieldError | null {
  const wrongLength = lengthError(text.length, rules);
  if (wrongLength) return wrongLength;
  // PostgreSQL's text cannot hold NUL, and no keyboard types it.
  if (text.includes('\0')) return { code: 'wrong-format' };
  if (rules.values && !rules.values.includes(text)) return { code: 'not-allowed' };
  if (rules.format && !hasFormat(text, rules.format))
    return { code: rules.format === 'url' ? linkError(text) : 'wrong-format' };
  return null;
}

function numberError(value: unknown, rules: FieldRules): FieldError | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return { code: 'wrong-type' };
  if (rules.min !== undefined && value < rules.min) return { code: 'too-small', limit: rules.min };
  if (rules.max !== undefined && value > rules.max) return { code: 'too-large', limit: rules.max };
  return null;
}

function listError(items: readonly unknown[], rules: FieldRules): FieldError | null {
  if (items.length === 0 && (rules.minLength ?? 0) > 0) return { code: 'required' };
  const wrongLength = lengthError(items.length, rules);
  if (wrongLength) return wrongLength;
  if (!rules.format && !rules.values) return null;
  for (const item of items) {
    const wrong =
      typeof item === 'string'
        ? textError(item, { kind: 'text', ...pick(rules) })
        : { code: 'wrong-type' as const };
    if (wrong) return wrong;
  }
  return null;
}

function pick({ format, values }: FieldRules) {
  return { ...(format && { format }), ...(values && { values }) };
}

function translationsError(value: unknown, rules: FieldRules): FieldError | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { code: 'wrong-type' };
  const languages = Object.keys(value);
  if (!languages.every(isLanguage)) return { code: 'not-allowed' };
  return languages.length < (rules.minLength ?? 0) ? { code: 'required' } : null;
}

function hasFormat(text: string, format: FieldFormat): boolean {
  switch (format) {
    case 'url':
      return isWebAddress(text);
    case 'time-zone':
      return isTimeZone(text);
    case 'instant':
      return /(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text));
    case 'date':
      return isDay(text);
    case 'local-date-time':
      return (
        FORMAT_PATTERNS['local-date-time'].test(text) &&
        isDay(text.slice(0, 10)) &&
        /T([01]\d|2[0-3]):[0-5]\d$/.test(text)
      );
    default:
      return FORMAT_PATTERNS[format].test(text);
  }
}

function linkError(text: string): FieldErrorCode {
  if (/^https?:/i.test(text)) return 'wrong-format';
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? 'scheme-not-allowed' : 'no-link';
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#@]+([/?#]\S*)?$/iu.test(text);
}
