// The cells of a recognised table, as far as they are figures of somebody who is written for.
import type { Issue } from '../access/errors';
import type { Indicator } from '../catalogue/indicator';
import { tidy } from '../figure/tidy-typing';
import { asksOf } from './asks';
import { addressOf, shown, type SheetGrid } from './sheet-grid';
import { chooseUnit } from './in-unit-choice';
import type { Layout } from './layout';
import type { Decisions, Mapped, MappedCrossing, MappedLine } from './mapping';

export type FoundCell = {
  address: string;
  text: string;
  unit: string;
  period: string;
  code: string;
  line: MappedLine;
  asks: Issue[];
};

/** The cells of a table that say a figure, each with its line, its unit and year, and what is asked about it. */
export function* cellsOf(
  sheet: SheetGrid,
  layout: Layout,
  mapped: Mapped,
  decisions: Decisions,
  indicators: ReadonlyMap<string, Indicator>,
): Generator<FoundCell> {
  const rows = shown(
    sheet.rows.map((row) => [...row]),
    sheet,
  );
  for (const line of mapped.lines) {
    const code =
      line.code ?? (isLeftOut(line, decisions) ? null : (line.lane.suggestions[0] ?? null));
    if (code === null || line.choice.state === 'left') continue;
    const indicator = indicators.get(code)!;
    for (const crossing of mapped.crossings) {
      if (crossing.choice.state === 'left') continue;
      const [row, column] =
        layout.direction === 'rows'
          ? [line.lane.at, crossing.lane.at]
          : [crossing.lane.at, line.lane.at];
      const text = rows[row]?.[column] ?? '';
      if (tidy(text) === '') continue;
      const decided = decisions.lines[line.lane.key]?.unit ?? null;
      const inUnit = {
        ...line,
        ...chooseUnit(line.lane, indicator, decided, layout, crossing.lane.unit),
      };
      const owner = ownerOf(line, crossing, mapped);
      if (owner === null) continue;
      yield {
        address: addressOf(row, column),
        text,
        unit: owner,
        period: periodOf(line, crossing, mapped, decisions) ?? '',
        code,
        line: inUnit,
        asks: asksOf({ line: inUnit, crossing, mapped, indicator, indicators }),
      };
    }
  }
}

const isLeftOut = ({ lane }: MappedLine, decisions: Decisions): boolean =>
  lane.isTotal || decisions.lines[lane.key] !== undefined;

/** Whose figure a cell is: its row and its column may both name a unit. */
function ownerOf(
  { lane }: MappedLine,
  { lane: across, owner }: MappedCrossing,
  mapped: Mapped,
): string | null {
  if (lane.whose?.kind === 'unit' && !across.whose) return lane.whose.code;
  return owner ?? mapped.owner;
}

/** A year over the column goes before that of the whole table. */
function periodOf(
  { lane }: MappedLine,
  crossing: MappedCrossing,
  mapped: Mapped,
  decisions: Decisions,
): string | null {
  if (crossing.lane.period !== null || decisions.crossings[crossing.lane.key])
    return crossing.period;
  if (lane.period !== null) return lane.period;
  return lane.before > 0 && mapped.period !== null && /^\d{4}$/.test(mapped.period)
    ? String(Number(mapped.period) - lane.before)
    : crossing.period;
}
