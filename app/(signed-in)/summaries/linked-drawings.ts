import type { Drawings } from '@/components/summary/chart-figure';
import { placeIds } from '@/components/summary/places';
import type { SummaryAddress } from '@/components/summary/summary-address';
import { traceText } from '@/components/summary/trace/trace-key';
import { drawLinkedChart } from '@/lib/chart/draw-chart';
import type { Chart } from '@/lib/domain/summary/summary';
import { describeChart } from '@/lib/domain/summary/words';

/** A chart of a summary for a wide and a narrow page; each bar and point leads to its figures. */
export function linkedDrawings(chart: Chart, index: number, address: SummaryAddress): Drawings {
  const description = describeChart(chart);
  const draw = (id: string, width: number) =>
    drawLinkedChart({ chart, id, width, description }, ({ series, point }) => {
      const { name, texts, figures } = chart.series[series]!;
      const [text, keys] = [texts[point] ?? '', figures[point] ?? []];
      if (keys.length === 0) return null;
      return {
        href: address.place(placeIds.chart(index, series, point), traceText({ figures: keys })),
        label: [chart.categories[point], name, text].filter(Boolean).join(' '),
      };
    });
  return { wide: draw(`chart-${index}`, 720), narrow: draw(`chart-${index}-narrow`, 330) };
}
