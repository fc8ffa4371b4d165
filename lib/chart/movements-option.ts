import type { Chart } from '@/lib/domain/summary/summary';
import { falling, ink, line2, rising, text, widthOf } from './look';
import { namesWidth, placesOf, rowAxis, stems } from './row-axes';

const rowHeight = 30;
/** On a narrow page the two figures stand in the table below alone. */
const roomForWays = 480;

/** Ranked changes around the line where nothing changes: rises to the right, falls to the left, each with its words. */
export function movementsOption(
  { categories, series }: Chart,
  width: number,
): { height: number; option: object } {
  const { values, texts } = series[0]!;
  const ways = width < roomForWays ? [] : (series[1]?.texts ?? []).map((way) => way ?? '');
  const names = namesWidth(categories, width);
  const roomFor = (isFall: boolean) =>
    Math.max(
      0,
      ...values.map((value, row) =>
        (value ?? 0) < 0 === isFall ? widthOf(texts[row] ?? '') + 14 : 0,
      ),
    );
  const colourOf = (row: number) => ((values[row] ?? 0) < 0 ? falling : rising);
  const besides = Math.max(0, ...ways.map((way) => widthOf(way) + 16));
  const right = roomFor(false);
  const height = categories.length * rowHeight + 16;
  return {
    height,
    option: {
      textStyle: text,
      grid: { left: names + roomFor(true), right: right + besides, top: 6, bottom: 10 },
      xAxis: {
        type: 'value',
        show: false,
        min: ({ min }: { min: number }) => Math.min(0, min),
        max: ({ max }: { max: number }) => Math.max(0, max),
      },
      yAxis: [
        rowAxis(categories, names, roomFor(true) + 8),
        { ...rowAxis(ways, besides, right + 12), position: 'right', show: ways.length > 0 },
      ],
      series: [
        stems(
          values.map((value) => (value === null ? null : [0, value])),
          colourOf,
        ),
        ends(series[0]!, colourOf),
      ],
    },
  };
}

/** Where each change ends, with its words; a fall is a triangle that points down. */
function ends(changes: Chart['series'][number], colourOf: (row: number) => string): object {
  return {
    type: 'scatter',
    silent: true,
    data: placesOf(changes).map((place) => ({
      value: place,
      symbol: place[0] < 0 ? 'triangle' : 'circle',
      symbolRotate: place[0] < 0 ? 180 : 0,
      itemStyle: { color: colourOf(place[1]), opacity: 1 },
      label: { position: place[0] < 0 ? 'left' : 'right' },
    })),
    symbolSize: 11,
    label: {
      show: true,
      color: ink,
      fontSize: text.fontSize,
      formatter: ({ value }: { value: [number, number] }) => changes.texts[value[1]] ?? '',
    },
    markLine: {
      silent: true,
      symbol: 'none',
      data: [{ xAxis: 0 }],
      lineStyle: { color: line2, type: 'solid', width: 1 },
      label: { show: false },
    },
  };
}
