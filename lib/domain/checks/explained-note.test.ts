import { expect, test } from 'vitest';
import { explainedNote, type Explained } from './explained-note';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const [a, b, c, d] = catalogue.indicators.map(({ code, name }) => ({ code, name })) as [
  Record<'code' | 'name', string>,
  Record<'code' | 'name', string>,
  Record<'code' | 'name', string>,
  Record<'code' | 'name', string>,
];

test.each<[string, Explained[], string | null]>([
  ['nothing explained, no note', [], null],
  [
    'in the words and the name of who wrote it',
    [{ indicators: [a.code], text: '含线上场次。', by: '陈晓燕' }],
    `填报说明：${a.name}——含线上场次（陈晓燕）。`,
  ],
  [
    'several, one after the other',
    [
      { indicators: [a.code, b.code], text: '口径调整', by: '陈晓燕' },
      { indicators: [c.code], text: '新增站点；', by: '周磊' },
    ],
    `填报说明：${a.name}、${b.name}——口径调整（陈晓燕）；${c.name}——新增站点（周磊）。`,
  ],
  [
    'a total entered by hand says what it is not',
    [{ indicators: [a.code], text: '含市直属基层工会的活动', by: '吴海燕', sum: '20场次' }],
    `填报说明：${a.name}（下级汇总数为20场次）——含市直属基层工会的活动（吴海燕）。`,
  ],
  [
    'a check of many indicators names the first',
    [{ indicators: [a.code, b.code, c.code, d.code], text: '据实填报情况', by: '周磊' }],
    `填报说明：${a.name}、${b.name}、${c.name}等4项——据实填报情况（周磊）。`,
  ],
])('%s', (_, explained, note) => {
  expect(explainedNote(explained, catalogue)).toBe(note);
});
