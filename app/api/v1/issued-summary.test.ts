// What other systems read of a summary: what the union above has approved, and the text that was issued of it.
import { beforeAll, expect, test } from 'vitest';
import { issueEdition } from '@/lib/data/desk/editions';
import { findDesk, saveManuscript, startManuscript } from '@/lib/data/desk/manuscripts';
import { putSignature } from '@/lib/data/testing/test-records';
import { fillAll } from '@/lib/data/testing/test-world';
import { approve, call, makeCallers, type Made } from './test-calls';

let made: Made;
let token: string;
beforeAll(async () => {
  made = await makeCallers();
  token = await made.token('county');
});

type Issued = { edition: { number: number } | null; paragraphs: unknown[] };
const summary = async (period: string) =>
  call(`/api/v1/summaries/${made.world.unit.county.code}/${period}`, { token });
const read = async (period: string) => (await (await summary(period)).json()) as Issued;

test('what nobody has approved is not given out', async () => {
  const { world } = made;
  const id = await world.report('county', '2023');
  await fillAll(world.viewer('county', 'reporter'), id, '12');
  expect((await summary('2023')).status).toBe(404);
  await putSignature(
    id,
    world.viewer('county', 'reporter').personId,
    world.viewer('county', 'signatory').personId,
  );
  expect((await summary('2023')).status).toBe(404);
});

test('the edition goes out as soon as what it rests on is approved', async () => {
  const { world } = made;
  const [author, signatory] = [
    world.viewer('county', 'reporter'),
    world.viewer('county', 'signatory'),
  ];
  const key = { unit: world.unit.county.code, period: '2021' };
  const id = await world.report('county', '2021');
  await fillAll(author, id, '12');
  await approve(world, 'county', id);
  expect(await read('2021')).toMatchObject({ edition: null });
  await startManuscript(author, key);
  const { manuscript } = (await findDesk(author, key))!;
  const own = {
    id: 'own.1',
    kind: 'own' as const,
    section: null,
    opens: true,
    hidden: false,
    pinned: false,
    parts: ['签发时写下的话。'],
    origin: null,
  };
  await saveManuscript(author, key, {
    revision: 1,
    from: 'a',
    blocks: [...manuscript!.blocks, own],
  });
  await issueEdition(signatory, key, 2);
  const issued = await read('2021');
  expect(issued.edition).toMatchObject({ number: 1 });
  expect(JSON.stringify(issued.paragraphs)).toContain('签发时写下的话。');
});
