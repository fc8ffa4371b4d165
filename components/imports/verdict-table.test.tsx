import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { plannedLooks } from './planned-looks';
import { VerdictTable, type VerdictRow } from './verdict-table';

const heads = { place: '行', name: '指标', now: '现有', typed: '文件中', verdict: '核对' };
const row: VerdictRow = {
  key: 1,
  place: 7,
  name: '会员人数',
  now: '12',
  typed: '15',
  kind: 'changed',
  verdict: '将修改',
};
const draw = (rows: VerdictRow[], more = {}) =>
  renderToStaticMarkup(<VerdictTable label="结果" heads={{ ...heads, ...more }} rows={rows} />);

describe('a verdict', () => {
  test.each(Object.keys(plannedLooks) as VerdictRow['kind'][])(
    '%s is shown by shape, word and colour',
    (kind) => {
      const { shape, look } = plannedLooks[kind];
      expect(draw([{ ...row, kind }])).toContain(
        `<td class="${look} sm:min-w-48" data-label="核对"><span><span aria-hidden="true">${shape} </span>将修改</span></td>`,
      );
    },
  );
});

test('what the file calls the indicator is shown only where it differs, the note under what was typed', () => {
  expect(draw([{ ...row, said: ' 会员人数 ' }])).not.toContain('block');
  const html = draw([{ ...row, said: '会员数', note: '说明：新增' }]);
  expect(html).toMatch(/会员人数<span class="block[^"]*">会员数<\/span>/);
  expect(html).toMatch(/15<span class="block[^"]*">说明：新增<\/span>/);
});

test('columns of period and value stand only where they are headed', () => {
  const full = { ...row, period: '2021年', value: '15人' };
  expect(draw([full])).not.toMatch(/2021年|15人/);
  expect(draw([full], { period: '报告期', value: '读作' })).toMatch(/2021年.*15人/);
});
