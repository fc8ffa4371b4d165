import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentHeader, fileName } from './file-name';

describe('names of files', () => {
  test.each([
    ['建湖县总工会2021年工作情况对比分析', 'docx', '建湖县总工会2021年工作情况对比分析.docx'],
    ['../../etc/passwd', 'csv', 'etc passwd.csv'],
    ['a"b\r\nSet-Cookie: x', 'csv', 'a b Set-Cookie x.csv'],
    ['', 'json', 'gongbao.json'],
  ])('%j', (title, extension, name) => expect(fileName(title, extension)).toBe(name));

  test('a header is one line of ASCII whatever the name is, and gives the name back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (title) => {
        const name = fileName(title, 'xlsx');
        const header = attachmentHeader(name);
        expect(header).toMatch(
          /^attachment; filename="gongbao\.xlsx"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/,
        );
        expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(name);
      }),
    );
  });
});
