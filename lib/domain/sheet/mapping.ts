// What a person decided for the rows and columns of a foreign table, by what these call themselves, so that
// it holds for the next table with the same names; and what follows for each row and column from decision and
// recognition together.
import type { Indicator } from '../catalogue/indicator';
import { readNumber } from './cell-text';
import { chooseFigures, type Choice } from './choose-figure';
import { chooseUnit, type UnitChoice } from './in-unit-choice';
import type { Hints, Lane, Layout } from './layout';
import type { SheetGrid } from './sheet-grid';

/** `lines`: indicator (null for none) and unit (null where it is as recognised). `crossings`: the code of a period, or
 *  `skip`. `periods`: of a table, where it does not say one. `whose`: of a table, the unit it is taken for, or `skip`.
 *  `accepted`: the places of figures that stood out and were ticked. */
export type Decisions = Hints & {
  sheets: string[];
  lines: Record<string, { code: string | null; unit: string | null }>;
  crossings: Record<string, string>;
  periods: Record<string, string>;
  whose?: Record<string, string>;
  accepted?: string[];
};

export const noDecisions: Decisions = { sheets: [], lines: {}, crossings: {}, periods: {} };
export const skip = 'skip';
/** The choice for a column that is taken as recognised, though it was asked about. */
export const take = 'take';

/** Into whose reports figures may go: `own`, and those of the units below that the viewer may write for. */
export type Writers = { own: string; below: ReadonlySet<string> };

/** A line with what holds for it. */
export type MappedLine = UnitChoice & {
  lane: Lane;
  code: string | null;
  choice: Choice;
};
/** A crossing: whose figures of which period, and whether they are taken. `owner` null: of nobody who is
 *  written for. */
export type MappedCrossing = {
  lane: Lane;
  period: string | null;
  owner: string | null;
  choice: Choice;
};

/** `named`: the unit that the table names, where it is another's. `whose`: the same, as long as nobody
 *  said what holds. */
export type Mapped = {
  lines: MappedLine[];
  crossings: MappedCrossing[];
  period: string | null;
  owner: string | null;
  whose: string | null;
  named: string | null;
};

/** What holds for the lanes of a table. */
export function mapLanes(
  layout: Layout,
  sheet: Pick<SheetGrid, 'rows'>,
  decisions: Decisions,
  indicators: ReadonlyMap<string, Indicator>,
  writers: Writers,
): Mapped {
  const period = decisions.periods[layout.key] || layout.period;
  const table = ownerOf(layout, decisions.whose?.[layout.key], writers);
  const crossings = mapCrossings(layout, sheet, decisions, { period, owner: table.owner, writers });
  return {
    period,
    ...table,
    crossings,
    lines: mapLines(layout, sheet, decisions, indicators, { period, writers }),
  };
}

/** Whose a table is. What its rows and columns name goes before. */
function ownerOf(
  { whose, lines, crossings }: Layout,
  decided: string | undefined,
  { own, below }: Writers,
): Pick<Mapped, 'owner' | 'whose' | 'named'> {
  const nobody = { whose: null, named: null };
  if (!whose || whose.kind === 'whole' || whose.kind === 'part') return { owner: own, ...nobody };
  if (whose.kind === 'unit' && (whose.code === own || below.has(whose.code)))
    return { owner: whose.code, ...nobody };
  const named = whose.name;
  if (decided === skip) return { owner: null, whose: null, named };
  if (decided === own) return { owner: own, whose: null, named };
  const isNamed = [...lines, ...crossings].some(
    (lane) =>
      lane.whose?.kind === 'unit' && (lane.whose.code === own || below.has(lane.whose.code)),
  );
  return isNamed ? { owner: own, ...nobody } : { owner: own, whose: named, named };
}

type Of = { period: string | null; owner: string | null; writers: Writers };

function mapCrossings(
  layout: Layout,
  sheet: Pick<SheetGrid, 'rows'>,
  decisions: Decisions,
  of: Of,
): MappedCrossing[] {
  const { crossings, lines, direction } = layout;
  const isAmongUnits = crossings.some(({ whose }) => whose !== null && whose.kind !== 'part');
  const found = crossings.map((lane) => ({
    lane,
    period: lane.period ?? before(of.period, lane.before),
    owner: isAmongUnits || lane.whose ? laneOwner(lane, crossings, of) : of.owner,
  }));
  const choices = chooseFigures(
    found.map(({ lane, period, owner }) => ({
      role: lane.role,
      group: `${owner ?? `- ${lane.at}`} ${period ?? `? ${lane.before}`}`,
    })),
    (whole, parts) => addsUp(sheet, direction === 'rows', crossings, lines, whole, parts),
  );
  const group = ({ owner, period }: (typeof found)[number]) => `${owner} ${period}`;
  const answered = new Set(
    found
      .filter(({ lane }) => ![undefined, skip].includes(decisions.crossings[lane.key]))
      .map(group),
  );
  return found.map((one, at): MappedCrossing => {
    const { lane, period, owner } = one;
    const decided = decisions.crossings[lane.key];
    const held = owner ?? of.owner;
    if (decided === skip)
      return { lane, period, owner: held, choice: { state: 'left', reason: 'skip' } };
    if (decided)
      return { lane, period: decided === take ? period : decided, owner: held, choice: taken };
    if (owner === null) return { lane, period, owner, choice: { state: 'left', reason: 'other' } };
    if (owner === undefined)
      return { lane, period, owner: held, choice: { state: 'asked', reason: 'total' } };
    // Who says which of several columns it is has said it of the others.
    const choice: Choice =
      choices[at]!.state === 'asked' && answered.has(group(one))
        ? { state: 'left', reason: 'several' }
        : choices[at]!;
    return { lane, period, owner, choice };
  });
}

