import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkCompose } from './check-compose.ts';
import { checkDockerfile } from './check-dockerfile.ts';

describe('the check of the Dockerfile', () => {
  const sound = [
    'FROM node:24 AS build',
    'RUN true',
    'FROM node:24',
    'COPY --from=build /a /b',
    'USER node',
    'HEALTHCHECK CMD ["true"]',
    'CMD ["node"]',
  ];

  it('accepts two stages that end as a user without rights', () => {
    assert.deepEqual(checkDockerfile(sound.join('\n')), []);
  });

  const cases: [string, string[], RegExp][] = [
    ['an unknown instruction', sound.with(1, 'RUNN true'), /RUNN/],
    ['a single stage', sound.slice(2).filter((line) => !line.startsWith('COPY')), /one stage/],
    ['an image without a version', sound.with(0, 'FROM node AS build'), /names no version/],
    ['root as the last user', sound.with(4, 'USER root'), /as root/],
    ['no user at all', sound.toSpliced(4, 1), /as root/],
    ['no health check', sound.toSpliced(5, 1), /HEALTHCHECK/],
  ];
  for (const [what, lines, words] of cases) {
    it(`refuses ${what}`, () => assert.match(checkDockerfile(lines.join('\n')).join('\n'), words));
  }
});

describe('the check of the compose file', () => {
  it('accepts a service with an image of a version', () => {
    assert.deepEqual(checkCompose('services:\n  db:\n    image: postgres:18\n'), []);
  });

  const cases: [string, string, RegExp][] = [
    [
      'a word that the specification does not know',
      'services:\n  db:\n    imagee: postgres:18\n',
      /additional properties/,
    ],
    ['a service that does not exist', 'services:\n  a:\n    image: b:1\n    depends_on: [c]\n', /no service/],
    ['a volume that does not exist', 'services:\n  a:\n    image: b:1\n    volumes: [c:/d]\n', /no volume/],
    ['an image without a version', 'services:\n  a:\n    image: host:5000/b\n', /without naming a version/],
    ['text that is not YAML', 'services: [', /./],
  ];
  for (const [what, text, words] of cases) {
    it(`refuses ${what}`, () => assert.match(checkCompose(text).join('\n'), words));
  }
});
