import { aliasMapper, workspaceRoot } from './aliases.mjs';

/** Angular libs: CommonJS through jest-preset-angular, zoneless. */
export default {
  preset: 'jest-preset-angular',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  moduleNameMapper: aliasMapper(),
  setupFiles: ['@angular/localize/init'],
  setupFilesAfterEnv: [`${workspaceRoot}/tools/jest/angular.setup.ts`],
  transform: {
    '^.+\\.(ts|js|mjs|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: `${workspaceRoot}/tools/jest/tsconfig.angular.json`, stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  cacheDirectory: `${workspaceRoot}/tmp/jest-angular`,
  testTimeout: 20_000,
  maxWorkers: 2,
};
