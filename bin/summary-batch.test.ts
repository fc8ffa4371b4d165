import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeBatch } from './summary-batch';

const units = ['320902', '320903', '320925', '320981'].map((code, at) => ({
  code,
  name: `县${at}`,
  hasFigures: code !== '320903',
  changedAt: new Date(Date.now() - 60_000) as Date | null,
}));
let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'gongbao-batch-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = async (
  make: (code: string) => Promise<{ bytes: Uint8Array } | null>,
  isForced = false,
) => {
  const lines: string[] = [];
  const failed = await writeBatch(
    { units, period: '2021', format: 'text', folder, isForced },
    make,
    (line) => lines.push(line),
  );
  return { failed, last: lines.at(-1) };
};
const text = (words: string) => ({ bytes: new TextEncoder().encode(words) });

test('one that fails is named, the others are made, and a second run makes only what is missing', async () => {
  const asked: string[] = [];
  const first = await run(async (code) => {
    asked.push(code);
    if (code === '320925') throw new Error('no');
    return text('一');
  });
  expect(first).toEqual({
    failed: 1,
    last: '2 made, 0 were there, 1 without figures, 1 failed: 县2. Run the same command again to make these.',
  });
  expect(asked).toEqual(['320902', '320925', '320981']);
  expect(await readdir(folder)).toEqual(['320902-县0-2021.txt', '320981-县3-2021.txt']);

  const second = await run(async () => text('二'));
  expect(second).toEqual({ failed: 0, last: '1 made, 2 were there, 1 without figures, 0 failed.' });
  expect(await readFile(join(folder, '320902-县0-2021.txt'), 'utf8')).toBe('一');

  await run(async () => text('三'), true);
  expect(await readFile(join(folder, '320902-县0-2021.txt'), 'utf8')).toBe('三');
});

test('a file is made anew where its figures were corrected since', async () => {
  await run(async () => text('一'));
  units[0]!.changedAt = new Date(Date.now() + 60_000);
  expect(await run(async () => text('二'))).toEqual({
    failed: 0,
    last: '1 made, 2 were there, 1 without figures, 0 failed.',
  });
  expect(await readFile(join(folder, '320902-县0-2021.txt'), 'utf8')).toBe('二');
  expect(await readFile(join(folder, '320981-县3-2021.txt'), 'utf8')).toBe('一');
});
