import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { temporaryFolder, workspaceRoot } from '../workspace.ts';

interface Project {
  /** From the workspace's root. */
  root: string;
  targets: Record<string, unknown>;
  tsconfig: { extends?: string; compilerOptions?: object; include?: string[] };
}

export interface Program {
  /** Roots of the projects whose sources it reads. */
  projects: string[];
  /** Its tsconfig, absolute. */
  config: string;
  compiler: 'tsc' | 'ngc';
}

const readJson = (file: string) => JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8')) as object;

function allProjects(): Project[] {
  return globSync('{apps,libs}/**/project.json', { cwd: workspaceRoot, exclude: ['**/node_modules'] })
    .map((file) => dirname(file))
    .sort()
    .map((root) => ({
      root,
      targets: (readJson(join(root, 'project.json')) as { targets: Record<string, unknown> }).targets,
      tsconfig: readJson(join(root, 'tsconfig.json')),
    }));
}

/**
 * The whole workspace in as few TypeScript programs as its options allow: projects that only extend the same options are one. Checked
 * project by project, each would read its dependencies' sources anew.
 */
export function programs(): Program[] {
  const families = new Map<string, Project[]>();
  for (const project of allProjects()) {
    const { root, tsconfig, targets } = project;
    const isPlain =
      Object.keys(tsconfig).every((key) => key === 'extends' || key === 'include') &&
      String(tsconfig.include) === 'src/**/*.ts';
    const family =
      isPlain && tsconfig.extends ? `${basename(tsconfig.extends)} ${compilerOf(targets)}` : root;
    families.set(family, [...(families.get(family) ?? []), project]);
  }
  const folder = join(temporaryFolder, 'programs');
  mkdirSync(folder, { recursive: true });
  return [...families].map(([family, members]) => {
    const [first] = members;
    if (!first) throw new Error(`${family} has no projects.`);
    const projects = members.map(({ root }) => root);
    const compiler = compilerOf(first.targets);
    if (members.length === 1)
      return { projects, compiler, config: join(workspaceRoot, first.root, 'tsconfig.json') };
    const config = join(folder, family.replace(' ', '-').replace('.json', '') + '.json');
    const options = join(workspaceRoot, 'tools/tsconfig', family.split(' ')[0] ?? '');
    const include = projects.map((root) => `${relative(folder, join(workspaceRoot, root))}/src/**/*.ts`);
    writeFileSync(config, JSON.stringify({ extends: relative(folder, options), include }));
    return { projects, compiler, config };
  });
}

const compilerOf = (targets: Record<string, unknown>) => ('typecheck-web' in targets ? 'ngc' : 'tsc');

/** Roots of the projects that Jest runs with this target's configuration. */
export function testedBy(target: 'test' | 'test-web'): string[] {
  return allProjects()
    .filter(({ targets }) => target in targets)
    .map(({ root }) => root);
}
