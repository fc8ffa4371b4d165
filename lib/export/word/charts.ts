import { ImageRun, Paragraph, TextRun } from 'docx';
import type { Chart } from '@/lib/domain/summary/summary';
import { messages } from '@/lib/i18n/messages';
import type { Grid } from '../grid';
import { drawPicture, type Picture } from '../picture';
import { tableOf } from './grid-table';
import { style } from './styles';

const { files, summary } = messages['zh-CN'];

/** Charts as pictures with their captions below; without a Chinese font on the server their numbers as tables, and
 *  why. */
export async function chartsOf(
  charts: Chart[],
  width: number,
): Promise<(Paragraph | ReturnType<typeof tableOf>[number])[]> {
  const pictures = await Promise.all(
    charts.map((chart, place) => drawPicture(chart, `chart-${place}`)),
  );
  return charts.flatMap((chart, place) => {
    const picture = pictures[place];
    const caption = summary.chart.caption
      .replace('{number}', String(place + 1))
      .replace('{title}', chart.title);
    if (!picture)
      return [
        new Paragraph({ style: style.head, children: [new TextRun(caption)] }),
        new Paragraph({ style: style.note, children: [new TextRun(files.noFont)] }),
        ...tableOf(gridOf(chart), width),
      ];
    return [
      picturePoint(picture, chart.title, width),
      new Paragraph({
        style: style.head,
        spacing: { after: 240 },
        keepNext: false,
        children: [new TextRun(caption)],
      }),
    ];
  });
}

function picturePoint(
  { png, width, height, description }: Picture,
  title: string,
  available: number,
): Paragraph {
  const wide = Math.round(available / 15);
  const transformation = { width: wide, height: Math.round((height * wide) / width) };
  return new Paragraph({
    style: style.figure,
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation,
        altText: { name: title, title, description },
      }),
    ],
  });
}

/** What a chart shows, as a table. */
export function gridOf({ title, unit, categories, series }: Chart): Grid {
  return {
    name: title,
    unit,
    columns: [
      { head: summary.chart.category, kind: 'text', width: 20 },
      ...series.map(({ name }) => ({ head: name, kind: 'number' as const })),
    ],
    groups: [
      {
        name: null,
        rows: categories.map((category, point) => [
          { text: category },
          ...series.map(({ texts, figures }) => ({
            text: texts[point] ?? '—',
            figures: figures[point],
          })),
        ]),
      },
    ],
    notes: [],
  };
}
