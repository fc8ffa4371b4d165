import type { Chart } from '@/lib/domain/summary/summary';
import { line2, text, widthOf } from './look';

/** Room for the names of the rows: a third of the picture at most, longer names are broken. */
export function namesWidth(categories: readonly string[], width: number): number {
  return Math.min(Math.max(...categories.map(widthOf), 0) + 14, width * 0.36);
}

/** Rows from the top down; names stand clear of the labels of their dots. */
export function rowAxis(categories: string[], names: number, nameGap = 8): object {
  return {
    type: 'category',
    inverse: true,
    data: categories,
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { show: false },
    axisLabel: {
      ...text,
      width: names - 8,
      overflow: 'break',
      interval: 0,
      margin: nameGap,
    },
  };
}

/** The stems of dots: a line for each row from its first to its second place. */
export function stems(
  ends: (readonly [number, number] | null)[],
  colourOf: (row: number) => string = () => line2,
): object {
  return {
    type: 'custom',
    silent: true,
    data: ends.flatMap((pair, row) => (pair ? [[...pair, row]] : [])),
    renderItem: (_: unknown, api: Api) => {
      const row = api.value(2);
      const [[x1, y1], [x2, y2]] = [
        api.coord([api.value(0), row]),
        api.coord([api.value(1), row]),
      ] as const;
      return {
        type: 'line',
        shape: { x1, y1, x2, y2 },
        style: { stroke: colourOf(row), lineWidth: 3 },
      };
    },
  };
}

type Api = {
  value: (dimension: number) => number;
  coord: (place: [number, number]) => [number, number];
};

/** Values of a series as places in their rows. */
export const placesOf = ({ values }: Chart['series'][number]): [number, number][] =>
  values.flatMap((value, row) => (value === null ? [] : [[value, row] as [number, number]]));
