// Where in a drawing each number is drawn, so that one click leads from a bar or a point to its figures.
import type { EChartsType } from 'echarts/core';
import type { Chart } from '@/lib/domain/summary/summary';
import { widthOf } from './look';

/** A point of a series with the ground it takes, its printed text included, in the units of the drawing. */
export type Spot = {
  series: number;
  point: number;
  x: number;
  y: number;
  width: number;
  height: number;
};

/** Where one spot leads; `label` says which number it is. */
export type SpotLink = { href: string; label: string };

/** As high as a bar with its gap, and large enough for a finger (WCAG 2.5.8). */
const side = 24;

/** The spots of a drawn chart, in reading order. */
export function spotsOf(instance: EChartsType, { kind, series, categories }: Chart): Spot[] {
  const at = (first: number, second: number) =>
    instance.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [first, second]) as [number, number];
  return categories.flatMap((_, point) =>
    series.flatMap(({ values, texts }, index): Spot[] => {
      const value = values[point];
      if (value === null || value === undefined) return [];
      if (kind === 'lines' || kind === 'dots') {
        const [x, y] = kind === 'lines' ? at(point, value) : at(value, point);
        return [
          { series: index, point, x: x - side / 2, y: y - side / 2, width: side, height: side },
        ];
      }
      const [[from, middle], [to]] = [at(0, point), at(value, point)];
      // The bars of a group stand around the middle of their row, the first one on top.
      const y = middle + (index - (series.length - 1) / 2) * side - side / 2;
      const label = widthOf(texts[point] ?? '') + 8;
      return [
        {
          series: index,
          point,
          // A fall is labelled on the other side.
          x: Math.min(from, to) - (value < 0 ? label : 0),
          y,
          width: Math.abs(to - from) + label,
          height: side,
        },
      ];
    }),
  );
}

/** The drawing with a link over each spot that leads somewhere. The links stand beside the picture, not in it: what is
 *  inside a picture becomes its description. */
export function linkSpots(
  svg: string,
  spots: readonly Spot[],
  linkOf: (spot: Spot) => SpotLink | null,
): string {
  const links = spots.flatMap((spot) => {
    const link = linkOf(spot);
    if (!link) return [];
    const [x, y, width, height] = [spot.x, spot.y, spot.width, spot.height].map(
      (size) => Math.round(size * 10) / 10,
    );
    return [
      `<a class="spot" href="${quoted(link.href)}" aria-label="${quoted(link.label)}" ` +
        `data-soft=""><rect x="${x}" y="${y}" width="${width}" height="${height}" ` +
        'fill="transparent"/></a>',
    ];
  });
  const picture =
    /^<svg ([^>]*?)role="img" (aria-labelledby="[^"]*") ([^>]*)>([\s\S]*)<\/svg>$/.exec(svg);
  if (!picture || links.length === 0) return svg;
  const [, before = '', names = '', rest = '', inside = ''] = picture;
  return `<svg ${before}${rest}><g role="img" ${names}>${inside}</g>${links.join('')}</svg>`;
}

const quoted = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
