// What a person decided for the rows and columns of a foreign table, by what these call themselves, so that it holds for
// the next table with the same names; and what follows for each row and column from decision and recognition together.
import type { Indicator } from '../catalogue/indicator';
import { factorOf } from './in-unit';
import type { Hints, Lane, Layout } from './recognise';

/** `lines`: indicator (null for none) and unit (null where it is as recognised). `crossings`: the code of a period, or
 *  `skip`. `periods`: of a sheet, where its table does not say one. */
export type Decisions = Hints & {
  sheets: string[];
  lines: Record<string, { code: string | null; unit: string | null }>;
  crossings: Record<string, string>;
  periods: Record<string, string>;
};

export const noDecisions: Decisions = { sheets: [], lines: {}, crossings: {}, periods: {} };
export const skip = 'skip';

/** A line with what holds for it. `unit` null: nobody said it and it cannot be assumed. */
export type MappedLine = {
  lane: Lane;
  code: string | null;
  unit: string | null;
  unitFrom: 'decided' | 'said' | 'assumed' | 'unknown' | 'mismatch';
};
/** A crossing: a period, null where none is said, or left out. */
export type MappedCrossing = { lane: Lane; period: string | null; isSkipped: boolean };

export type Mapped = { lines: MappedLine[]; crossings: MappedCrossing[]; period: string | null };

/** What holds for the lanes of a layout. */
export function mapLanes(
  layout: Layout,
  sheet: string,
  decisions: Decisions,
  indicators: ReadonlyMap<string, Indicator>,
): Mapped {
  const period = decisions.periods[sheet] || layout.period;
  const seen = new Set<string>();
  return {
    period,
    lines: layout.lines.map((lane): MappedLine => {
      const decided = decisions.lines[lane.key];
      const code = decided ? decided.code : lane.isTotal || lane.isChange ? null : lane.code;
      const indicator = indicators.get(code ?? '');
      return {
        lane,
        code: indicator ? code : null,
        ...unitOf(lane, indicator, decided?.unit ?? null, layout),
      };
    }),
    crossings: layout.crossings.map((lane): MappedCrossing => {
      const decided = decisions.crossings[lane.key];
      const said = lane.period ?? period;
      if (decided !== undefined && decided !== '')
        return decided === skip
          ? { lane, period: said, isSkipped: true }
          : { lane, period: decided, isSkipped: false };
      // Of several columns of one year (总数, 其中女) the first is taken; the others are for a person to take.
      const isRepeated = layout.direction === 'rows' && said !== null && seen.has(said);
      if (said !== null) seen.add(said);
      return {
        lane,
        period: said,
        isSkipped: lane.isTotal || lane.isChange || lane.whose === 'other' || isRepeated,
      };
    }),
  };
}

function unitOf(
  lane: Lane,
  indicator: Indicator | undefined,
  decided: string | null,
  layout: Layout,
): Pick<MappedLine, 'unit' | 'unitFrom'> {
  if (!indicator) return { unit: decided ?? lane.unit, unitFrom: 'unknown' };
  if (decided !== null && factorOf(decided, indicator) !== null)
    return { unit: decided, unitFrom: 'decided' };
  const said = lane.unit ?? layout.unit;
  if (said !== null)
    return factorOf(said, indicator) === null
      ? { unit: null, unitFrom: 'mismatch' }
      : { unit: said, unitFrom: 'said' };
  // Ten thousand times more or less is no small slip: of money nobody assumes the unit.
  return indicator.display.moneyUnit
    ? { unit: null, unitFrom: 'unknown' }
    : { unit: indicator.unit, unitFrom: 'assumed' };
}

/** The units that a line of this indicator may be in, its base unit first. */
export function unitChoices({ unit, display }: Pick<Indicator, 'unit' | 'display'>): string[] {
  if (unit === '%') return ['%', '‰'];
  return display.moneyUnit
    ? ['元', '千元', '万元', '百万元', '亿元']
    : [unit, `千${unit}`, `万${unit}`, `亿${unit}`];
}

/** A mapping that a unit has used: its names are what the next table is known by. */
export type Remembered = { id: string; fileName: string; decisions: Decisions; names: string[] };

/** The names of a table, for comparing it with others: those of its lines, each once. */
export const namesOf = (layouts: readonly Layout[]): string[] =>
  [...new Set(layouts.flatMap(({ lines }) => lines.map(({ key }) => key)))].sort();

/** The remembered mapping that fits a table best, and how many of the table's names it knows; null where it knows less
 *  than six of ten. */
export function findRemembered(
  names: readonly string[],
  remembered: readonly Remembered[],
): { of: Remembered; known: number } | null {
  const counted = remembered.map((of) => ({
    of,
    known: names.filter((name) => of.names.includes(name)).length,
  }));
  const best = counted.sort((a, b) => b.known - a.known)[0];
  return best && best.known * 10 >= names.length * 6 ? best : null;
}

/** The remembered decisions, as far as they concern names of this table. Periods and sheets are the new table's own. */
export function applyRemembered(
  decisions: Decisions,
  layouts: readonly Layout[],
  { decisions: before }: Remembered,
): Decisions {
  const names = new Set(namesOf(layouts));
  const lines = Object.fromEntries(Object.entries(before.lines).filter(([key]) => names.has(key)));
  const crossings = Object.fromEntries(
    Object.entries(before.crossings).filter(
      ([key, choice]) =>
        choice === skip &&
        layouts.some((layout) => layout.crossings.some((lane) => lane.key === key)),
    ),
  );
  return {
    ...decisions,
    lines: { ...decisions.lines, ...lines },
    crossings: { ...decisions.crossings, ...crossings },
  };
}
