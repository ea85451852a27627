import type * as SignalForms from '@angular/forms/signals';
import type { FieldTree, SchemaPath, SchemaPathTree, ValidationError } from '@angular/forms/signals';
import {
  FIELD_ERROR_CODES,
  type FieldErrorCode,
  type FieldProblem,
  type FieldRules,
  type RulesFor,
} from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';
import { fieldErrorWords } from '../words/field-words';

/** A validation error of a contract rule: `kind` is the code the API would answer with. */
interface RuleError extends ValidationError {
  kind: FieldErrorCode;
  limit?: number;
}

/** What the rules need of Angular's forms: handed in, so that this lib, which every page loads, does not bring them along. */
type FormParts = Pick<typeof SignalForms, 'metadata' | 'REQUIRED' | 'validate'>;

type ApplyRules = <T extends object>(path: SchemaPathTree<T>, rules: Partial<RulesFor<T>>) => void;

/**
 * Holds a form to the rules that the API holds its body to: `const applyRules = rulesFor({ metadata, REQUIRED, validate })`, then
 * `form(model, (path) => applyRules(path, registerRules))`.
 */
export function rulesFor({ metadata, REQUIRED, validate }: FormParts): ApplyRules {
  const applyRule = (path: SchemaPath<unknown>, rule: FieldRules) => {
    if (!rule.optional) metadata(path, REQUIRED, () => true);
    validate(path, ({ value }) => {
      const wrong = fieldError(value(), rule);
      return wrong && ruleError(wrong.code, wrong.limit);
    });
  };
  return (path, rules) => {
    const children = path as unknown as Record<string, SchemaPath<unknown>>;
    for (const [name, rule] of Object.entries<FieldRules | undefined>(rules)) {
      const child = children[name];
      if (child && rule) applyRule(child, rule);
    }
  };
}

/**
 * What the API found wrong, as the answer of a `submit` action: each error lands on the field its path names,
 * one that names no field of this form on the form itself.
 */
export function serverErrors(
  form: FieldTree<unknown>,
  problems: readonly FieldProblem[],
): ValidationError.WithOptionalFieldTree[] {
  return problems.map(({ path, code, limit }) => ({
    ...ruleError(code, limit),
    fieldTree: fieldAt(form, path.split('.')),
  }));
}

function fieldAt(form: FieldTree<unknown>, path: readonly string[]): FieldTree<unknown> {
  let field = form;
  for (const name of path) {
    const child = (field as unknown as Record<string, FieldTree<unknown> | undefined>)[name];
    if (!child) return field;
    field = child;
  }
  return field;
}

/** The words of a field's first error, whoever found it; empty while there is none. */
export function errorWords(errors: readonly ValidationError[]): string {
  const [first] = errors;
  if (!first) return '';
  if (isRuleError(first)) return fieldErrorWords(first.kind, first.limit);
  return first.message ?? fieldErrorWords('wrong-format');
}

function ruleError(code: FieldErrorCode, limit?: number): RuleError {
  return { kind: code, ...(limit !== undefined && { limit }) };
}

function isRuleError(error: ValidationError): error is RuleError {
  return (FIELD_ERROR_CODES as readonly string[]).includes(error.kind);
}
