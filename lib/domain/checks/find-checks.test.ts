import { expect, test } from 'vitest';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import { checkFinder, type CheckSearch } from './find-checks';

const { checks, indicators } = standardCatalogue;
const any: CheckSearch = { section: '', kind: '', words: '' };
const found = (search: Partial<CheckSearch>) =>
  checks.filter(checkFinder({ ...any, ...search }, indicators));

test('nothing asked for finds all', () => {
  expect(found({})).toEqual(checks);
  expect(found({ words: '  ' })).toEqual(checks);
});

test('a code finds its check, an indicator those that ask for it, all words must be there', () => {
  expect(found({ words: 'JY006' }).map(({ code }) => code)).toEqual(['JY006']);
  const asked = found({ words: 'HT002' });
  expect(asked.length).toBeGreaterThan(0);
  for (const { left, right, note } of asked)
    expect([...left, ...right].some(({ code }) => code === 'HT002') || note.includes('HT002')).toBe(
      true,
    );
  expect(found({ words: 'JY006 HT002' }).map(({ code }) => code)).toEqual(['JY006']);
  expect(found({ words: 'JY006 JY007' })).toEqual([]);
});

test('classes and sections divide the list', () => {
  const kinds = ['mandatory', 'quasi', 'verify', 'hint'].flatMap((kind) => found({ kind }));
  expect(new Set(kinds)).toEqual(new Set(checks));
  const inSection = found({ section: 'HT' });
  expect(inSection.length).toBeGreaterThan(0);
  expect(inSection.length).toBeLessThan(checks.length);
});
