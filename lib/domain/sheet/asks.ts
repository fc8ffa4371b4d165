// What must be answered before a cell of a foreign table is taken: a careful clerk asks instead of assuming.
import type { Issue } from '../access/errors';
import type { Indicator } from '../catalogue/indicator';
import type { Mapped, MappedCrossing, MappedLine } from './mapping';

type Cell = {
  line: MappedLine;
  crossing: MappedCrossing;
  mapped: Mapped;
  indicator: Indicator;
  indicators: ReadonlyMap<string, Indicator>;
};

/** The open questions of one cell. */
export function asksOf({ line, crossing, mapped, indicator, indicators }: Cell): Issue[] {
  const asks: Issue[] = [];
  const ask = (code: string, params: Record<string, string> = {}) => asks.push({ code, params });
  if (line.code === null)
    ask('import-ask-name', {
      label: line.lane.label,
      names: line.lane.suggestions.map((code) => indicators.get(code)?.name ?? code).join('、'),
    });
  if (line.unitFrom === 'mismatch' || line.unitFrom === 'unknown')
    ask(
      line.unitFrom === 'mismatch'
        ? 'import-unit-mismatch'
        : indicator.display.moneyUnit
          ? 'import-unit-unknown'
          : 'import-ask-scale',
      {
        label: line.lane.label,
        unit: indicator.display.moneyUnit ?? indicator.unit,
      },
    );
  if (line.unitFrom === 'fraction')
    ask('import-ask-rate', { label: line.lane.label, text: line.lane.sample });
  for (const { choice, lane } of [crossing, line]) {
    if (choice.state === 'asked')
      ask(`import-ask-${askedAs[choice.reason ?? ''] ?? 'column'}`, { label: lane.label });
  }
  const isOwnersLane = crossing.lane.whose?.kind === 'unit' || line.lane.whose?.kind === 'unit';
  if (mapped.whose !== null && !isOwnersLane) ask('import-ask-whose', { name: mapped.whose });
  if (crossing.period === null && line.lane.period === null) ask('import-period-unknown');
  return asks;
}

const askedAs: Record<string, string> = {
  estimate: 'estimate',
  adjusted: 'adjusted',
  sum: 'sum',
  total: 'total',
};
