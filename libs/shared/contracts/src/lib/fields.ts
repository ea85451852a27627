export const FIELD_FORMATS = [
  'email',
  'url',
  'slug',
  'time-zone',
  'country',
  'language-tag',
  'local-date-time',
  'date',
  'month',
  'instant',
  'uuid',
  'phone',
] as const;
/**
 * email: one address · url: absolute https/http · slug: lower-case words joined by hyphens · time-zone: IANA name ·
 * country: ISO 3166-1 alpha-2 · language-tag: BCP 47 · local-date-time: `YYYY-MM-DDTHH:mm`, no zone · date: `YYYY-MM-DD` ·
 * month: `YYYY-MM` · instant: ISO 8601 with offset · uuid: any version · phone: digits as one writes them, with or without +
 */
export type FieldFormat = (typeof FIELD_FORMATS)[number];

/**
 * What a field must satisfy, written once: the API's validators and the forms both read these constants.
 * A field is required unless `optional`; optional fields may be absent, null or (for texts) empty.
 */
export interface FieldRules {
  readonly kind: 'text' | 'number' | 'boolean' | 'list' | 'object' | 'translations';
  readonly optional?: true;
  /** Characters for texts, items for lists. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Inclusive bounds of a number; numbers are whole. */
  readonly min?: number;
  readonly max?: number;
  readonly format?: FieldFormat;
  /** Closed set of values of a text (or of a list's items). */
  readonly values?: readonly string[];
  /** The only accepted value of a boolean, for consents. */
  readonly mustBe?: true;
}

export type RulesFor<T> = { readonly [K in keyof Required<T>]: FieldRules };

/** Machine-readable reasons why a field was refused; the screens turn them into words. */
export const FIELD_ERROR_CODES = [
  'required',
  'too-short',
  'too-long',
  'too-small',
  'too-large',
  'wrong-format',
  'no-link',
  'scheme-not-allowed',
  'not-allowed',
  'must-be-accepted',
  'unknown-field',
  'wrong-type',
  'already-used',
  'end-before-start',
] as const;
export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];

/** Patterns behind the formats that a pattern can decide; the others are decided by the platform's own parsers. */
export const FORMAT_PATTERNS = {
  email: /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)+$/u,
  slug: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  country: /^[A-Z]{2}$/,
  'language-tag': /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  'local-date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
  phone: /^\+?[\d(][\d ()./-]*$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
} as const;
