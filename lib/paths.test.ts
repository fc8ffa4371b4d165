import { expect, test } from 'vitest';
import { decodePart, decodeScope, localPath, paths, printablePath } from './paths';

test.each(['/reports', '/reports?period=2020', '/summaries/320925/2012..2017?trace=a,b:c#x', '/'])(
  '%s leads within the product',
  (address) => {
    expect(localPath(address)).toBe(address);
  },
);

test.each([
  'https://example.org',
  '//example.org',
  '/\\example.org',
  '/reports\\x',
  'reports',
  '',
  '/a b',
  '/\nexample',
  'javascript:alert(1)',
  ' /reports',
  undefined,
  null,
  7,
  ['/reports'],
])('%j is no address of the product', (address) => {
  expect(localPath(address)).toBeNull();
});

test.each<[unknown, string | null]>([
  [paths.printForm('a1', true), '/reports/a1/print?blank=1'],
  [paths.cover('a1', 2), '/reports/a1/submissions/2/cover'],
  [paths.summary('320925', '2021', { base: '2019' }), '/summaries/320925/2021?base=2019'],
  [paths.summaryFile('320925', '2021', 'word'), null],
  ['/reports/a1/print/../../../admin', null],
  ['/summaries/320925/2021/%2e%2e/%2e%2e/%2e%2e/admin', null],
  ['//example.org/reports/a1/print', null],
  [paths.report('a1'), null],
  [paths.admin.people(), null],
  ['/api/v1/units', null],
])('%s is printed as %s', (address, printed) => {
  expect(printablePath(address)).toBe(printed);
});

test('a part that is badly encoded stays as it is', () => {
  expect(['2012..2017', '%E5%BB%BA', '%', '%E0%A4%A'].map(decodePart)).toEqual([
    '2012..2017',
    '建',
    '%',
    '%E0%A4%A',
  ]);
  expect(decodeScope({ unit: '%25', period: '2012%2E%2E2017' })).toEqual({
    unit: '%',
    period: '2012..2017',
  });
});
