import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualStyle } from '../comparison/source';
import { readStyle, styleChoices, styleQuery } from './style';

test.each([
  [{}, usualStyle],
  [
    { length: 'brief', falls: 'table' },
    { ...usualStyle, length: 'brief', falls: 'table' },
  ],
  [
    { headings: 'couplet', numbers: '万' },
    { ...usualStyle, headings: 'couplet', numbers: '万' },
  ],
  [{ length: 'longest', headings: ['four', 'plain'], base: '2019' }, usualStyle],
] as const)('%o', (query, style) => {
  expect(readStyle(query as Record<string, string>)).toEqual(style);
});

test('the usual choice stands first, and a query leads back to its style', () => {
  expect(
    Object.fromEntries(Object.entries(styleChoices).map(([name, [first]]) => [name, first])),
  ).toEqual(usualStyle);
  const style = fc.record({
    length: fc.constantFrom(...styleChoices.length),
    headings: fc.constantFrom(...styleChoices.headings),
    falls: fc.constantFrom(...styleChoices.falls),
    numbers: fc.constantFrom(...styleChoices.numbers),
  });
  fc.assert(
    fc.property(style, (given) => {
      expect(readStyle(styleQuery(given))).toEqual(given);
    }),
  );
});
