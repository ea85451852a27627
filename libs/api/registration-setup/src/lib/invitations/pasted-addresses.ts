import { cleanEmail } from '@reihe/api-platform';
import type { FieldProblem } from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';
import { emailKey } from '@reihe/shared-policies';

const EMAIL = { kind: 'text', format: 'email', maxLength: 254 } as const;

/**
 * Reads a pasted list: an address a line, as `Name <address>` too, or `@` and a domain for everybody there. Empty lines are none.
 * Problems name `lines.<index>`.
 */
export function pastedAddresses(lines: readonly unknown[]): { patterns: string[]; problems: FieldProblem[] } {
  const patterns: string[] = [];
  const problems: FieldProblem[] = [];
  lines.forEach((line, index) => {
    const path = `lines.${index}`;
    if (typeof line !== 'string') return problems.push({ path, code: 'wrong-type' });
    const text = (/<([^<>]+)>\s*[,;]?\s*$/.exec(line)?.[1] ?? line).replace(/[,;]\s*$/, '');
    const pattern = cleanEmail(text);
    if (pattern === '') return undefined;
    // A domain is right where an address of it would be.
    const wrong = fieldError(pattern.startsWith('@') ? `somebody${pattern}` : pattern, EMAIL);
    return wrong ? problems.push({ path, ...wrong }) : patterns.push(emailKey(pattern));
  });
  return { patterns, problems };
}
