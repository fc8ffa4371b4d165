import nextRules from 'eslint-config-next/core-web-vitals';
import typescriptRules from 'eslint-config-next/typescript';

const config = [
  {
    ignores: [
      'node_modules/',
      '.next/',
      '.data/',
      'prisma/generated/',
      'next-env.d.ts',
      'test-results/',
      'playwright-report/',
    ],
  },
  ...nextRules,
  ...typescriptRules,
  {
    // A rule that is wrong is changed here, for everybody; nowhere is it switched off for one line.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    settings: { react: { version: '19' } },
    rules: {
      'max-lines': ['error', 300],
      'no-warning-comments': [
        'error',
        { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/], Literal[value=/^\\$(query|execute)RawUnsafe$/]',
          message: 'SQL only with parameters: $queryRaw`…` or $executeRaw`…`.',
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { args: 'after-used', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // What a function does fits one look; a test tells a story, and may be longer.
    ignores: ['**/*.test.ts', '**/*.test.tsx', '**/test-*.ts', 'e2e/**'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // What the domain says depends on what it is given, never on what was asked before.
    files: ['lib/domain/**'],
    ignores: ['**/*.test.ts', '**/test-*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'Program > :matches(VariableDeclaration, ExportNamedDeclaration) NewExpression[callee.name=/^(WeakMap|WeakSet)$/], Program > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Map|Set)$/], Program > VariableDeclaration[kind="let"]',
          message: 'No state in a module of the domain.',
        },
      ],
    },
  },
  {
    // Contents are hashed in one place, so that another algorithm is one change.
    files: ['app/**', 'lib/**'],
    ignores: ['lib/data/database/digest.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'node:crypto', importNames: ['createHash'], message: 'Use database/digest.ts.' },
      ],
    },
  },
  {
    files: ['app/**', 'components/**', 'lib/**', 'prisma/**', 'e2e/**'],
    rules: { 'no-console': ['error', { allow: ['error', 'warn'] }] },
  },
  {
    // Playwright's fixtures hand values on with a function that is called `use`, which is no React hook.
    files: ['e2e/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
];

export default config;
