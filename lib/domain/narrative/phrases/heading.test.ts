import { expect, test } from 'vitest';
import written from '../headings.json';
import { headingOf } from './heading';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

const { sections } = standardCatalogue;
const textOf = (...args: Parameters<typeof headingOf>) => headingOf(...args).segments[0]?.text;

test('every section of the catalogue has four characters and a couplet of two equal halves, and no other has', () => {
  expect(Object.keys(written).sort()).toEqual(sections.map(({ code }) => code).sort());
  for (const { four, couplet } of Object.values(written)) {
    expect(four).toMatch(/^\p{Script=Han}{4}$/u);
    const [first = '', second = ''] = couplet.split('，');
    expect(second).toHaveLength(first.length);
  }
});

test('a section that is written nowhere keeps its plain name', () => {
  const section = { code: 'XX', name: '新的工作', nameEn: '', order: 1 };
  const part = { id: 'XX', heading: '新的工作', section, isThemed: false };
  expect([textOf(part, 0), textOf(part, 1, 'four'), textOf(part, 11, 'couplet')]).toEqual([
    '一、新的工作',
    '二、新的工作',
    '十二、新的工作',
  ]);
});
