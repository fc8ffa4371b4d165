import { defineConfig } from '@playwright/test';

// npm test starts the application on a throw-away database and says where it is (bin/steps/suites.mjs).
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // The stories share one world, and each goes on from what it finds: one after another.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    [
      'json',
      { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '../.data/reports/e2e.json' },
    ],
  ],
  use: {
    baseURL: process.env.GONGBAO_URL ?? 'http://localhost:3000',
    browserName: 'chromium',
    // A link that is not there is said at once, not when the story's time is up.
    actionTimeout: 60_000,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A trace takes its time; where nobody can open it, there is none.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: {
      args: flags,
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
});
