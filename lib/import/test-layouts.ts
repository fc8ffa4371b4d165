// The layouts in which offices keep their tables, each as a way to write a report down.
import fc from 'fast-check';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { SheetGrid } from '@/lib/domain/sheet/sheet-grid';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

const counted = standardCatalogue.indicators.filter(
  ({ nature, unit }) => (nature === 'stock' || nature === 'flow') && unit !== '元',
);
/** A report: lines with this year's figure and last year's, and numbers that belong to nobody here. */
type Line = { indicator: Indicator; now: number; last: number; noise: number };
export type Report = { year: number; lines: Line[] };

export const reports: fc.Arbitrary<Report> = fc.record({
  year: fc.integer({ min: 2001, max: 2024 }),
  lines: fc.uniqueArray(
    fc.record({
      indicator: fc.constantFrom(...counted),
      now: fc.integer({ min: 1, max: 3_000_000 }),
      last: fc.integer({ min: 1, max: 3_000_000 }),
      noise: fc.integer({ min: 1, max: 3_000_000 }),
    }),
    { minLength: 3, maxLength: 9, selector: ({ indicator }) => indicator.code },
  ),
});

const inWan = (value: number) => String(value / 10_000);
export const half = (value: number) => String(Math.floor(value / 2));
const named = ({ indicator }: Line) => `${indicator.name}（${indicator.unit}）`;
const table = (rows: string[][], rest: Partial<SheetGrid> = {}): SheetGrid => ({
  name: 'Sheet1',
  rows,
  ...rest,
});
const rowsOf = ({ lines }: Report, row: (line: Line, at: number) => string[]) => lines.map(row);

