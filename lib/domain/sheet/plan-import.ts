// What importing a foreign table would do, cell by cell, before anything is written.
import type { Issue } from '../access/errors';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { printFigure } from '../figure/print';
import { readFigure } from '../figure/read';
import { cellsOf, type FoundCell } from './cells-of';
import type { SheetGrid } from './sheet-grid';
import { typedIn } from './in-unit';
import type { Layout } from './layout';
import { mapLanes, type Decisions, type Writers } from './mapping';

export const importKinds = [
  'ask',
  'odd',
  'conflict',
  'invalid',
  'changed',
  'new',
  'not-writable',
  'no-period',
  'outside',
  'same',
] as const;
/** `ask`: a question about it is open. `odd`: it stands out, and is written only where a person ticks it.
 *  `conflict`: two cells of the file say different figures. `not-writable`: the report is handed in, or
 *  its period has not begun. `no-period`: there is no such period. `outside`: not on this unit's form. */
export type ImportKind = (typeof importKinds)[number];

/** A unit's report of a period as an import finds it. `state` says why it may not be written. `figures` by
 *  indicator. */
export type ImportTarget = {
  state: 'writable' | 'missing' | 'handed-in' | 'not-open';
  chosen: ReadonlySet<string>;
  figures: ReadonlyMap<string, Figure & { revision: number }>;
  /** Of a unit below: what stands in its draft is its own, neither shown nor written over. */
  isBelow?: boolean;
};

/** Reports by the code of their unit, then of their period. */
export type ImportTargets = ReadonlyMap<string, ReadonlyMap<string, ImportTarget>>;

/** One cell: where it stands, what it says, what would become of it. `now` is what stands in the system,
 *  in print. `value` is in print, `number` in base units. */
export type ImportCell = {
  sheet: string;
  address: string;
  label: string;
  unit: string;
  period: string;
  code: string;
  text: string;
  typed: string;
  now: string;
  value: string;
  number: string | null;
  kind: ImportKind;
  asks: Issue[];
  issue?: Issue;
};

/** What is to be written into one figure; `revision` is that of the figure seen. */
export type ImportEdit = {
  unit: string;
  period: string;
  indicator: string;
  revision: number;
  sheet: string;
  address: string;
  text: string;
} & ({ typed: string } | { answer: 'not_applicable' | 'not_available' });

/** `held`: what is odd, by itself to be ticked. */
export type ImportPlan = {
  cells: ImportCell[];
  edits: ImportEdit[];
  held: ImportEdit[];
  unmatched: number;
  skipped: number;
};

export type ImportSource = { sheet: SheetGrid; layout: Layout };

/** Plans an import of these tables. */
export function planImport(
  sources: readonly ImportSource[],
  decisions: Decisions,
  targets: ImportTargets,
  indicators: ReadonlyMap<string, Indicator>,
  writers: Writers,
): ImportPlan {
  const judged: Judged[] = [];
  let [unmatched, skipped] = [0, 0];
  for (const { sheet, layout } of sources) {
    const mapped = mapLanes(layout, sheet, decisions, indicators, writers);
    unmatched += mapped.lines.filter(
      ({ code, lane, choice }) =>
        code === null &&
        (lane.suggestions.length === 0 || decisions.lines[lane.key] !== undefined) &&
        choice.state !== 'left',
    ).length;
    skipped += mapped.crossings.filter(({ choice }) => choice.state === 'left').length;
    for (const found of cellsOf(sheet, layout, mapped, decisions, indicators))
      judged.push(judgeCell(found, sheet.name, indicators, targets));
  }
  settle(judged);
  return {
    cells: judged.map(({ cell }) => cell),
    edits: judged.flatMap(({ edit }) => edit ?? []),
    held: [],
    unmatched,
    skipped,
  };
}

/** Which figure a cell or an edit is of. */
export const placeOf = (
  of: { unit: string; period: string } & ({ code: string } | { indicator: string }),
) => `${of.unit} ${of.period} ${'code' in of ? of.code : of.indicator}`;

/** Holds back what is odd, by its place, until a person ticks it. */
export function holdOdd(plan: ImportPlan, odd: ReadonlyMap<string, Issue[]>): ImportPlan {
  const isOdd = (edit: ImportEdit) => odd.has(placeOf(edit));
  return {
    ...plan,
    cells: plan.cells.map((cell) => {
      const asks = cell.kind === 'new' || cell.kind === 'changed' ? odd.get(placeOf(cell)) : null;
      return asks ? { ...cell, kind: 'odd', asks } : cell;
    }),
    edits: plan.edits.filter((edit) => !isOdd(edit)),
    held: plan.edits.filter(isOdd),
  };
}

