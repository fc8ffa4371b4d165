// What an office prints around its documents: its own, set by who writes them, and part of its Word files.
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { makeSummaryFile } from '@/lib/make-summary-file';
import { db } from '../database/client';
import { findLetterhead, saveLetterhead } from './letterheads';
import { openWorld, reporter, reviewer, world } from './test-summary';

let county: string;
let city: string;
beforeAll(async () => {
  await openWorld();
  [county, city] = [world.unit.county.code, world.unit.city.code];
});

const set = {
  issuer: '示例县总工会文件',
  number: '示工发〔年〕8号',
  to: '示例市总工会：',
  copies: '县委办公室',
};

test('it is printed around the unit’s own documents, and kept as an event', async () => {
  await saveLetterhead(reporter, county, set);
  expect(await findLetterhead(reporter, county)).toEqual(set);
  const file = await makeSummaryFile(reporter, {
    key: { unit: county, period: '2021' },
    format: 'docx',
    date: '2022-01-20',
    fonts: 'official',
    listsSources: false,
  });
  const xml = strFromU8(unzipSync(file!.bytes)['word/document.xml']!);
  const places = [
    '示例县总工会文件',
    '示工发〔2022〕8号',
    '工作情况对比分析',
    '示例市总工会：',
    '抄送：县委办公室。',
  ].map((text) => xml.indexOf(text));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(await db.event.count({ where: { kind: 'letterhead.saved', subject: county } })).toBe(1);
});

test('a unit above reads it, has one of its own, and a neighbour neither reads nor sets it', async () => {
  expect(await findLetterhead(reviewer, county)).toEqual(set);
  expect(await findLetterhead(reviewer, city)).toEqual({
    issuer: '',
    number: '',
    to: '',
    copies: '',
  });
  const neighbour = world.viewer('neighbour', 'reporter');
  expect(await findLetterhead(neighbour, county)).toBeNull();
  await expect(saveLetterhead(neighbour, county, set)).rejects.toThrow();
  await expect(saveLetterhead(reviewer, county, set)).rejects.toMatchObject({
    name: 'RefusedError',
  });
});
