// The one renderer of charts: a Summary's chart becomes an SVG text on the server. Page, print and exports use the
// same. Nothing is formatted here: every label is the text that `summarise` printed; values only give lengths and
// heights.
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '@/lib/domain/summary/summary';
import { barOption } from './bar-option';
import { dotsOption } from './dots-option';
import { lineOption } from './line-option';
import { movementsOption } from './movements-option';
import { linkSpots, spotsOf, type Spot, type SpotLink } from './spots';

echarts.use([
  BarChart,
  LineChart,
  ScatterChart,
  CustomChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  AriaComponent,
  LabelLayout,
  SVGRenderer,
]);

export type Drawing = {
  chart: Chart;
  /** Prefix of the ids inside, unique on the page. */ id: string;
  width: number;
  description: string;
};

// A summary that was handed in is kept in memory, and its charts with it: they are drawn once.
const drawn = new WeakMap<Chart, Map<string, Drawn>>();

const optionOf = {
  bars: barOption,
  lines: lineOption,
  dots: dotsOption,
  movements: movementsOption,
} as const;

type Drawn = { svg: string; spots: Spot[] };

/** The chart as SVG with its title and description inside. */
export function drawChart(drawing: Drawing): string {
  return find(drawing).svg;
}

/** The same with a link over every bar and point that leads somewhere. */
export function drawLinkedChart(drawing: Drawing, linkOf: (spot: Spot) => SpotLink | null): string {
  const { svg, spots } = find(drawing);
  return linkSpots(svg, spots, linkOf);
}

function find(drawing: Drawing): Drawn {
  const { chart, id, width } = drawing;
  const drawings = drawn.get(chart) ?? new Map<string, Drawn>();
  drawn.set(chart, drawings);
  const key = `${id} ${width}`;
  const found = drawings.get(key) ?? draw(drawing);
  drawings.set(key, found);
  return found;
}

function draw({ chart, id, width, description }: Drawing): Drawn {
  const { height, option } = optionOf[chart.kind](chart, width);
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption({ animation: false, ...option });
    return {
      svg: plainSvg(instance.renderToSVGString(), { id, title: chart.title, description }),
      spots: spotsOf(instance, chart),
    };
  } finally {
    instance.dispose();
  }
}

/** ECharts draws for a live page; what we send is a still picture that a screen reader can name and that needs no style
 *  of its own. */
type Naming = { id: string; title: string; description: string };

/** The drawing with a title and a description, stable ids, and neither style elements nor inline styles. */
function plainSvg(svg: string, { id, title, description }: Naming): string {
  return svg
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events|baseProfile|xmlns:xlink)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/\n+/g, '')
    .replace(
      /^<svg width="(\d+)" height="(\d+)"/,
      `<svg role="img" aria-labelledby="${id}-title ${id}-desc" width="$1" height="$2"`,
    )
    .replace(
      '>',
      `><title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>`,
    );
}

function attributesOf(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .map(([name, value]) => (name && value ? ` ${name}="${value}"` : ''))
    .join('');
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