export type Judged = { cell: ImportCell; said: string; edit: ImportEdit | null };

/** Of cells for one figure that say the same the first is taken, of those that contradict each other none. */
export function settle(judged: Judged[]): void {
  const places = new Map<string, Judged[]>();
  for (const one of judged) {
    if (!settled.includes(one.cell.kind)) continue;
    const place = placeOf(one.cell);
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  for (const rivals of places.values()) {
    const other = rivals.find(({ said }) => said !== rivals[0]!.said);
    for (const [at, one] of rivals.entries()) {
      const against = other && (one.said === other.said ? rivals[0]! : other);
      if (against)
        one.cell = {
          ...one.cell,
          kind: 'conflict',
          issue: {
            code: 'import-conflict',
            params: { other: against.cell.address, text: against.cell.text },
          },
        };
      else if (at > 0) one.cell = { ...one.cell, kind: 'same' };
      if (against || at > 0) one.edit = null;
    }
  }
}

const settled: ImportKind[] = ['new', 'changed', 'same'];

function judgeCell(
  found: FoundCell,
  sheet: string,
  indicators: ReadonlyMap<string, Indicator>,
  targets: ImportTargets,
): Judged {
  const { address, text, unit, period, code, line, asks } = found;
  const { said, edit, ...verdict } = judge(
    found,
    indicators.get(code)!,
    targets.get(unit)?.get(period),
  );
  const place = { unit, period, sheet, address, text: text.trim() };
  const isAsked = asks.length > 0 && !['invalid', 'outside', 'not-writable'].includes(verdict.kind);
  return {
    cell: {
      ...place,
      label: line.lane.label,
      code,
      asks,
      ...verdict,
      kind: isAsked ? 'ask' : verdict.kind,
    },
    said,
    edit: edit && asks.length === 0 ? { ...place, indicator: code, ...edit } : null,
  };
}

type Verdict = Pick<ImportCell, 'kind' | 'issue' | 'typed' | 'now' | 'value' | 'number'> & {
  said: string;
  edit:
    | ({ revision: number } & ({ typed: string } | { answer: 'not_applicable' | 'not_available' }))
    | null;
};

/** What would become of a cell. */
export function judge(
  { text, line }: { text: string; line: Pick<FoundCell['line'], 'unit' | 'unitFrom'> },
  indicator: Indicator,
  target: ImportTarget | undefined,
): Verdict {
  const standing = target?.figures.get(indicator.code) ?? null;
  const isTheirs = target?.isBelow === true && standing !== null && standing.answer !== 'blank';
  const now = isTheirs ? '' : printStanding(standing, indicator);
  // What is asked about is shown as it would be, were nothing special.
  const unit =
    line.unit ??
    (line.unitFrom === 'fraction' ? '小数' : (indicator.display.moneyUnit ?? indicator.unit));
  const typed = typedIn(text, unit, indicator);
  const read = readFigure(typed, indicator);
  const nothing = { typed: text, now, value: '', number: null, said: text, edit: null };
  if (!read.ok) return { ...nothing, kind: 'invalid', issue: read.issue };
  if (read.answer === 'blank')
    return { ...nothing, kind: 'invalid', issue: { code: 'dash', params: {} } };
  const isNumber = read.answer === 'number';
  const known = {
    typed,
    now,
    value: isNumber ? printFigure(read, indicator) : '',
    number: isNumber ? read.value : null,
    said: isNumber ? `${read.value} ${read.qualifier}` : read.answer,
    edit: null,
  };
  if (!target) return { ...known, kind: 'no-period' };
  if (target.state === 'handed-in' || target.state === 'not-open')
    return {
      ...known,
      kind: 'not-writable',
      issue: { code: `import-${target.state}`, params: {} },
    };
  if (!indicator.core && !target.chosen.has(indicator.code) && !standing)
    return { ...known, kind: 'outside' };
  if (isTheirs)
    return { ...known, kind: 'not-writable', issue: { code: 'import-theirs', params: {} } };
  const isSame =
    standing?.answer === read.answer &&
    (read.answer !== 'number' ||
      (standing.value === read.value && standing.qualifier === read.qualifier));
  if (isSame) return { ...known, kind: 'same' };
  const edit = {
    revision: standing?.revision ?? 0,
    ...(read.answer === 'number' ? { typed } : { answer: read.answer }),
  };
  return { ...known, kind: standing && standing.answer !== 'blank' ? 'changed' : 'new', edit };
}

function printStanding(standing: Figure | null, indicator: Indicator): string {
  if (standing?.answer === 'number') return printFigure(standing, indicator);
  if (standing?.answer === 'not_applicable') return '不适用';
  return standing?.answer === 'not_available' ? '无法取得' : '';
}
