// Planted faults (npm run mutation -- PATH…): changes the named source bit by bit and says which change no test
// notices.
const paths = (process.env.GONGBAO_MUTATION_PATHS ?? '').split(' ');

/** @type {import('@stryker-mutator/core').PartialStrykerOptions} */
const config = {
  mutate: paths.flatMap((path) =>
    path.endsWith('.ts')
      ? [path]
      : [`${path}/**/*.ts`, `!${path}/**/*.test.ts`, `!${path}/**/test-*.ts`],
  ),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: '.config/vitest-mutation.ts', related: false },
  ignorePatterns: ['.data', '.next'],
  tempDirName: '.data/mutation',
  concurrency: 1,
  // What runs once when a module is loaded would have every test run again for each change.
  ignoreStatic: true,
  timeoutMS: 30_000,
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
};
export default config;
