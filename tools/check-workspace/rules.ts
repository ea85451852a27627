import type { Workspace } from './workspace.ts';

export const LINE_BUDGET = 3000;
export const MOST_LIBS = 92;
const DIMENSIONS = ['side', 'type'];

/** Each rule returns what is wrong, in words; nothing when all is well. */
export type Rule = (workspace: Workspace) => string[];

const isLib = ({ root }: { root: string }) => root.startsWith('libs/');

const everyProjectHasOneTagOfEachDimension: Rule = ({ projects }) =>
  projects.flatMap(({ name, tags }) =>
    DIMENSIONS.flatMap((dimension) => {
      const found = tags.filter((tag) => tag.startsWith(`${dimension}:`)).length;
      return found === 1 ? [] : [`${name} carries ${found} tags "${dimension}:…"; one is needed.`];
    }),
  );

const everyTagIsConstrained: Rule = ({ projects, constraints }) => {
  const known = new Set(constraints.map(({ sourceTag }) => sourceTag));
  return [...new Set(projects.flatMap(({ tags }) => tags))]
    .filter((tag) => !known.has(tag))
    .map((tag) => `The tag "${tag}" has no boundary rule: what carries it may depend on everything.`);
};

const noConstraintAllowsEverything: Rule = ({ constraints }) =>
  constraints.flatMap(({ sourceTag = '(none)', onlyDependOnLibsWithTags = [] }) =>
    [sourceTag, ...onlyDependOnLibsWithTags].some((tag) => tag.includes('*') || tag.startsWith('/'))
      ? [`The boundary rule of "${sourceTag}" uses a pattern; name the tags.`]
      : [],
  );

const boundariesAreErrors: Rule = ({ constraints }) =>
  constraints.length === 0 ? ['@nx/enforce-module-boundaries is not an error with constraints.'] : [];

const everyLibHasOneExactAlias: Rule = ({ projects, aliases }) => {
  const wrong = Object.entries(aliases).flatMap(([alias, targets]) => {
    if (alias.includes('*')) return [`The alias ${alias} is a wildcard.`];
    const isIndex =
      targets.length === 1 && /^\.\/libs\/[\w-]+\/[\w-]+\/src\/index\.ts$/.test(targets[0] ?? '');
    return isIndex ? [] : [`The alias ${alias} does not lead to exactly one src/index.ts.`];
  });
  const missing = projects.filter(isLib).flatMap(({ name, root }) => {
    const [alias] =
      Object.entries(aliases).find(([, targets]) => targets[0] === `./${root}/src/index.ts`) ?? [];
    return alias === `@reihe/${name}` ? [] : [`${name} needs the alias @reihe/${name} to its src/index.ts.`];
  });
  return [...wrong, ...missing];
};

const noLibIsOverItsBudget: Rule = ({ projects }) =>
  projects
    .filter((project) => isLib(project) && project.lines > LINE_BUDGET)
    .map(({ name, lines }) => `${name} has ${lines} lines, over the budget of ${LINE_BUDGET}: split it.`);

const everyLibHasASpec: Rule = ({ projects }) =>
  projects
    // Builders are proven by the specs that use them.
    .filter((project) => isLib(project) && project.specs === 0 && !project.tags.includes('type:testing'))
    .map(({ name }) => `${name} has no spec.`);

const thereAreNotTooManyLibs: Rule = ({ projects }) => {
  const libs = projects.filter(isLib).length;
  return libs > MOST_LIBS ? [`There are ${libs} libs; more than ${MOST_LIBS} are too many to know.`] : [];
};

/** In its drawing, `[api/mail, media]` names two libs of one area. */
const theArchitectureNamesEveryLib: Rule = ({ projects, texts }) => {
  const named = new Set<string>();
  for (const [, box = ''] of (texts['docs/architecture.md'] ?? '').matchAll(/\[([^\]]+)\]/g)) {
    let area = '';
    for (const name of box.split(', ')) {
      area = name.includes('/') ? name.slice(0, name.indexOf('/')) : area;
      named.add(`libs/${area}/${name.slice(name.indexOf('/') + 1)}`);
    }
  }
  return projects
    .filter((project) => isLib(project) && !named.has(project.root) && !project.tags.includes('type:testing'))
    .map(({ root }) => `docs/architecture.md names ${root.replace('libs/', '')} in no box of its drawing.`);
};

const theLockFileNamesNoHost: Rule = ({ lockFile }) => {
  const named = new Set(
    [...lockFile.matchAll(/"resolved":\s*"(?:[a-z+]+:)?\/\/([^/"]+)/g)].map(([, host]) => host),
  );
  return named.size > 0
    ? [`package-lock.json names ${[...named].join(', ')}: whoever installs has a registry of their own.`]
    : [];
};

/** Folders that only some machine has. The system's own (/dev, /proc, /bin, /tmp alone) and addresses on the web do not match. */
const MACHINE_PATH = /(?<![\w./:$}{~*-])\/(?:work|home|root|Users|tmp)\/[\w.@-]+/g;

const noTextNamesAFolderOfOneMachine: Rule = ({ texts }) =>
  Object.entries(texts).flatMap(([file, text]) =>
    [...text.matchAll(MACHINE_PATH)].map(([path]) => {
      const line = text.slice(0, text.indexOf(path)).split('\n').length;
      return `${file}:${line} names ${path}, which is a folder of one machine.`;
    }),
  );

const rules: Rule[] = [
  everyProjectHasOneTagOfEachDimension,
  everyTagIsConstrained,
  noConstraintAllowsEverything,
  boundariesAreErrors,
  everyLibHasOneExactAlias,
  noLibIsOverItsBudget,
  everyLibHasASpec,
  thereAreNotTooManyLibs,
  theArchitectureNamesEveryLib,
  theLockFileNamesNoHost,
  noTextNamesAFolderOfOneMachine,
];

export function findViolations(workspace: Workspace): string[] {
  return rules.flatMap((rule) => rule(workspace));
}
