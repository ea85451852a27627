import { aliasMapper, specsOf, workspaceRoot } from './aliases.mjs';

/** API and shared libs: native ES modules, compiled by swc (Nest needs the decorator metadata). */
export default {
  testEnvironment: 'node',
  testMatch: specsOf('<rootDir>'),
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: aliasMapper(),
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  setupFiles: [`${workspaceRoot}/tools/jest/node.setup.mjs`],
  globalSetup: `${workspaceRoot}/tools/jest/database.setup.mjs`,
  globalTeardown: `${workspaceRoot}/tools/jest/database.teardown.mjs`,
  cacheDirectory: `${workspaceRoot}/tmp/jest-node`,
  reporters: ['default', `${workspaceRoot}/tools/jest/counts.mjs`],
  testTimeout: 30_000,
  maxWorkers: 2,
  // Modules stay in memory from one file's specs to the next.
  workerIdleMemoryLimit: '3GB',
};
