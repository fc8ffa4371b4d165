import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { pickMessages } from '@/lib/i18n/messages';
import { ChangeCells } from './change-cells';

const draw = (change: Parameters<typeof ChangeCells>[0]['change']) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="zh-CN"
      timeZone="Asia/Shanghai"
      messages={pickMessages('zh-CN', ['entry'])}
    >
      <table>
        <tbody>
          <tr>
            <ChangeCells area="entry" change={change} />
          </tr>
        </tbody>
      </table>
    </NextIntlClientProvider>,
  )
    .match(/<td.*?<\/td>/g)
    ?.map((cell) => cell.replace(/<[^>]+>/g, ''));

test.each([
  [
    'an amount and its share',
    { amount: '+1025', isPoints: false, percent: '+9.3%' },
    ['+1025', '+9.3%'],
  ],
  [
    'a rate in points, which has no share',
    { amount: '+8', isPoints: true, percent: null },
    ['+8个百分点', ''],
  ],
  ['no change to show', { amount: null, isPoints: true, percent: null }, ['', '']],
])('%s', (_case, change, cells) => {
  expect(draw(change)).toEqual(cells);
});
