import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import { Problem } from '../terminal/problem.ts';
import { viewsById } from './views-by-id.ts';

/**
 * Changes the built server scripts below a folder so that a page that was sent is garbage to the next small collection (ADR 17).
 * @throws Problem where Angular's register of views is not found once for each language
 */
export function letPagesDie(folder: string): void {
  const languages = globSync('*/main.server.mjs', { cwd: folder }).length;
  let registers = 0;
  for (const name of globSync('**/*.mjs', { cwd: folder })) {
    const file = join(folder, name);
    const script = readFileSync(file, 'utf8');
    const { code, hasRegister } = shortLived(script);
    if (hasRegister) registers += 1;
    if (code !== script) writeFileSync(file, code);
  }
  if (registers !== languages)
    throw new Problem(
      `Angular's register of views was found ${registers} times in the server scripts of ${languages} languages. ` +
        'Look for registerLView in @angular/core, and bring tools/build/short-lived.ts up to date with it (ADR 17).',
    );
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * One script, changed; and whether it is the one with Angular's register of views. V8 puts a function that is written as the value
 * of a property among what is old from the start, and with it stays all that the function sees; a `Map` that has grown old leaves
 * its former tables there.
 */
export function shortLived(script: string): { code: string; hasRegister: boolean } {
  const edits: Edit[] = [];
  const maps = new Map<string, ESTree.Expression>();
  let register = '';
  new Visitor({
    AssignmentExpression({ left, right }) {
      if (left.type !== 'MemberExpression' || !FUNCTIONS.has(right.type)) return;
      // Behind a comma it is a value like any other.
      edits.push({ start: right.start, end: right.start, text: '(0,' });
      edits.push({ start: right.end, end: right.end, text: ')' });
    },
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && init && isNewMap(init)) maps.set(id.name, init);
    },
    FunctionDeclaration(declared) {
      register ||= registerOf(declared);
    },
  }).visit(parseSync('script.mjs', script).program);
  const kept = maps.get(register);
  if (kept) edits.push({ start: kept.start, end: kept.end, text: `(${viewsById.toString()})()` });
  // A build that Nx left as it was has been changed before.
  const hasRegister = kept !== undefined || script.includes(viewsById.toString());
  return { code: edited(script, edits), hasRegister };
}

const FUNCTIONS = new Set(['FunctionExpression', 'ArrowFunctionExpression']);

function isNewMap(value: ESTree.Expression): boolean {
  const { type } = value;
  return (
    type === 'NewExpression' &&
    value.callee.type === 'Identifier' &&
    value.callee.name === 'Map' &&
    value.arguments.length === 0
  );
}

/** The map of `function registerLView(lView) { map.set(lView[ID], lView); }`, whatever things are called; empty for any other function. */
function registerOf({ params, body }: ESTree.Function): string {
  const [param, ...otherParams] = params;
  const [statement, ...others] = body?.body ?? [];
  if (param?.type !== 'Identifier' || otherParams.length > 0 || others.length > 0) return '';
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return '';
  const { callee, arguments: given } = statement.expression;
  const [key, value] = given;
  const isOfParam = (node?: ESTree.Argument) => node?.type === 'Identifier' && node.name === param.name;
  return callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'set' &&
    key?.type === 'MemberExpression' &&
    key.computed &&
    isOfParam(key.object) &&
    isOfParam(value)
    ? callee.object.name
    : '';
}

/** Edits that lie within each other are insertions: in order of where they are, the inner end before the outer one. */
function edited(script: string, edits: readonly Edit[]): string {
  let code = '';
  let from = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    code += script.slice(from, start) + text;
    from = end;
  }
  return code + script.slice(from);
}
