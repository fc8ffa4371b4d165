import { expect, test } from 'vitest';
import { cleanText, cleanValue } from './clean-text';

test.each([
  [
    'a text as people write it stays',
    '合并了两个园区工会，\n\t会员转入 320 人。',
    '合并了两个园区工会，\n\t会员转入 320 人。',
  ],
  [
    'line breaks as forms and old machines write them are one',
    '一\r\n二\r三\n四\r\n\r\n五',
    '一\n二\n三\n四\n\n五',
  ],
  ['so do emoji made of several, and scripts that need joiners', '👩‍🔧 می‌خواهم', '👩‍🔧 می‌خواهم'],
  ['nothing turns the name that follows', '属实\u202e（王敏）\u2066', '属实（王敏）'],
  [
    'nothing is there that cannot be seen',
    '建\u200b湖\ufeff县\u00ad总\u2060工会\u{e0041}',
    '建湖县总工会',
  ],
  ['nothing is half a character', '满意\ud83d度\udc4d，\ud800', '满意\ufffd度\ufffd，\ufffd'],
  ['nothing that PostgreSQL or XML refuse', 'a\u0000b\u0007c\u001bd\u0085e', 'abcde'],
])('%s', (_, typed, clean) => {
  expect(cleanText(typed)).toBe(clean);
  expect(JSON.parse(JSON.stringify({ a: [typed], n: 1 }), cleanValue)).toEqual({
    a: [clean],
    n: 1,
  });
});
