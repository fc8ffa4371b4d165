// Where numbers stand in a summary. Every place has an id from its position, so that links lead to it and focus
// returns.
import { sideOf, sidesOf, type Side } from '@/lib/domain/comparison/sides';
import type { Paragraph, Segment } from '@/lib/domain/comparison/source';
import type { Summary } from '@/lib/domain/summary/summary';
import { traceText, type Traceable } from './trace/trace-key';

export type Place = Traceable & {
  id: string;
  where: 'text' | 'table' | 'chart';
  /** The heading above it in the text, the row's indicator code, the chart's title. */
  under: string;
  before: string;
  after: string;
};

export const placeIds = {
  text: (paragraph: number, segment: number) => `p${paragraph}-${segment}`,
  point: (paragraph: number, segment: number) => `k${paragraph}-${segment}`,
  cell: (row: number, column: number | 'change' | 'percent' | Side) => `t${row}-${column}`,
  chart: (chart: number, series: number, point: number) => `c${chart}-${series}-${point}`,
  overview: (block: number, line: number | 'total', column: number) =>
    `o${block}-${line}-${column}`,
  unit: (indicator: string, line: string, column: UnitColumn) => `u${indicator}-${line}-${column}`,
};

export type UnitColumn = 'value' | 'share' | 'place' | 'previous' | 'change' | 'changePercent';

/** Every number that can be traced, in reading order. */
export function listPlaces(summary: Summary): Place[] {
  return [
    ...placesInText(summary.keyPoints ?? [], placeIds.point),
    ...placesInText(summary.paragraphs, placeIds.text),
    ...placesInUnits(summary),
    ...placesInTable(summary),
    ...placesInCharts(summary),
  ];
}

/** The places that show the same number from the same sources. */
export function placesOf(places: Place[], trace: string): Place[] {
  return places.filter((place) => traceText(place) === trace);
}

/** The text of a paragraph without its links. */
export const textOf = ({ segments }: Pick<Paragraph, 'segments'>): string =>
  segments.map(({ text }) => text).join('');

function placesInText(
  paragraphs: Paragraph[],
  idOf: (paragraph: number, segment: number) => string,
): Place[] {
  let under = '';
  return paragraphs.flatMap((paragraph, index) => {
    if (paragraph.kind === 'heading') under = textOf(paragraph);
    return paragraph.segments.flatMap(({ text, figures, computed }, position) => {
      if (!figures?.length) return [];
      const before = textOf({ segments: paragraph.segments.slice(0, position) });
      const after = textOf({ segments: paragraph.segments.slice(position + 1) });
      return [
        {
          id: idOf(index, position),
          where: 'text' as const,
          under,
          before,
          after,
          text,
          figures,
          computed,
        },
      ];
    });
  });
}

function placesInTable({ table }: Summary): Place[] {
  return table.rows.flatMap((line, row) => {
    const { indicator, cells, change, changePercent } = line;
    const place = (
      id: string,
      { text, figures = [], computed }: Partial<Traceable> & { text: string },
    ): Place[] =>
      figures.length > 0
        ? [
            {
              id,
              where: 'table',
              under: indicator.code,
              before: '',
              after: '',
              text,
              figures,
              computed,
            },
          ]
        : [];
    return [
      ...cells.flatMap((cell, column) =>
        cell.text === null ? [] : place(placeIds.cell(row, column), cell),
      ),
      ...(change ? place(placeIds.cell(row, 'change'), change) : []),
      ...(changePercent ? place(placeIds.cell(row, 'percent'), changePercent) : []),
      ...sidesOf({ rows: [line] }).flatMap((side) =>
        place(placeIds.cell(row, side), sideOf(line, side) as Segment),
      ),
    ];
  });
}

function placesInUnits({ units }: Summary): Place[] {
  if (!units) return [];
  const place = (id: string, under: string, number: UnitNumber): Place[] =>
    number?.text && number.figures?.length
      ? [
          {
            id,
            where: 'table',
            under,
            before: '',
            after: '',
            text: number.text,
            figures: number.figures,
            computed: number.computed,
          },
        ]
      : [];
  const overview = units.overview.flatMap(({ indicators, lines, totals }, block) => [
    ...lines.flatMap(({ cells }, line) =>
      cells.flatMap((cell, column) =>
        place(placeIds.overview(block, line, column), indicators[column] ?? '', cell as UnitNumber),
      ),
    ),
    ...totals.flatMap((cell, column) =>
      place(
        placeIds.overview(block, 'total', column),
        indicators[column] ?? '',
        cell as UnitNumber,
      ),
    ),
  ]);
  const tables = units.indicators.flatMap(({ indicator, lines, total, comparable }) => {
    const named = [
      ...lines.map((line) => ({ name: line.unit, numbers: line })),
      { name: 'total', numbers: total },
      { name: 'comparable', numbers: comparable },
    ];
    return named.flatMap(({ name, numbers }) =>
      unitColumns.flatMap((column) =>
        place(
          placeIds.unit(indicator.code, name, column),
          indicator.code,
          (numbers as Partial<Record<UnitColumn, UnitNumber>> | null)?.[column],
        ),
      ),
    );
  });
  return [...overview, ...tables];
}

type UnitNumber =
  | { text: string | null; figures?: Place['figures']; computed?: Place['computed'] }
  | null
  | undefined;
const unitColumns: UnitColumn[] = [
  'value',
  'share',
  'place',
  'previous',
  'change',
  'changePercent',
];

function placesInCharts({ charts }: Summary): Place[] {
  return charts.flatMap(({ title, series }, chart) =>
    series.flatMap(({ texts, figures }, line) =>
      texts.flatMap((text, point) => {
        const keys = figures[point] ?? [];
        if (text === null || keys.length === 0) return [];
        return [
          {
            id: placeIds.chart(chart, line, point),
            where: 'chart' as const,
            under: title,
            before: '',
            after: '',
            text,
            figures: keys,
          },
        ];
      }),
    ),
  );
}
