import { aliasMapper, specsOf, workspaceRoot } from './aliases.mjs';

/** Angular libs: CommonJS through jest-preset-angular, zoneless. */
export default {
  preset: 'jest-preset-angular',
  testEnvironment: 'jsdom',
  testMatch: specsOf('<rootDir>'),
  moduleNameMapper: aliasMapper(),
  setupFiles: ['@angular/localize/init'],
  setupFilesAfterEnv: [`${workspaceRoot}/tools/jest/angular.setup.ts`],
  transform: {
    '^.+\\.(ts|js|mjs|html|svg)$': [
      'jest-preset-angular',
      {
        tsconfig: `${workspaceRoot}/tools/jest/tsconfig.angular.json`,
        stringifyContentPathRegex: '\\.(html|svg)$',
        processWithEsbuild: ['**/node_modules/temporal-{polyfill,utils}/**/*.js'],
      },
    ],
  },
  // The preset's own exceptions, and what shared/policies needs that is ES modules only.
  transformIgnorePatterns: [
    'node_modules/(?!(.*\\.mjs$|@angular/common/locales/.*\\.js$|temporal-(polyfill|utils)/))',
  ],
  cacheDirectory: `${workspaceRoot}/tmp/jest-angular`,
  reporters: ['default', `${workspaceRoot}/tools/jest/counts.mjs`],
  testTimeout: 20_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '3GB',
};
