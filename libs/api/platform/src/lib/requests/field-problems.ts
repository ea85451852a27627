import type { FieldProblem } from '@reihe/shared-contracts';
import type { ValidationError } from 'class-validator';

/** class-validator carries messages as texts; ours are the problems themselves, written out. */
export function writeProblem(problems: FieldProblem[]): string {
  return JSON.stringify(problems);
}

/** Flattens class-validator's tree into dotted paths with codes. */
export function fieldProblems(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = joinPath(parent, error.property);
    const own = Object.entries(error.constraints ?? {}).flatMap(([name, message]) =>
      problemsOf(name, message, path),
    );
    return [...own, ...fieldProblems(error.children ?? [], path)];
  });
}

function problemsOf(constraint: string, message: string, path: string): FieldProblem[] {
  if (constraint === 'whitelistValidation') return [{ path, code: 'unknown-field' }];
  if (!message.startsWith('[')) return [{ path, code: 'wrong-type' }];
  const problems = JSON.parse(message) as FieldProblem[];
  return problems.map((problem) => ({ ...problem, path: joinPath(path, problem.path) }));
}

function joinPath(parent: string, child: string): string {
  if (parent === '') return child;
  return child === '' ? parent : `${parent}.${child}`;
}
