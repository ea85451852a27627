import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findViolations, LINE_BUDGET, MOST_LIBS } from './rules.ts';
import type { Project, Workspace } from './workspace.ts';

const lib: Project = {
  name: 'api-mail',
  root: 'libs/api/mail',
  tags: ['side:api', 'type:platform'],
  lines: 700,
  specs: 3,
};
const sound: Workspace = {
  projects: [lib],
  constraints: [
    { sourceTag: 'side:api', onlyDependOnLibsWithTags: ['side:api', 'side:shared'] },
    { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:contracts'] },
  ],
  aliases: { '@reihe/api-mail': ['./libs/api/mail/src/index.ts'] },
  lockFile: '{"packages":{"node_modules/a":{"version":"1.0.0"}}}',
  texts: {
    'README.md': 'See https://example.org/home/page and ./tmp/x and /dev/null, or ~/home/x.',
    'docs/architecture.md': 'platform[api/media, mail, web/ui] --> contracts[shared/contracts]',
  },
};

describe('the workspace check', () => {
  it('finds nothing in a sound workspace', () => {
    assert.deepEqual(findViolations(sound), []);
  });

  const manyLibs = Array.from({ length: MOST_LIBS + 1 }, (_, i) => ({
    ...lib,
    name: `api-l${i}`,
    root: `libs/api/l${i}`,
  }));
  const cases: [string, Partial<Workspace>, RegExp][] = [
    ['a missing side', { projects: [{ ...lib, tags: ['type:platform'] }] }, /0 tags "side:…"/],
    ['a missing type', { projects: [{ ...lib, tags: ['side:api'] }] }, /0 tags "type:…"/],
    ['two sides', { projects: [{ ...lib, tags: [...lib.tags, 'side:web'] }] }, /2 tags "side:…"/],
    ['a tag without a rule', { constraints: sound.constraints.slice(1) }, /"side:api" has no boundary rule/],
    [
      'a rule for everything',
      { constraints: [...sound.constraints, { sourceTag: '*', onlyDependOnLibsWithTags: ['side:api'] }] },
      /uses a pattern/,
    ],
    [
      'a rule that allows everything',
      { constraints: [...sound.constraints, { sourceTag: 'side:x', onlyDependOnLibsWithTags: ['*'] }] },
      /uses a pattern/,
    ],
    ['boundaries that are no errors', { constraints: [], projects: [] }, /is not an error/],
    ['a wildcard alias', { aliases: { ...sound.aliases, '@reihe/*': ['./libs/*'] } }, /is a wildcard/],
    [
      'an alias past the index',
      { aliases: { ...sound.aliases, '@reihe/x': ['./libs/api/mail/src/lib/x.ts'] } },
      /does not lead to exactly one src\/index.ts/,
    ],
    ['a lib without its alias', { aliases: {} }, /needs the alias @reihe\/api-mail/],
    ['a lib over its budget', { projects: [{ ...lib, lines: LINE_BUDGET + 1 }] }, /over the budget/],
    ['a lib without a spec', { projects: [{ ...lib, specs: 0 }] }, /has no spec/],
    [
      'a lib that the architecture does not name',
      { texts: { 'docs/architecture.md': 'platform[api/media, web/mail] and api/mail in words' } },
      /names api\/mail in no box/,
    ],
    ['too many libs', { projects: manyLibs }, new RegExp(`There are ${MOST_LIBS + 1} libs`)],
    [
      'a registry in the lock file',
      { lockFile: '{"a":{"resolved": "https://registry.example.org/a.tgz"}}' },
      /names registry\.example\.org/,
    ],
    [
      'a folder of one machine',
      { texts: { 'a.ts': `x\nopen('${['', 'home', 'someone'].join('/')}/x')` } },
      /a\.ts:2 names/,
    ],
  ];
  for (const [what, change, words] of cases) {
    it(`tells ${what}`, () => assert.match(findViolations({ ...sound, ...change }).join('\n'), words));
  }
});
