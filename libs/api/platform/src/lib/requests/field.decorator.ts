import { applyDecorators } from '@nestjs/common';
import type { FieldRules } from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested, validateSync, type ValidationError } from 'class-validator';
import { cleanEmail, cleanText } from './clean-text';
import { fieldProblems, writeProblem } from './field-problems';

type BodyClass = new () => object;

/**
 * A field of a request body, judged by the rules its contract names. `nested` is the class of an object, of a list's items,
 * or of one language's text in translations.
 */
export function Field(rules: FieldRules, nested?: () => BodyClass): PropertyDecorator {
  const decorators: PropertyDecorator[] = [
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value: unknown) => fieldError(value, rules) === null,
        defaultMessage: (args) => {
          const error = fieldError(args?.value, rules) ?? { code: 'wrong-type' as const };
          return writeProblem([{ path: '', ...error }]);
        },
      },
    }),
  ];
  if (rules.kind === 'text')
    decorators.push(
      // A password is compared byte by byte where somebody signs in: it is stored as it was typed.
      Transform(({ value, key }) =>
        typeof value !== 'string'
          ? (value as unknown)
          : key === 'password'
            ? value.trim()
            : clean(value, rules),
      ),
    );
  if (rules.kind === 'translations' && nested) decorators.push(...translated(nested));
  else if (nested) decorators.push(Type(nested), ValidateNested({ each: rules.kind === 'list' }));
  // `undefined` in an optional field means absent: no other rule looks at it.
  if (rules.optional) decorators.push(ValidateIf((_body, value) => value !== undefined && value !== null));
  return applyDecorators(...decorators);
}

function clean(text: string, { format }: FieldRules): string {
  return format === 'email' ? cleanEmail(text) : cleanText(text);
}

/** Languages are keys, so class-validator's own nesting (which reads keys as properties of a class) does not fit. */
function translated(nested: () => BodyClass): PropertyDecorator[] {
  return [
    Transform(({ value }: { value: unknown }) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([language, text]) => [
          language,
          typeof text === 'object' && text !== null ? plainToInstance(nested(), text) : (text as unknown),
        ]),
      );
    }),
    ValidateBy({
      name: 'translations',
      validator: {
        validate: (value: unknown) => translationProblems(value, nested()).length === 0,
        defaultMessage: (args) => writeProblem(translationProblems(args?.value, nested())),
      },
    }),
  ];
}

function translationProblems(value: unknown, body: BodyClass) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([language, text]: [string, unknown]) => {
    if (!(text instanceof body)) return [{ path: language, code: 'wrong-type' as const }];
    const errors: ValidationError[] = validateSync(text, { whitelist: true, forbidNonWhitelisted: true });
    return fieldProblems(errors, language);
  });
}
