import { expect, test } from 'vitest';
import { databaseFault, failureOf, portFault, settingsFault } from './explain.mjs';

test('settings that are right, or left out, are taken', () => {
  expect(settingsFault({})).toBeNull();
  expect(
    settingsFault({ PORT: '', DATABASE_URL: '', NEXTAUTH_SECRET: '', NEXTAUTH_URL: '' }),
  ).toBeNull();
  expect(
    settingsFault({
      PORT: '8080',
      DATABASE_URL: 'postgres://u:p%40@db:5432/gongbao?sslmode=require',
      NEXTAUTH_SECRET: 'x'.repeat(32),
      NEXTAUTH_URL: 'https://a.example.org',
    }),
  ).toBeNull();
});

test.each([
  ['LOG_LEVEL', 'verbose'],
  ['DATABASE_POOL', 'many'],
  ['DRAIN_SECONDS', '601'],
  ['BACKUP_HOURS', '-1'],
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['PORT', '99999'],
  ['PORT', '80x'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['DATABASE_URL', 'nonsense'],
  ['DATABASE_URL', 'mysql://a/b'],
  ['DATABASE_URL', 'postgresql://host'],
  ['DATABASE_URL', 'postgresql://host/'],
  ['DATABASE_URL', 'postgresql:///gongbao'],
  ['NEXTAUTH_SECRET', 'short'],
  ['NEXTAUTH_URL', 'gongbao.example.org'],
  ['NEXTAUTH_URL', 'ftp://gongbao.example.org'],
])('%s %j is refused in two languages, before anything is installed', (name, value) => {
  const said = settingsFault({ [name]: value });
  expect(said).toMatch(new RegExp(`^${name} .*[\u4e00-\u9fff].*\n${name} .*(?:must|is too short)`));
});

test.each([
  '28P01',
  '28000',
  '3D000',
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'too-old',
  'not-utf8',
  'may-not-create',
])(
  'of a database that answers %s it is said what would be right, and never the password',
  (code) => {
    const said = databaseFault(
      'postgresql://clerk:se%20cret@db.example.org/gong',
      Object.assign(new Error('x'), { code }),
    );
    expect(said).toMatch(/db\.example\.org:5432|gong/);
    expect(said).toMatch(/[。）]\n[A-Z].*\.$/);
    expect(said).not.toMatch(/se%20cret|se cret/);
  },
);

test('of ports and disks the reason is given', () => {
  expect(portFault(80, '127.0.0.1', 'EACCES')).toMatch(/1024/);
  expect(portFault(3000, '127.0.0.1', 'EADDRINUSE')).toMatch(/已被占用/);
  expect(portFault(3000, '10.9.8.7', 'EADDRNOTAVAIL')).toMatch(/HOST“10\.9\.8\.7”/);
  expect(failureOf(Object.assign(new Error('x'), { code: 'EACCES', path: '/srv/.data' }))).toMatch(
    /\/srv\/\.data/,
  );
  expect(failureOf(Object.assign(new Error('x'), { code: 'ENOSPC' }))).toMatch(/磁盘已满/);
  expect(failureOf(new Error('next build failed'))).toBe('next build failed');
});
