import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printClipboard, readClipboard } from './clipboard';

describe('readClipboard', () => {
  it.each([
    ['a column, with the line end that Excel adds', '1\r\n2\r\n', [['1'], ['2']]],
    [
      'a block of WPS',
      '指标\t本年\n劳动竞赛场次\t55\n',
      [
        ['指标', '本年'],
        ['劳动竞赛场次', '55'],
      ],
    ],
    ['an empty cell and an empty row', 'a\t\tb\n\nc', [['a', '', 'b'], [''], ['c']]],
    ['a line break inside a cell', '"劳动竞赛\n场次"\t55', [['劳动竞赛\n场次', '55']]],
    ['a quote inside a cell', '"他说""好"""\t1', [['他说"好"', '1']]],
    ['a quote that opens nothing', '"5\t6', [['"5', '6']]],
    ['cells that Excel could not show', '####\t1.2E+08', [['####', '1.2E+08']]],
    ['nothing', '', [['']]],
  ])('%s', (_case, text, rows) => {
    expect(readClipboard(text)).toEqual(rows);
  });

  it('reads back whatever was printed', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', '，') });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, (block) => {
        fc.pre(!(block.at(-1)!.length === 1 && block.at(-1)![0] === ''));
        expect(readClipboard(printClipboard(block))).toEqual(block);
      }),
    );
  });
});
