import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
// Whatever stands on the database: every file gets one of its own (database-per-file.ts).
const data = [
  'lib/data/**/*.test.ts',
  'lib/{auth,request}/**/*.test.ts',
  'app/api/**/*.test.ts',
  'lib/delivery/**/*.test.ts',
];

// Exported files opened in LibreOffice, where there is one.
const office = 'lib/{export,import,pdf}/*office.test.ts';

/** What holds for every kind of test. */
export const shared = defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Outside of Next nothing is a browser, so there is nothing to guard against.
      { find: 'server-only', replacement: fileURLToPath(new URL('nothing.ts', import.meta.url)) },
    ],
  },
  test: {
    // Generous: a busy machine is no fault of the code.
    testTimeout: 30_000,
  },
});

/** What a test on the database needs. */
export const dataProject = {
  globalSetup: '.config/database-template.ts',
  setupFiles: '.config/database-per-file.ts',
  hookTimeout: 60_000,
};

export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['{lib,prisma,components,bin}/**/*.test.{ts,tsx}'],
          exclude: [...data, office],
        },
      },
      {
        extends: true,
        test: { name: 'office', include: [office], testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        extends: true,
        test: { name: 'data', include: data, ...dataProject },
      },
    ],
  },
});