/** How a report is written down. `sure`: nothing in it wants to be asked. */
type Written = { sure: boolean; write: (report: Report) => SheetGrid };
export const layouts: Record<string, Written> = {
  'years across': {
    sure: true,
    write: (r) =>
      table([
        ['指标', `${r.year - 1}年`, `${r.year}年`],
        ...rowsOf(r, (l) => [named(l), String(l.last), String(l.now)]),
      ]),
  },
  'years across, the newest first': {
    sure: true,
    write: (r) =>
      table([
        ['指标', String(r.year), String(r.year - 1)],
        ...rowsOf(r, (l) => [named(l), String(l.now), String(l.last)]),
      ]),
  },
  'years down': {
    sure: true,
    write: (r) =>
      table([
        ['年份', ...r.lines.map(named)],
        [`${r.year - 1}年`, ...r.lines.map(({ last }) => String(last))],
        [`${r.year}年`, ...r.lines.map(({ now }) => String(now))],
      ]),
  },
  'this year and last beside each other, with code, number and unit': {
    sure: true,
    write: (r) =>
      table([
        [`${r.year}年工会统计年报`],
        ['序号', '指标名称', '代码', '计量单位', '本年', '上年'],
        ...rowsOf(r, (l, at) => [
          ...[String(at + 1), l.indicator.name, String(at + 21), l.indicator.unit],
          ...[String(l.now), String(l.last)],
        ]),
      ]),
  },
  'a plan before what was done': {
    sure: true,
    write: (r) =>
      table([
        [`${r.year}年目标任务完成情况`],
        ['指标', '计划数', '完成数', '完成率（%）'],
        ...rowsOf(r, (l) => [named(l), String(l.noise), String(l.now), '98.2']),
      ]),
  },
  'growth behind the figure': {
    sure: true,
    write: (r) =>
      table([
        ['指标', `${r.year}年`, '比上年增减', '增长（%）'],
        ...rowsOf(r, (l) => [named(l), String(l.now), String(l.noise), '3.4']),
      ]),
  },
  'two rows of head': {
    sure: true,
    write: (r) =>
      table(
        [
          ['指标', `${r.year - 1}年`, '', `${r.year}年`, ''],
          ['', '数量', '增长%', '数量', '增长%'],
          ...rowsOf(r, (l) => [named(l), String(l.last), '2.1', String(l.now), '3.4']),
        ],
        {
          merges: [
            [0, 1, 0, 2],
            [0, 3, 0, 4],
            [0, 0, 1, 0],
          ],
        },
      ),
  },
  'in 万, said in each name': {
    sure: true,
    write: (r) =>
      table([
        ['指标', `${r.year}年`],
        ...rowsOf(r, (l) => [`${l.indicator.name}（万${l.indicator.unit}）`, inWan(l.now)]),
      ]),
  },
  'in 万, said in a column of units': {
    sure: true,
    write: (r) =>
      table([
        ['指标', '单位', `${r.year}年`],
        ...rowsOf(r, (l) => [l.indicator.name, `万${l.indicator.unit}`, inWan(l.now)]),
      ]),
  },
  'in 万 as a note says, and nothing in the lines': {
    sure: false,
    write: (r) =>
      table([
        ['指标', `${r.year}年`],
        ...rowsOf(r, (l) => [l.indicator.name, inWan(l.now)]),
        ['注：本表单位均为万。', ''],
      ]),
  },
  'in 万 and in pieces, as the line over the table says': {
    sure: false,
    write: (r) =>
      table([
        ['单位：万人、万个、万家、万件、万份、万户、万人次', ''],
        ['指标', `${r.year}年`],
        ...rowsOf(r, (l) => [l.indicator.name, inWan(l.now)]),
      ]),
  },
  'counties across': {
    sure: true,
    write: (r) =>
      table([
        [`${r.year}年各县（区）工会情况`],
        ['指标', '东桥', '柳溪', '石桥'],
        ...rowsOf(r, (l) => [named(l), String(l.last), String(l.now), String(l.noise)]),
      ]),
  },
  'counties down': {
    sure: true,
    write: (r) =>
      table([
        [`${r.year}年各县（区）工会情况`],
        ['县（区）', ...r.lines.map(named)],
        ['全市', ...r.lines.map(({ now, noise }) => String(now + noise))],
        ['东桥县', ...r.lines.map(({ noise }) => String(noise))],
        ['柳溪县', ...r.lines.map(({ now }) => String(now))],
      ]),
  },
  'a part below each line': {
    sure: false,
    write: (r) =>
      table([
        ['指标', `${r.year}年`],
        ...r.lines.flatMap((l) => [
          [named(l), String(l.now)],
          ['  其中：女性', half(l.now)],
        ]),
      ]),
  },
  'a long list': {
    sure: true,
    write: (r) =>
      table([
        ['指标', '年份', '数值'],
        ...r.lines.flatMap((l) => [
          [named(l), String(r.year - 1), String(l.last)],
          [named(l), String(r.year), String(l.now)],
        ]),
      ]),
  },
  'years with footnotes, notes below': {
    sure: true,
    write: (r) =>
      table([
        ['指标', `${r.year - 1}`, `${r.year}①`],
        ...rowsOf(r, (l) => [named(l), String(l.last), String(l.now)]),
        ['注：①为年报数。', '', ''],
      ]),
  },
  'quarters before the year': {
    sure: true,
    write: (r) =>
      table([
        [`${r.year}年`],
        ['指标', '一季度', '上半年', '三季度', '全年'],
        ...rowsOf(r, (l) => [
          named(l),
          ...[String(l.noise), String(l.noise + 1), String(l.noise + 2), String(l.now)],
        ]),
      ]),
  },
  'a flash estimate beside the year': {
    sure: false,
    write: (r) =>
      table([
        ['指标', `${r.year}年快报`, `${r.year}年年报`],
        ...rowsOf(r, (l) => [named(l), String(l.noise), String(l.now)]),
      ]),
  },
  'two tables below each other': {
    sure: true,
    write: (r) =>
      table([
        ['指标', `${r.year}年`],
        ...rowsOf(r, (l) => [named(l), String(l.now)]),
        ['', ''],
        ['指标', `${r.year - 1}年`],
        ...rowsOf(r, (l) => [named(l), String(l.last)]),
      ]),
  },
  'groups between the lines': {
    sure: true,
    write: (r) =>
      table([
        ['指标', `${r.year - 1}年`, `${r.year}年`],
        ...r.lines.flatMap((l, at) => [
          ...(at % 3 === 0 ? [[`${'一二三四'[at / 3]}、工作情况`, '', '']] : []),
          [named(l), String(l.last), String(l.now)],
        ]),
      ]),
  },
  'a hidden column of another year': {
    sure: true,
    write: (r) =>
      table(
        [
          ['指标', `${r.year}年`, `${r.year}年`],
          ...rowsOf(r, (l) => [named(l), String(l.noise), String(l.now)]),
        ],
        { hidden: { rows: [], columns: [1] } },
      ),
  },
  'another unit’s table': {
    sure: false,
    write: (r) =>
      table([
        ['填报单位：东桥县总工会', ''],
        ['指标', `${r.year}年`],
        ...rowsOf(r, (l) => [named(l), String(l.noise)]),
      ]),
  },
  'no year at all': {
    sure: false,
    write: (r) => table([['指标', '数量'], ...rowsOf(r, (l) => [named(l), String(l.now)])]),
  },
};
