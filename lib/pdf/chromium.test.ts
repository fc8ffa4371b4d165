// Browsers that do not do what they should; each is a small script.
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { printPdf } from './chromium';

const folder = mkdtempSync(join(tmpdir(), 'gongbao-test-'));
afterAll(() => {
  delete process.env.GONGBAO_CHROMIUM;
  rmSync(folder, { recursive: true, force: true });
});

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('gongbao-pdf-'));
const program = (name: string, script: string) => {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
};
test.each([
  ['that never answers', 'sleep 60', 'slow'],
  ['that ends at once', 'exit 1', 'failed'],
  ['that is none', 'echo nonsense; exec 3<&- 4>&-; sleep 1', 'failed'],
])('a browser %s is a sentence, and is gone', async (name, script, code) => {
  process.env.GONGBAO_CHROMIUM = program(`${code}${name.length}`, script);
  await expect(printPdf('<p>', { timeLimit: 1500 })).rejects.toMatchObject({ code });
  expect(left()).toEqual([]);
});

test('without one named there is none', async () => {
  delete process.env.GONGBAO_CHROMIUM;
  await expect(printPdf('<p>')).rejects.toMatchObject({ code: 'none' });
});