const taken: Choice = { state: 'taken', reason: null };

/** Whose figures a row or column among those of several units holds; null for others', undefined where it
 *  is not sure. */
function laneOwner(
  lane: Lane,
  all: readonly Lane[],
  { owner, writers: { own, below } }: Of,
): string | null | undefined {
  const { whose } = lane;
  if (whose?.kind === 'unit')
    return whose.code === own || below.has(whose.code) ? whose.code : null;
  if (whose?.kind === 'other' || whose?.kind === 'part') return null;
  const named = all.flatMap((one) => (one.whose?.kind === 'unit' ? [one.whose.code] : []));
  const isOwnNamed = named.includes(own);
  if (whose?.kind === 'whole') {
    if (isOwnNamed || named.some((code) => !below.has(code))) return null;
    const strangers = all.filter(
      (one) => one.whose?.kind === 'other' && !/[镇乡]$|街道$|园区$|开发区$/.test(one.whose.name),
    );
    return strangers.length === 0 ? own : undefined;
  }
  if (lane.isTotal) return isOwnNamed || named.some((code) => !below.has(code)) ? null : undefined;
  // Beside named units whatever has a name of its own is another's.
  const rest = lane.label.normalize('NFKC').replace(/\d{4}年?/g, '');
  return lane.role === 'figure' && /[\u4e00-\u9fff]/.test(rest) && lane.before === 0 ? null : owner;
}

function mapLines(
  layout: Layout,
  sheet: Pick<SheetGrid, 'rows'>,
  decisions: Decisions,
  indicators: ReadonlyMap<string, Indicator>,
  { period, writers: { own, below } }: Omit<Of, 'owner'>,
): MappedLine[] {
  const coded = layout.lines.map((lane) => {
    const decided = decisions.lines[lane.key];
    const code = decided ? decided.code : lane.isTotal ? null : lane.code;
    const indicator = indicators.get(code ?? '');
    return { lane, decided, code: indicator ? code : null, indicator };
  });
  const choices: Choice[] =
    layout.direction === 'rows'
      ? coded.map(({ lane }): Choice => {
          const { whose } = lane;
          const isOthers =
            whose !== null &&
            (whose.kind === 'other' ||
              whose.kind === 'part' ||
              (whose.kind === 'unit' && whose.code !== own && !below.has(whose.code)));
          return isOthers ? { state: 'left', reason: 'other' } : { state: 'taken', reason: null };
        })
      : chooseFigures(
          coded.map(({ lane, code }) => ({
            role: lane.role,
            group: [
              code ?? lane.at,
              lane.period ?? before(period, lane.before) ?? '',
              lane.whose ? JSON.stringify(lane.whose) : '',
            ].join(' '),
          })),
          (whole, parts) => addsUp(sheet, true, layout.lines, layout.crossings, whole, parts),
        );
  return coded.map(({ lane, decided, code, indicator }, at) => ({
    lane,
    code,
    choice: decided?.code ? { state: 'taken', reason: null } : choices[at]!,
    ...chooseUnit(lane, indicator, decided?.unit ?? null, layout),
  }));
}

/** The year some years before another; null where that is none. */
const before = (period: string | null, years: number): string | null =>
  period === null || years === 0
    ? period
    : /^\d{4}$/.test(period)
      ? String(Number(period) - years)
      : null;

/** Whether the numbers of some lanes add up to those of another, wherever the lanes that cross them have them all. */
function addsUp(
  { rows }: Pick<SheetGrid, 'rows'>,
  areColumns: boolean,
  lanes: readonly Lane[],
  across: readonly Lane[],
  whole: number,
  parts: readonly number[],
): boolean {
  const number = (lane: Lane, other: Lane) =>
    readNumber((areColumns ? rows[other.at]?.[lane.at] : rows[lane.at]?.[other.at]) ?? '');
  let seen = 0;
  for (const other of across) {
    const sum = number(lanes[whole]!, other);
    const of = parts.map((at) => number(lanes[at]!, other));
    if (sum === null || of.some((one) => one === null)) continue;
    const added = of.reduce((total: number, one) => total + one!, 0);
    if (Math.abs(added - sum) > Math.abs(sum) * 1e-9) return false;
    seen += 1;
  }
  return seen > 0;
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
