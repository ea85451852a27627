import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Project {
  name: string;
  /** Relative to the workspace, with forward slashes. */
  root: string;
  tags: string[];
  /** Lines of TypeScript, templates and styles, without specs, migrations and translations. */
  lines: number;
  specs: number;
}

export interface Constraint {
  sourceTag?: string;
  onlyDependOnLibsWithTags?: string[];
}

/** What the rules look at: read once, so that the rules are pure. */
export interface Workspace {
  projects: Project[];
  constraints: Constraint[];
  aliases: Record<string, string[]>;
  lockFile: string;
  /** Committed or about to be: path → text. */
  texts: Record<string, string>;
}

const SOURCES = /\.(ts|html|css|scss)$/;
const NOT_COUNTED = /\.spec\.ts$|\/migrations\/|\/locale\//;

export async function readWorkspace(root: string, files: string[]): Promise<Workspace> {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const base = JSON.parse(read('tsconfig.base.json')) as {
    compilerOptions: { paths: Record<string, string[]> };
  };
  return {
    projects: globSync('{apps,libs}/**/project.json', { cwd: root, exclude: ['**/node_modules'] })
      .map((file) => readProject(file, read, files))
      .sort((a, b) => a.name.localeCompare(b.name)),
    constraints: await readConstraints(root),
    aliases: base.compilerOptions.paths,
    lockFile: read('package-lock.json'),
    texts: Object.fromEntries(files.filter(isText).map((file) => [file, read(file)])),
  };
}

function readProject(file: string, read: (file: string) => string, files: string[]): Project {
  const { name, tags = [] } = JSON.parse(read(file)) as { name: string; tags?: string[] };
  const root = dirname(file).replaceAll('\\', '/');
  const own = files.filter((path) => path.startsWith(`${root}/`) && SOURCES.test(path));
  const counted = own.filter((path) => !NOT_COUNTED.test(path));
  return {
    name,
    root,
    tags,
    lines: counted.reduce((sum, path) => sum + read(path).split('\n').length - 1, 0),
    specs: own.filter((path) => path.endsWith('.spec.ts')).length,
  };
}

interface LintConfig {
  rules?: Record<string, unknown>;
}

/** The constraints as ESLint sees them, not as they are written. */
async function readConstraints(root: string): Promise<Constraint[]> {
  const { default: configs } = (await import(pathToFileURL(join(root, 'eslint.config.mjs')).href)) as {
    default: LintConfig[];
  };
  return configs.flatMap(({ rules }) => {
    const rule = rules?.['@nx/enforce-module-boundaries'];
    const [severity, options] = Array.isArray(rule)
      ? (rule as [unknown, { depConstraints?: Constraint[] }?])
      : [];
    return severity === 'error' || severity === 2 ? (options?.depConstraints ?? []) : [];
  });
}

const BINARY = /\.(jpg|jpeg|png|gif|webp|avif|ico|woff2?|pdf|zip)$/;

function isText(file: string): boolean {
  return !BINARY.test(file) && file !== 'package-lock.json';
}
