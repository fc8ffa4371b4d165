import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InvalidError } from '@/lib/domain/access/errors';
import { readOfflineForm } from './read-offline-form';
import { readWorkbook } from './read-workbook';

const read = async (name: string) =>
  readWorkbook(name, new Uint8Array(readFileSync(new URL(`./cases/${name}`, import.meta.url))));

describe('a form that an office changed', () => {
  test.each(['o07-column-inserted.xlsx', 'o08-column-removed.xlsx', 'o11-sheet-in-front.xlsx'])(
    '%s is read by its heads',
    async (name) => {
      const { rows, handedOut } = readOfflineForm(await read(name));
      expect(rows.length).toBeGreaterThan(150);
      expect(rows.find(({ code }) => code === 'SX001')).toMatchObject({
        label: '集中宣讲场次',
        typed: '76',
      });
      expect(rows.find(({ code }) => code === 'SX007')?.typed).toBe('');
      expect(handedOut.find(({ code }) => code === 'SX009')).toMatchObject({ typed: '2' });
    },
  );

  test('one without its heads, with a head twice, or filled in twice is refused with the reason', async () => {
    const sheets = await read('o11-sheet-in-front.xlsx');
    const form = sheets.find(({ name }) => name === '填报表')!;
    const codeOf = (rows: string[][], more = sheets.slice(0, 0)) => {
      try {
        readOfflineForm([
          ...more,
          ...sheets.map((one) => (one === form ? { ...form, rows } : one)),
        ]);
        return 'read';
      } catch (error) {
        return error instanceof InvalidError ? error.code : String(error);
      }
    };
    expect(codeOf(form.rows)).toBe('read');
    expect(codeOf(form.rows.filter((_, at) => at !== 3))).toBe('offline-no-heads');
    const twice = form.rows.map((row, at) => (at === 3 ? [...row, '本年'] : row));
    expect(codeOf(twice)).toBe('offline-head-twice');
    expect(codeOf(form.rows, [{ ...form, name: '副本' }])).toBe('offline-two-forms');
  });
});
