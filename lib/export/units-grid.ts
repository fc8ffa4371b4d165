import type { ComparisonRow } from '@/lib/domain/comparison/comparison-table';
import type { Segment } from '@/lib/domain/comparison/source';
import type { UnitLine, UnitsTable } from '@/lib/domain/summary/summary';
import { withoutUnit } from '@/lib/domain/summary/words';
import { messages } from '@/lib/i18n/messages';
import { cellOf, none } from './comparison-grid';
import type { Grid, GridCell } from './grid';

const { files } = messages['zh-CN'];

/** Units side by side: for each indicator its table with share, place and change. */
export function unitGrids({ units, indicators, notes }: UnitsTable): Grid[] {
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const { unit, value, share, place, previous, change, percent, total, comparable } = files.units;
  return indicators.map(
    ({ indicator, unit: measured, lines, total: sum, comparable: both, notes: own }, index) => ({
      name: indicator.name,
      unit: measured,
      columns: [
        { head: unit, kind: 'text', width: 20 },
        ...[value, share, place, previous, change, percent].map((head) => ({
          head,
          kind: 'number' as const,
        })),
      ],
      groups: [
        {
          name: null,
          rows: [
            ...lines.map((line) => rowOf(names.get(line.unit) ?? line.unit, line, measured)),
            ...(sum ? [rowOf(total, { ...sum, place: null }, measured)] : []),
            ...(both ? [rowOf(comparable, { ...both, share: null, place: null }, measured)] : []),
          ],
        },
      ],
      notes: [...own, ...(index === indicators.length - 1 ? notes : [])],
    }),
  );
}

function rowOf(
  name: string,
  { value, share, place, previous, change, changePercent }: Omit<UnitLine, 'unit'>,
  unit: string,
): GridCell[] {
  return [
    { text: name },
    cellOf(value, unit),
    said(share, '%'),
    said(place, ''),
    cellOf(previous, unit),
    said(change, unit),
    said(changePercent, '%'),
  ];
}

function said(segment: Segment | ComparisonRow['change'], unit: string): GridCell {
  if (!segment) return { text: none };
  return {
    text: withoutUnit(segment.text, unit),
    figures: segment.figures,
    ...('number' in segment ? { number: segment.number } : {}),
  };
}
