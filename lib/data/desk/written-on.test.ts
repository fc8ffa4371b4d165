// An earlier text written on for a year, on a real database: an old report as it was brought, and an edition.
import { beforeAll, expect, test } from 'vitest';
import { isChip, textOf, type Block } from '@/lib/domain/desk/manuscript';
import { issueEdition } from './editions';
import { findDesk, saveManuscript, startManuscript } from './manuscripts';
import { makeDesk, type TestDesk } from './test-manuscripts';
import { listVersions } from './versions';
import { findWrittenOn, listEarlierEditions, startWrittenOn, type Earlier } from './written-on';

let desk: TestDesk;
beforeAll(async () => {
  desk = await makeDesk();
});

const said = (blocks: readonly Block[]): string =>
  blocks
    .filter(({ hidden }) => !hidden)
    .map(({ parts }) => textOf(parts))
    .join('');

test('an old report is looked at, then the manuscript; one that is there must be the one that was seen', async () => {
  const key = await desk.reported({ JG001: '1700', JG003: '400000' });
  const then = String(Number(key.period) - 1);
  const text = `年度总结\n全年开展劳动竞赛1695场次，参赛职工40.7万人次。走访困难职工47户。`;
  const at = (words: string) => text.indexOf(words);
  const earlier: Earlier = {
    period: then,
    text,
    accepted: [
      { start: at('1695场次'), indicator: 'JG001', period: then },
      { start: at('40.7万人次'), indicator: 'JG003', period: then },
    ],
  };
  const preview = (await findWrittenOn(desk.author, key, earlier))!;
  const right = `年度总结全年开展劳动竞赛1700场次，参赛职工40万人次。`;
  expect(said(preview.written.blocks)).toBe(right);
  expect(preview.written.asides).toEqual([expect.objectContaining({ text: '走访困难职工47户。' })]);
  expect((await findDesk(desk.author, key))!.manuscript).toBeNull();
  await startWrittenOn(desk.author, key, earlier, null);
  const { manuscript } = (await findDesk(desk.author, key))!;
  expect(said(manuscript!.blocks)).toBe(right);
  const chips = manuscript!.blocks.flatMap(({ parts }) => parts.filter(isChip));
  expect(chips.map((chip) => manuscript!.sources[chip.ref]?.figures[0]?.indicator)).toEqual([
    'JG001',
    'JG003',
  ]);
  await expect(startWrittenOn(desk.author, key, earlier, null)).rejects.toMatchObject({
    code: 'manuscript-saved',
  });
  await startWrittenOn(desk.author, key, earlier, manuscript!.revision);
  expect((await listVersions(desk.author, key))!.former).toHaveLength(1);
  const other = desk.world.viewer('neighbour', 'reporter');
  expect(await findWrittenOn(other, key, earlier)).toBeNull();
});

test('an edition is written on with its own words', async () => {
  const old = await desk.reported({ JG001: '1695', JG003: '407000' });
  await startManuscript(desk.author, old);
  const { manuscript } = (await findDesk(desk.author, old))!;
  const blocks = manuscript!.blocks.map((block) =>
    block.kind === 'sentence' ? { ...block, parts: ['在劳动一线，', ...block.parts] } : block,
  );
  const save = { revision: manuscript!.revision, from: 'test', blocks };
  const saved = await saveManuscript(desk.author, old, save);
  if (saved.outcome !== 'saved') throw new Error('not saved');
  await issueEdition(desk.signatory, old, saved.revision);
  const key = await desk.reported({ JG001: '1700', JG003: '400000' });
  const editions = await listEarlierEditions(desk.author, key);
  expect(editions).toContainEqual({ period: old.period, number: 1 });
  const preview = await findWrittenOn(desk.author, key, { period: old.period, edition: 1 });
  expect(said(preview!.written.blocks)).toMatch(/在劳动一线，.*1700场次.*40万人次/);
});
