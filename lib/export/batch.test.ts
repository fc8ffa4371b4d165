import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { streamZip, type BatchItem } from './batch';

const item = (name: string): BatchItem => ({
  name,
  make: async () => ({ name: `${name}.txt`, bytes: new TextEncoder().encode(`${name}的内容`) }),
});
const closing = (outcomes: { name: string; file: string | null; error: string | null }[]) => ({
  name: '说明.txt',
  text: outcomes
    .map(({ name, file, error }) => `${name}：${file ?? error ?? '没有数据'}`)
    .join('\n'),
});

async function read(stream: ReadableStream<Uint8Array>): Promise<Record<string, string>> {
  const bytes = new Uint8Array(
    await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  );
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
}

test('one that fails leaves the others in, and the last file says which', async () => {
  const failed: string[] = [];
  const items = [
    item('建湖县'),
    { name: '阜宁县', make: () => Promise.reject(new Error('坏了')) },
    { name: '滨海县', make: async () => null },
    item('东台市'),
  ];
  const files = await read(streamZip(items, '2021-12-31', closing, (name) => failed.push(name)));
  expect(files).toEqual({
    '建湖县.txt': '建湖县的内容',
    '东台市.txt': '东台市的内容',
    '说明.txt': '建湖县：建湖县.txt\n阜宁县：坏了\n滨海县：没有数据\n东台市：东台市.txt',
  });
  expect(failed).toEqual(['阜宁县']);
});

test('names that read the same are kept apart', async () => {
  expect(
    Object.keys(
      await read(
        streamZip([item('县'), item('县'), item('县')], '2021-12-31', closing, () => undefined),
      ),
    ),
  ).toEqual(['县.txt', '县（2）.txt', '县（3）.txt', '说明.txt']);
});

test('nothing is made before somebody reads it, and nothing after they stop', async () => {
  let made = 0;
  const items = Array.from({ length: 100 }, (_, number): BatchItem => ({
    name: String(number),
    make: async () => ({ name: `${(made += 1)}.bin`, bytes: new Uint8Array(100_000) }),
  }));
  const reader = streamZip(items, '2021-12-31', closing, () => undefined).getReader();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(made).toBe(0);
  await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(made).toBe(1);
  await reader.cancel();
  expect(made).toBeLessThan(3);
});
