import { expect, test } from 'vitest';
import { hashPassword, passwordFault, verifyPassword } from './password';

test('a password opens its own hash and no other; the hash carries its parameters', async () => {
  const [hash, again] = await Promise.all([
    hashPassword('三月的柳树 2021'),
    hashPassword('三月的柳树 2021'),
  ]);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(hash).not.toBe(again);
  expect(await verifyPassword('三月的柳树 2021', hash)).toBe(true);
  for (const wrong of ['三月的柳树 2022', '三月的柳树 2021 ', '', hash])
    expect(await verifyPassword(wrong, hash)).toBe(false);
});

test('nothing opens an account without a password, not even what stands in its place', async () => {
  for (const typed of ['', 'nobody', 'anything at all'])
    expect(await verifyPassword(typed, null)).toBe(false);
});

test('an unknown account takes about as long as a known one', async () => {
  const hash = await hashPassword('a quiet river 7');
  // The shortest of many: what else the machine does only makes it longer.
  const shortest = async (of: string | null) => {
    const times = [];
    for (let round = 0; round < 8; round += 1) {
      const from = performance.now();
      await verifyPassword('wrong', of);
      times.push(performance.now() - from);
    }
    return Math.min(...times);
  };
  await shortest(null);
  const [known, unknown] = [await shortest(hash), await shortest(null)];
  expect(unknown).toBeGreaterThan(known / 3);
});

test('twelve characters to a hundred and twenty-eight, counted as people count them', () => {
  expect(passwordFault('x7-柳树下的老井', [])).toBe('password-too-short');
  expect(passwordFault('x7-柳树下的老井边石头', [])).toBeNull();
  expect(passwordFault('🌲🌊🍂🌙🔥🌾🌲🌊🍂🌙🔥', [])).toBe('password-too-short');
  expect(passwordFault('q9 '.repeat(43), [])).toBe('password-too-long');
});

test.each([
  'password1234',
  'Password12345',
  '123456789012',
  '210987654321',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  'ababababababab',
  'qwertyuiop12',
  'admin8888888',
  'gonghui12345',
  '总工会总工会总工会密码密码',
  'zonggonghui1',
  'zhonghuarenmin',
  'P@ssw0rd2021',
  'qazwsxedcrfv',
  '1qaz2wsx3edc',
  'Welcome2021!!',
  'woaizhongguo1949',
])('%s is among the first that are guessed', (password) => {
  expect(passwordFault(password, [])).toBe('password-too-easy');
});

test('a password is not made of the own account or unit', () => {
  expect(passwordFault('chenxiaoyan1', ['chenxiaoyan', '陈晓燕'])).toBe('password-too-easy');
  expect(passwordFault('ChenXiaoyan2021', ['chenxiaoyan'])).toBe('password-too-easy');
  expect(passwordFault('陈晓燕陈晓燕陈晓燕2021', ['chenxy', '陈晓燕'])).toBe('password-too-easy');
  expect(passwordFault('ChenXiaoYan@2021', ['cxy', '陈晓燕'])).toBe('password-too-easy');
  expect(passwordFault('jianhuxianzonggonghui', ['cxy', '建湖县总工会'])).toBe('password-too-easy');
  expect(passwordFault('chenxiaoyan walks by the sea', ['chenxiaoyan'])).toBeNull();
  expect(passwordFault('li bai wrote of wine', ['li'])).toBeNull();
});

test('a sentence of ordinary words is taken', () => {
  for (const good of [
    'correct horse battery staple',
    '建湖的荷花七月里开得最好',
    'gongbao-yanshi-2021',
  ]) {
    expect(passwordFault(good, [])).toBeNull();
  }
});
