import { expect, test } from 'vitest';
import { roles } from '@/lib/domain/access/policy';
import { welcomeOf } from './welcome.mjs';

const account = { account: 'chen', password: 'shared', name: '陈', unit: '东台市总工会' };

test.each(roles)('a demo account says what its role %s is called in both languages', (role) => {
  const text = welcomeOf('http://localhost:3000', {
    accounts: [{ ...account, roles: [role] }],
    invitation: null,
  });
  expect(text).toMatch(/[\u4e00-\u9fff]+ [A-Z][a-z]+  东台市总工会/);
  expect(text).not.toContain(role);
  expect(text).not.toContain('undefined');
});
