// Tables as yearbooks and offices print them, for tests. The figures are made up.
import type { Indicator } from '../catalogue/indicator';
import type { Merge, SheetGrid } from './sheet-grid';

/** 演示数据: a yearbook table with its years across, a title over all, a head of two rows, a unit line, sections,
 *  其中 and notes. Names, units and numbers are written in the various ways of such tables. */
export const yearbook: SheetGrid = {
  name: '工会',
  rows: [
    ['22-8　工会组织基本情况（演示数据，数字均为虚构）', '', '', '', '', ''],
    ['', '', '', '', '', '单位：按指标注明'],
    ['指标', '计量单位', '年份', '', '', '二〇一九年比上年增长(%)'],
    ['', '', '２０１７年', '二〇一八年', '2019', ''],
    ['一、组织建设', '', '', '', '', ''],
    ['基层工会组织数', '个', '1,204', '1236', '１２５０', '1.1'],
    ['  其中：企业工会数', '个', '801', '820', '833', '1.6'],
    ['工会会员总数', '万人', '12.3456', '12.5', '12.8011', '2.4'],
    ['  # 女会员', '万人', '5.1', '5.2', '5.25', '1.0'],
    ['职工入会率', '%', '93.5', '94.1', '95', ''],
    ['合计', '', '1', '2', '3', ''],
    ['二、经费', '', '', '', '', ''],
    ['工会经费实收额（万元）', '', '3321.55', '3400', '3510.205', '3.2'],
    ['帮扶中心接待', '人次', '…', '120', '约130', ''],
    ['注：本表由市总工会提供；部分数据因四舍五入未作调整。', '', '', '', '', ''],
  ],
  merges: [
    [0, 0, 0, 5],
    [2, 0, 3, 0],
    [2, 1, 3, 1],
    [2, 2, 2, 4],
    [2, 5, 3, 5],
  ],
};

/** Counties down, indicators across under two years; the first row adds them up. */
export const countiesDown: SheetGrid = {
  name: '分县（市、区）',
  rows: [
    ['分县工会主要指标', '', '', '', ''],
    ['地区', '2018年', '', '2019年', ''],
    [
      '',
      '基层工会组织数（个）',
      '工会会员总数（人）',
      '基层工会组织数（个）',
      '工会会员总数（人）',
    ],
    ['合计', '300', '30000', '310', '31000'],
    ['柳溪县', '100', '10000', '110', '11000'],
    ['望石县', '200', '20000', '200', '20000'],
  ],
  merges: [
    [0, 0, 0, 4],
    [1, 0, 2, 0],
    [1, 1, 1, 2],
    [1, 3, 1, 4],
  ],
};

/** Years down, indicators across, units in a row of their own. */
export const yearsDown: SheetGrid = {
  name: 'Sheet1',
  rows: [
    ['年份', '基层工会组织数', '工会会员', '工会经费实收额'],
    ['', '个', '万人', '万元'],
    ['2018', '1236', '12.5', '3400'],
    ['2019', '1250', '12.8011', '3510.205'],
  ],
};

/** One year, one column of figures, the year in the name of the sheet. */
export const oneYear: SheetGrid = {
  name: '2018年',
  rows: [
    ['工会统计年报（单位：个）'],
    ['代码', '名称', '数量'],
    ['ZZ001', '组织', '1236'],
    ['ZZ004', '企业', '820'],
  ],
};

export type Written = { code: string; period: string; value: string };

/** A table with these indicators and years, written in one of several ways, and the figures it says. */
export function tableOf(
  indicators: readonly Indicator[],
  years: readonly number[],
  numbers: readonly number[],
  way: number,
): { grid: SheetGrid; written: Written[] } {
  const yearText = [
    (year: number) => String(year),
    (year: number) => `${year}年`,
    (year: number) =>
      Array.from(String(year), (digit) => '〇一二三四五六七八九'[Number(digit)]).join('') + '年',
    (year: number) =>
      Array.from(String(year), (digit) => '０１２３４５６７８９'[Number(digit)]).join(''),
  ][way % 4]!;
  const written: Written[] = [];
  const rows = indicators.map((indicator, line) => {
    const isScaled = way % 3 === 1 && indicator.unit !== '%';
    const base = indicator.unit;
    const unit = isScaled ? `万${base}` : base;
    const label = [
      `${indicator.name}（${unit}）`,
      `${line + 1}、${indicator.name}(${unit})`,
      `${indicator.code} ${indicator.name}（单位：${unit}）`,
    ][Math.floor(way / 4) % 3]!;
    const cells = years.map((year, at) => {
      const whole = numbers[(line * years.length + at) % numbers.length]!;
      const number = base === '%' ? String(whole % 100) : String(whole);
      written.push({ code: indicator.code, period: String(year), value: number });
      if (!isScaled) return way % 2 === 0 ? number.replace(/\B(?=(\d{3})+$)/g, ',') : number;
      const digits = number.padStart(5, '0');
      return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '');
    });
    return [label, ...cells];
  });
  const title = ['演示数据：工会统计表', ...years.map(() => '')];
  const head = ['指标名称', ...years.map(yearText)];
  const table = [head, ...rows];
  const isTurned = way % 5 === 4;
  const body = isTurned ? head.map((_, column) => table.map((row) => row[column]!)) : table;
  const width = body[0]!.length;
  const merges: Merge[] = width > 1 ? [[0, 0, 0, width - 1]] : [];
  return {
    grid: {
      name: '表',
      rows: [Array.from({ length: width }, (_, at) => (at === 0 ? title[0]! : '')), ...body],
      merges,
    },
    written,
  };
}
