import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkEnvironment, demoPassword, isDemo, isSecure } from './env';

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32));
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/gongbao');
  vi.stubEnv('NEXTAUTH_URL', 'https://gongbao.example.org');
  vi.stubEnv('GONGBAO_DEMO', '');
});
afterEach(() => vi.unstubAllEnvs());

test('a complete environment is taken', () => {
  expect(checkEnvironment).not.toThrow();
});

test.each([
  ['NEXTAUTH_SECRET', 'short'],
  ['NEXTAUTH_SECRET', ''],
  ['DATABASE_URL', ''],
  ['NEXTAUTH_URL', ''],
  ['NEXTAUTH_URL', 'gongbao.example.org'],
  ['NEXTAUTH_URL', 'ftp://gongbao.example.org'],
])('%s %j is refused at the start', (name, value) => {
  vi.stubEnv(name, value);
  expect(checkEnvironment).toThrow(name);
});

test('cookies are bound to https exactly where people come by https', () => {
  expect(isSecure()).toBe(true);
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  expect(isSecure()).toBe(false);
});

test('only the exact setting makes a demonstration', () => {
  expect(isDemo()).toBe(false);
  vi.stubEnv('GONGBAO_DEMO', 'true');
  expect(isDemo()).toBe(false);
  vi.stubEnv('GONGBAO_DEMO', '1');
  expect(isDemo()).toBe(true);
});

test('only the demonstration says its password', () => {
  vi.stubEnv('GONGBAO_DEMO_PASSWORD', 'shared');
  expect(demoPassword()).toBeNull();
  vi.stubEnv('GONGBAO_DEMO', '1');
  expect(demoPassword()).toBe('shared');
  vi.stubEnv('GONGBAO_DEMO_PASSWORD', '');
  expect(demoPassword()).toBeNull();
});
