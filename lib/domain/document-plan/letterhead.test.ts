import { expect, test } from 'vitest';
import { printedLetterhead } from './letterhead';

const none = { issuer: '', number: '', to: '', copies: '' };

test('the year of issue stands in the number, and no mark twice', () => {
  const set = {
    issuer: ' 建湖县总工会文件 ',
    number: '建工发〔年〕8号',
    to: '盐城市总工会：',
    copies: '县委办公室、县政府办公室。',
  };
  expect(printedLetterhead(set, '2022-01-20')).toEqual({
    issuer: '建湖县总工会文件',
    number: '建工发〔2022〕8号',
    to: '盐城市总工会',
    copies: '县委办公室、县政府办公室',
  });
});

test.each(['建工发〔2021〕3号', '建工办 12号'])('%s stays as it was set', (number) => {
  expect(printedLetterhead({ ...none, number }, '2022-01-20')?.number).toBe(number);
});

test('nothing set is nothing printed', () => {
  expect(printedLetterhead({ ...none, to: ' ' }, '2022-01-20')).toBeNull();
});
