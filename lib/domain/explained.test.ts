import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explainedNote, indicatorsOf, type Explained } from './explained';
import type { Catalogue } from './indicator';

const catalogue = JSON.parse(readFileSync('prisma/catalogue/catalogue.json', 'utf8')) as Catalogue;
const [a, b, c, d] = catalogue.indicators.map(({ code, name }) => ({ code, name })) as [Record<'code' | 'name', string>, Record<'code' | 'name', string>, Record<'code' | 'name', string>, Record<'code' | 'name', string>];

test.each<[string, Explained[], string | null]>([
  ['nothing explained, no note', [], null],
  ['in the words and the name of who wrote it', [{ indicators: [a.code], text: '含线上场次。', by: '陈晓燕' }], `填报说明：${a.name}——含线上场次（陈晓燕）。`],
  [
    'several, one after the other',
    [{ indicators: [a.code, b.code], text: '口径调整', by: '陈晓燕' }, { indicators: [c.code], text: '新增站点；', by: '周磊' }],
    `填报说明：${a.name}、${b.name}——口径调整（陈晓燕）；${c.name}——新增站点（周磊）。`,
  ],
  ['a check of many indicators names the first', [{ indicators: [a.code, b.code, c.code, d.code], text: '据实填报情况', by: '周磊' }], `填报说明：${a.name}、${b.name}、${c.name}等4项——据实填报情况（周磊）。`],
])('%s', (_, explained, note) => {
  expect(explainedNote(explained, catalogue)).toBe(note);
});

test('a check is about the indicators of both sides, each once', () => {
  for (const check of catalogue.checks) {
    const codes = indicatorsOf(check);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain(check.left[0]!.code);
  }
});
