import type { Chart } from '@/lib/domain/summary/summary';
import {
  ink,
  legendOf,
  line,
  line2,
  lineColours,
  lineSymbols,
  lineTypes,
  text,
  widthOf,
} from './look';

type Extent = { min: number; max: number };

/** Lines over years. The axis starts where the figures are, and prints no numbers: the points carry theirs. */
export function lineOption(
  { categories, series }: Chart,
  width: number,
): { height: number; option: object } {
  const half =
    Math.max(
      ...series
        .flatMap(({ texts }) => [texts.find(Boolean), texts.at(-1)])
        .map((label) => widthOf(label ?? '')),
      0,
    ) / 2;
  const { legend, height: legendHeight } = legendOf(
    series.map(({ name }) => name),
    width,
    34,
  );
  return {
    height: legendHeight + (series.length > 1 ? 280 : 210),
    option: {
      textStyle: text,
      legend,
      grid: {
        left: Math.max(half, 24),
        right: Math.max(half, 24),
        top: legendHeight + 26,
        bottom: 30,
      },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: categories,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: line2 } },
        axisLabel: { ...text, hideOverlap: true },
        splitLine: { show: true, lineStyle: { color: line } },
      },
      yAxis: {
        type: 'value',
        show: false,
        // Room below and above the lines, but no negative ground under figures that cannot be negative.
        min: ({ min, max }: Extent) => (min < 0 ? min : Math.max(0, min - (max - min) * 0.2)),
        max: ({ min, max }: Extent) => max + (max - min || max || 1) * 0.15,
      },
      series: series.map(lineOf),
    },
  };
}

function lineOf({ name, values, texts }: Chart['series'][number], index: number): object {
  const colour = lineColours[index % lineColours.length];
  return {
    type: 'line',
    name,
    data: values,
    silent: true,
    emphasis: { disabled: true },
    symbol: lineSymbols[index % lineSymbols.length],
    symbolSize: 8,
    itemStyle: { color: colour },
    lineStyle: { width: 2, color: colour, type: lineTypes[index % lineTypes.length] },
    label: {
      show: true,
      position: 'top',
      color: ink,
      fontSize: text.fontSize,
      formatter: ({ dataIndex }: { dataIndex: number }) => texts[dataIndex] ?? '',
    },
    labelLayout: { hideOverlap: true },
  };
}
