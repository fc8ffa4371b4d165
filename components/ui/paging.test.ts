import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offeredPages, pageOf } from './paging';

const rows = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('a page of a long list', () => {
  test.each([
    [0, undefined, 1, 1, []],
    [200, '1', 1, 1, rows(200)],
    [201, '2', 2, 2, [200]],
    [201, '9', 2, 2, [200]],
    [201, '0', 1, 2, rows(200)],
    [201, '-3', 1, 2, rows(200)],
    [201, '2; drop table', 2, 2, [200]],
    [201, 'zwei', 1, 2, rows(200)],
  ] as const)('of %i rows, asked for %s, is page %i of %i', (count, asked, page, pages, shown) => {
    expect(pageOf(rows(count), asked)).toEqual({ shown, page, pages });
  });

  test('all pages together are the list', () => {
    fc.assert(
      fc.property(fc.nat(2000), (count) => {
        const { pages } = pageOf(rows(count), undefined);
        expect(
          Array.from(
            { length: pages },
            (_, at) => pageOf(rows(count), String(at + 1)).shown,
          ).flat(),
        ).toEqual(rows(count));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the numbers offered', () => {
  test.each([
    [1, 1, [1]],
    [3, 5, [1, 2, 3, 4, 5]],
    [1, 250, [1, 2, 3, null, 250]],
    [4, 250, [1, 2, 3, 4, 5, 6, null, 250]],
    [5, 250, [1, null, 3, 4, 5, 6, 7, null, 250]],
    [250, 250, [1, null, 248, 249, 250]],
  ] as const)('on page %i of %i', (page, pages, offered) => {
    expect(offeredPages(page, pages)).toEqual(offered);
  });
});
