import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { workspaceRoot } from '../workspace.ts';
import { programs, testedBy } from './sides.ts';

const projects = globSync('{apps,libs}/**/project.json', { cwd: workspaceRoot, exclude: ['**/node_modules'] })
  .map((file) => dirname(file))
  .sort();

describe('the whole workspace side by side', () => {
  it('checks every project’s types, in one program alone', () => {
    const checked = programs().flatMap((program) => program.projects);
    assert.deepEqual([...checked].sort(), projects);
  });

  it('keeps apart what has options of its own', () => {
    const ofPortal = programs().find((program) => program.projects.includes('apps/portal'));
    assert.deepEqual(ofPortal?.projects, ['apps/portal']);
    assert.match(ofPortal?.config ?? '', /apps\/portal\/tsconfig\.json$/);
  });

  it('leaves no spec of Jest’s out', () => {
    const tested = [...testedBy('test'), ...testedBy('test-web')];
    const withSpecs = projects.filter(
      (root) =>
        root !== 'apps/e2e' && globSync(`${root}/src/**/*.spec.ts`, { cwd: workspaceRoot }).length > 0,
    );
    assert.deepEqual(
      withSpecs.filter((root) => !tested.includes(root)),
      [],
    );
  });

  it('reads Angular’s templates where a project has any', () => {
    for (const { projects: members, compiler } of programs()) {
      const hasTemplates = members.some((root) =>
        readFileSync(`${workspaceRoot}/${root}/project.json`, 'utf8').includes('"typecheck-web"'),
      );
      assert.equal(compiler, hasTemplates ? 'ngc' : 'tsc');
    }
  });
});
