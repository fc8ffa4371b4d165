import type { Chart } from '@/lib/domain/summary/summary';
import { barColour, barPattern, ink, legendOf, line2, text, widthOf } from './look';
import { namesWidth } from './row-axes';

const rowHeight = 24;
// Forty units on one page of paper: their bars stand closer.
const manyBars = 12;

/** Lying bars: Chinese names of indicators are read beside them, never turned or cut off. */
export function barOption(
  { categories, series, reference }: Chart,
  width: number,
): { height: number; option: object } {
  const names = namesWidth(categories, width);
  const values =
    Math.max(...series.flatMap(({ texts }) => texts.map((label) => widthOf(label ?? ''))), 0) + 12;
  const { legend, height: legendHeight } = legendOf(
    series.map(({ name }) => name),
    width,
    22,
  );
  const isDense = series.length === 1 && categories.length > manyBars;
  const top = legendHeight + (reference ? 26 : 6);
  const height =
    top + categories.length * (isDense ? rowHeight : series.length * rowHeight + 18) + 10;
  return {
    height,
    option: {
      textStyle: text,
      legend,
      grid: { left: names, right: values, top, bottom: 6 },
      // Nothing but the bars' own labels is a number: an axis would print numbers that nobody reported.
      xAxis: { type: 'value', show: false, min: ({ min }: { min: number }) => Math.min(0, min) },
      yAxis: {
        type: 'category',
        inverse: true,
        data: categories,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: line2 } },
        axisLabel: { ...text, width: names - 8, overflow: 'break', interval: 0, margin: 8 },
      },
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      series: series.map(({ name, values: lengths, texts }, index) => ({
        type: 'bar',
        name,
        data: lengths,
        silent: true,
        emphasis: { disabled: true },
        barWidth: 16,
        barGap: '50%',
        itemStyle: {
          color: barColour(index, series.length),
          decal: barPattern(index, series.length),
        },
        label: {
          show: true,
          position: 'right',
          color: ink,
          fontSize: text.fontSize,
          formatter: ({ dataIndex }: { dataIndex: number }) => texts[dataIndex] ?? '',
        },
        ...(reference && index === 0 ? { markLine: lineAt(reference) } : {}),
      })),
    },
  };
}

/** A dashed line across the bars with its name and printed value above it. */
function lineAt({ name, value, text: printed }: NonNullable<Chart['reference']>): object {
  return {
    silent: true,
    symbol: 'none',
    data: [{ xAxis: value }],
    lineStyle: { color: ink, type: 'dashed', width: 1 },
    label: {
      show: true,
      position: 'start',
      distance: 4,
      color: ink,
      fontSize: text.fontSize,
      formatter: () => `${name}${printed}`,
    },
  };
}
