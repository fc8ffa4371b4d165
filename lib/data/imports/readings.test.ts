import { beforeAll, expect, test } from 'vitest';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import { makeReportReader } from '@/lib/domain/old-report/read-report';
import type { AcceptedFigure } from '@/lib/domain/sheet/plan-reading';
import { makeWorld, type World } from '../testing/test-world';
import { findForm } from '../figures/form';
import { listImports } from './imports';
import { findImportPlan } from './import-plan';
import { acceptFigures, findReading, openReading } from './readings';
import { listImportedFigures, undoImport } from './undo';
import { writeImport } from './write';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const longAgo = [-900, -850, -840, -800] as const;
const text = '1983年，举办劳动竞赛55场次，参赛职工1.2万人次。\n年末工会会员约12.3万人。';
const quote = '1983年，举办劳动竞赛55场次，参赛职工1.2万人次。';

const accept = (more: Partial<AcceptedFigure>): AcceptedFigure => ({
  report: 0,
  start: 0,
  text: '55场次',
  quote,
  indicator: 'JG001',
  period: '1983',
  ...more,
});

test('old reports are read, accepted, looked through, written and taken back as a whole', async () => {
  await world.report('city', '1983', longAgo);
  const reporter = world.viewer('county', 'reporter');
  const id = await openReading(reporter, '总结.docx', [
    { name: '总结.docx', period: '1983', text },
  ]);
  const found = (await findReading(reporter, id))!;
  expect(found.reports[0]).toMatchObject({ text, period: '1983' });
  const figures = makeReportReader(standardCatalogue)(text, '1983').filter(
    ({ indicator }) => indicator !== null,
  );
  expect(figures.map(({ indicator }) => indicator)).toEqual(['JG001', 'JG003', 'ZZ025']);
  await acceptFigures(
    reporter,
    id,
    figures.map((figure) =>
      accept({ start: figure.start, text: figure.text, indicator: figure.indicator! }),
    ),
  );
  const planned = (await findImportPlan(reporter, id))!;
  expect(planned.plan.cells.map(({ kind, code }) => `${code} ${kind}`)).toEqual([
    'JG001 new',
    'JG003 new',
    'ZZ025 new',
  ]);
  expect(await writeImport(reporter, id, planned.mark)).toBe(3);
  const written = await listImportedFigures(reporter, id);
  expect(written.map(({ indicator, cell, now }) => [indicator, cell, now?.value])).toEqual([
    ['JG001', quote, '55'],
    ['JG003', quote, '12000'],
    ['ZZ025', quote, '123000'],
  ]);
  expect((await findReading(reporter, id))!.reports[0]!.text).toBe(text);
  expect((await listImports(reporter)).find((one) => one.id === id)?.figures).toBe(3);
  expect(await undoImport(reporter, id)).toEqual({ restored: 3, kept: 0 });
  const rows = (await findForm(reporter, written[0]!.reportId))!.rows;
  expect(rows.filter(({ figure }) => figure && figure.answer !== 'blank')).toEqual([]);
});

test('two numbers for one figure are a conflict, and what nobody knows is not written', async () => {
  await world.report('city', '1984', longAgo);
  const reporter = world.viewer('county', 'reporter');
  const id = await openReading(reporter, '总结', [{ name: '总结', period: '1984', text }]);
  await acceptFigures(reporter, id, [
    accept({ period: '1984', text: '55场次' }),
    accept({ period: '1984', text: '56场次', start: 9 }),
    accept({ period: '1971', indicator: 'ZZ001', text: '30个' }),
    accept({ period: '1984', indicator: 'HT004', text: '逾90%' }),
    accept({ period: '1984', indicator: 'ZS009', text: '近3500万元' }),
  ]);
  const { plan } = (await findImportPlan(reporter, id))!;
  expect(plan.cells.map(({ kind }) => kind)).toEqual([
    'conflict',
    'conflict',
    'no-period',
    'new',
    'new',
  ]);
  expect(plan.cells[3]!.value).toBe('超90%');
});

test('nobody reads or accepts in an import of another unit', async () => {
  const id = await openReading(world.viewer('county', 'reporter'), '总结', [
    { name: '总结', period: '1984', text },
  ]);
  const other = world.viewer('city', 'reporter');
  expect(await findReading(other, id)).toBeNull();
  await expect(acceptFigures(other, id, [])).rejects.toThrow('not-found');
});
