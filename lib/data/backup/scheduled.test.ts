import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUpWhenDue, backupPlan, newestBackup } from './scheduled';

const url = process.env.DATABASE_URL!;
const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-plan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a backup is taken when the newest is old enough, and not before', async () => {
  const plan = { folder, hours: 24, keep: 14 };
  expect(await newestBackup(folder)).toBeNull();
  expect(await backUpWhenDue(url, plan, at(0))).toBe(join(folder, 'gongbao-20260101T000000Z'));
  expect(await backUpWhenDue(url, plan, at(23))).toBeNull();
  expect(await backUpWhenDue(url, plan, at(24))).not.toBeNull();
  expect(await newestBackup(folder)).toEqual(at(24));
});

test('of several servers one takes it', async () => {
  const plan = { folder, hours: 24, keep: 14 };
  const taken = await Promise.all([0, 1, 2].map(() => backUpWhenDue(url, plan, at(0))));
  expect(taken.filter(Boolean)).toHaveLength(1);
});

test('the oldest go, never the last; what is no backup stays', async () => {
  mkdirSync(join(folder, 'gongbao-20250101T000000Z'));
  mkdirSync(join(folder, 'letters'));
  for (const hour of [0, 1, 2]) await backUpWhenDue(url, { folder, hours: 1, keep: 2 }, at(hour));
  expect(readdirSync(folder).sort()).toEqual([
    'gongbao-20250101T000000Z',
    'gongbao-20260101T010000Z',
    'gongbao-20260101T020000Z',
    'letters',
  ]);
});

test('without a folder there is no plan', () => {
  expect(backupPlan({} as NodeJS.ProcessEnv)).toBeNull();
  expect(
    backupPlan({ BACKUP_FOLDER: '/b', BACKUP_KEEP: '0' } as unknown as NodeJS.ProcessEnv),
  ).toEqual({
    folder: '/b',
    hours: 24,
    keep: 1,
  });
});
