import type { Chart } from '@/lib/domain/summary/summary';
import { barColour, ink, legendOf, text, widthOf } from './look';
import { namesWidth, placesOf, rowAxis, stems } from './row-axes';

const rowHeight = 34;

/** From where each row was to where it is: an empty dot and a full one. The axis begins where the figures are. */
export function dotsOption(
  { categories, series }: Chart,
  width: number,
): { height: number; option: object } {
  const names = namesWidth(categories, width);
  const [then, now] = [series[0]!, series.at(-1)!];
  const label = Math.max(
    0,
    ...series.flatMap(({ texts }) => texts.map((printed) => widthOf(printed ?? ''))),
  );
  const { legend, height: legendHeight } = legendOf(
    series.map(({ name }) => name),
    width,
    14,
  );
  const ends = then.values.map((from, row) => {
    const to = now.values[row] ?? null;
    return from === null || to === null ? null : ([from, to] as const);
  });
  return {
    height: legendHeight + categories.length * rowHeight + 16,
    option: {
      textStyle: text,
      legend: legend && { ...legend, data: series.map(({ name }) => name) },
      grid: {
        left: names + label + 24,
        right: label + 24,
        top: legendHeight + 6,
        bottom: 10,
      },
      xAxis: { type: 'value', show: false, scale: true, min: 'dataMin', max: 'dataMax' },
      yAxis: rowAxis(categories, names, label + 32),
      series: [stems(ends), ...series.map((one, index) => dotsOf(one, index, series, ends))],
    },
  };
}

type Ends = (readonly [number, number] | null)[];

/** The label stands away from the other dot of its row. */
function dotsOf(one: Chart['series'][number], index: number, all: Chart['series'], ends: Ends) {
  const isNow = index === all.length - 1;
  const colour = barColour(index, all.length);
  const isRightOf = (row: number) => {
    const pair = ends[row];
    return pair ? isNow === pair[1] >= pair[0] : isNow;
  };
  return {
    type: 'scatter',
    name: one.name,
    silent: true,
    symbol: isNow ? 'circle' : 'emptyCircle',
    symbolSize: 12,
    itemStyle: { opacity: 1, color: colour, borderColor: colour, borderWidth: 2 },
    data: placesOf(one).map((value) => ({
      value,
      label: { position: isRightOf(value[1]) ? 'right' : 'left' },
    })),
    label: {
      show: true,
      color: ink,
      fontSize: text.fontSize,
      fontWeight: isNow ? 'bold' : 'normal',
      formatter: ({ value }: { value: [number, number] }) => one.texts[value[1]] ?? '',
    },
  };
}
