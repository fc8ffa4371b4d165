// Tables as offices keep them, each with its right value: what is written without a question, what is asked,
// what is refused. The files were made for this; figures of yearbooks are theirs.
import { describe, expect, test } from 'vitest';
import { bringFile, bringSheets } from './test-bring';
import { others } from './test-other-tables';
import expected from './cases/expected.json';

type Right = { figures?: string[]; asked?: string[]; refused?: string[]; notices?: string[] };

describe('a handed table', () => {
  test.each(Object.entries(expected as Record<string, Right>))('%s', async (of, right) => {
    const [name, own] = of.split(' as ') as [string, string | undefined];
    const { figures, asked, refused, sheets } = await bringFile(name, own);
    expect(figures).toEqual(right.figures ?? []);
    expect(asked).toEqual(right.asked ?? []);
    expect(refused).toEqual(right.refused ?? []);
    const notices = (sheets[0]!.notices ?? []).map(({ code, params }) => `${code} ${params.line}`);
    expect(notices).toEqual(right.notices ?? []);
  });
});

describe('another of its kind', () => {
  test.each(Object.entries(others))(
    '%s',
    (_, { rows, own, tab = '表', figures = [], asked = [], refused = [] }) => {
      const found = bringSheets([{ name: tab, isHidden: false, rows, merges: [] }], own);
      expect([found.figures, found.asked, found.refused]).toEqual([figures, asked, refused]);
    },
  );
});
