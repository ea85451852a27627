import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** The gate lints many projects with the types of one program (tools/test/sides.ts); editors and single projects find their own. */
const types = process.env.REIHE_LINT_PROGRAM
  ? { project: [process.env.REIHE_LINT_PROGRAM] }
  : { projectService: true };

const serverOnly = ['@nestjs/*', 'typeorm', 'pg', 'pg-boss', 'class-validator', 'class-transformer'];

/** What each side may import from npm: the browser never ships the server's packages, shared code stays pure. */
const sides = [
  {
    sourceTag: 'side:api',
    onlyDependOnLibsWithTags: ['side:api', 'side:shared'],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'side:portal',
    onlyDependOnLibsWithTags: ['side:portal', 'side:web', 'side:shared'],
    bannedExternalImports: serverOnly,
  },
  {
    sourceTag: 'side:admin',
    onlyDependOnLibsWithTags: ['side:admin', 'side:web', 'side:shared'],
    bannedExternalImports: serverOnly,
  },
  {
    sourceTag: 'side:web',
    onlyDependOnLibsWithTags: ['side:web', 'side:shared'],
    bannedExternalImports: serverOnly,
  },
  {
    sourceTag: 'side:shared',
    onlyDependOnLibsWithTags: ['side:shared'],
    bannedExternalImports: [...serverOnly, '@angular/*', 'rxjs'],
  },
  { sourceTag: 'side:e2e', onlyDependOnLibsWithTags: ['side:shared'] },
];

/** Which layer may use which. `type:testing` holds builders; a rule below keeps them in specs. */
const layers = [
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: [
      'type:feature',
      'type:data-access',
      'type:ui',
      'type:platform',
      'type:persistence',
      'type:policies',
      'type:contracts',
      'type:testing',
    ],
  },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:policies', 'type:contracts'] },
  {
    sourceTag: 'type:feature',
    onlyDependOnLibsWithTags: [
      'type:data-access',
      'type:ui',
      'type:platform',
      'type:persistence',
      'type:policies',
      'type:contracts',
      'type:testing',
    ],
  },
  {
    sourceTag: 'type:platform',
    onlyDependOnLibsWithTags: [
      'type:platform',
      'type:persistence',
      'type:policies',
      'type:contracts',
      'type:testing',
    ],
  },
  {
    sourceTag: 'type:data-access',
    onlyDependOnLibsWithTags: ['type:platform', 'type:policies', 'type:contracts', 'type:testing'],
  },
  {
    // The staff's shared parts (admin/ui) are built from the presentational ones (web/ui); the sides keep that one-way.
    sourceTag: 'type:ui',
    onlyDependOnLibsWithTags: ['type:ui', 'type:platform', 'type:policies', 'type:contracts', 'type:testing'],
  },
  {
    sourceTag: 'type:persistence',
    onlyDependOnLibsWithTags: ['type:persistence', 'type:policies', 'type:contracts', 'type:testing'],
  },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:policies', 'type:contracts'] },
  {
    sourceTag: 'type:policies',
    onlyDependOnLibsWithTags: ['type:policies', 'type:contracts', 'type:testing'],
  },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:contracts'] },
];

const buildersStayInSpecs = { name: '@reihe/shared-testing', message: 'Builders are for specs only.' };

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'tmp/**',
      '.data/**',
      '.nx/**',
      '.angular/**',
      '**/*.cjs',
      '**/*.mjs',
      '**/*.html',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { ...types, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints: [...sides, ...layers] },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/shared/testing/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [buildersStayInSpecs] }] },
  },
  {
    // Only repositories speak to the ORM; modules wire it.
    files: ['libs/api/**/*.ts'],
    ignores: [
      'libs/api/database/**',
      'libs/api/persistence/**',
      '**/*.repository.ts',
      '**/*.module.ts',
      '**/*.spec.ts',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [buildersStayInSpecs],
          patterns: [
            { group: ['typeorm', '@nestjs/typeorm'], message: 'Only *.repository.ts imports typeorm.' },
          ],
        },
      ],
    },
  },
  {
    // A row never leaves the API: controllers see services and contracts.
    files: ['libs/api/**/*.controller.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            buildersStayInSpecs,
            { name: '@reihe/api-persistence', message: 'Controllers do not see rows.' },
          ],
          patterns: [
            { group: ['typeorm', '@nestjs/typeorm'], message: 'Only *.repository.ts imports typeorm.' },
            { group: ['**/*.repository'], message: 'Controllers call services, not repositories.' },
          ],
        },
      ],
    },
  },
  {
    // Nest modules and controllers are classes whose members are decorators.
    files: ['libs/api/**/*.ts', 'apps/api/**/*.ts'],
    rules: { '@typescript-eslint/no-extraneous-class': 'off' },
  },
  {
    files: [
      'apps/portal/**/*.ts',
      'apps/admin/**/*.ts',
      'libs/web/**/*.ts',
      'libs/portal/**/*.ts',
      'libs/admin/**/*.ts',
    ],
    extends: [...angular.configs.tsRecommended, ...angular.configs.templateRecommended.slice(0, 0)],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'reihe', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'reihe', style: 'camelCase' },
      ],
    },
  },
  { files: ['tools/**/*.ts'], rules: { 'no-console': 'off', '@nx/enforce-module-boundaries': 'off' } },
  {
    // What node:test hands back is its own to wait for.
    files: ['tools/**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
