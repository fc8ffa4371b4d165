// What importing a foreign table would do, cell by cell, before anything is written.
import type { Issue } from '../access/errors';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { printFigure } from '../figure/print';
import { readFigure } from '../figure/read';
import { tidy } from '../figure/tidy-typing';
import { addressOf, type SheetGrid } from './grid';
import { typedIn } from './in-unit';
import { mapLanes, type Decisions, type Mapped } from './mapping';
import type { Layout } from './recognise';

export const importKinds = [
  'conflict',
  'invalid',
  'changed',
  'new',
  'not-writable',
  'no-period',
  'outside',
  'same',
] as const;
/** `conflict`: two cells of the file say different figures. `not-writable`: the report is handed in, or its period has not
 *  begun. `no-period`: there is no such period, or none was said. `outside`: not on this unit's form. */
export type ImportKind = (typeof importKinds)[number];

/** A unit's report of a period as an import finds it. `state` says why it may not be written. `figures` by indicator. */
export type ImportTarget = {
  state: 'writable' | 'missing' | 'handed-in' | 'not-open';
  chosen: ReadonlySet<string>;
  figures: ReadonlyMap<string, Figure & { revision: number }>;
};

/** One cell: where it stands, what it says, what would become of it. `now` is what stands in the system, in print. */
export type ImportCell = {
  sheet: string;
  address: string;
  label: string;
  period: string;
  code: string;
  text: string;
  typed: string;
  now: string;
  value: string;
  kind: ImportKind;
  issue?: Issue;
};

/** What is to be written into one figure; `revision` is that of the figure seen. */
export type ImportEdit = {
  period: string;
  indicator: string;
  revision: number;
  sheet: string;
  address: string;
  text: string;
} & ({ typed: string } | { answer: 'not_applicable' | 'not_available' });

export type ImportPlan = {
  cells: ImportCell[];
  edits: ImportEdit[];
  unmatched: number;
  skipped: number;
};

type ImportSource = { sheet: SheetGrid; layout: Layout };

/** Plans an import of these tables. `targets` by the code of their period. */
export function planImport(
  sources: readonly ImportSource[],
  decisions: Decisions,
  targets: ReadonlyMap<string, ImportTarget>,
  indicators: ReadonlyMap<string, Indicator>,
): ImportPlan {
  const judged: Judged[] = [];
  let [unmatched, skipped] = [0, 0];
  for (const { sheet, layout } of sources) {
    const mapped = mapLanes(layout, sheet.name, decisions, indicators);
    unmatched += mapped.lines.filter(({ code }) => code === null).length;
    skipped += mapped.crossings.filter(({ isSkipped }) => isSkipped).length;
    for (const found of cellsOf(sheet, layout, mapped)) {
      const { address, text, period, line } = found;
      const { said, edit, ...verdict } = judge(
        found,
        indicators.get(line.code!)!,
        targets.get(period),
      );
      const cell = {
        sheet: sheet.name,
        address,
        label: line.lane.label,
        period,
        code: line.code!,
        text: text.trim(),
        ...verdict,
      };
      judged.push({
        cell,
        said,
        edit: edit && {
          period,
          indicator: line.code!,
          sheet: sheet.name,
          address,
          text: text.trim(),
          ...edit,
        },
      });
    }
  }
  settle(judged);
  return {
    cells: judged.map(({ cell }) => cell),
    edits: judged.flatMap(({ edit }) => edit ?? []),
    unmatched,
    skipped,
  };
}

type Judged = { cell: ImportCell; said: string; edit: ImportEdit | null };

/** Of cells for one figure that say the same the first is taken, of those that contradict each other none. */
function settle(judged: Judged[]): void {
  const places = new Map<string, Judged[]>();
  for (const one of judged) {
    if (!settled.includes(one.cell.kind)) continue;
    const place = `${one.cell.period} ${one.cell.code}`;
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

type FoundCell = { address: string; text: string; period: string; line: Mapped['lines'][number] };

function* cellsOf(sheet: SheetGrid, layout: Layout, mapped: Mapped): Generator<FoundCell> {
  for (const line of mapped.lines) {
    if (line.code === null) continue;
    for (const crossing of mapped.crossings) {
      if (crossing.isSkipped) continue;
      const [row, column] =
        layout.direction === 'rows'
          ? [line.lane.at, crossing.lane.at]
          : [crossing.lane.at, line.lane.at];
      const text = sheet.rows[row]?.[column] ?? '';
      if (tidy(text) === '') continue;
      // A year over the column goes before that of the whole sheet.
      const period =
        crossing.lane.period === null &&
        line.lane.period !== null &&
        crossing.period === mapped.period
          ? line.lane.period
          : crossing.period;
      const own = crossing.lane.unit;
      yield {
        address: addressOf(row, column),
        text,
        period: period ?? '',
        line:
          own !== null && line.unitFrom !== 'decided' && line.lane.unit === null
            ? { ...line, unit: own, unitFrom: 'said' }
            : line,
      };
    }
  }
}

type Verdict = Pick<ImportCell, 'kind' | 'issue' | 'typed' | 'now' | 'value'> & {
  said: string;
  edit:
    | ({ revision: number } & ({ typed: string } | { answer: 'not_applicable' | 'not_available' }))
    | null;
};

function judge(
  { text, period, line }: FoundCell,
  indicator: Indicator,
  target: ImportTarget | undefined,
): Verdict {
  const standing = target?.figures.get(indicator.code) ?? null;
  const now =
    standing?.answer === 'number'
      ? printFigure(standing, indicator)
      : standing?.answer === 'not_applicable'
        ? '不适用'
        : standing?.answer === 'not_available'
          ? '无法取得'
          : '';
  const nothing = { typed: text, now, value: '', said: text, edit: null };
  const wrong = (issue: Issue): Verdict => ({ ...nothing, kind: 'invalid', issue });
  if (line.unit === null)
    return wrong({
      code: line.unitFrom === 'mismatch' ? 'import-unit-mismatch' : 'import-unit-unknown',
      params: { unit: indicator.display.moneyUnit ?? indicator.unit },
    });
  const typed = typedIn(text, line.unit, indicator);
  const read = readFigure(typed, indicator);
  if (!read.ok) return wrong(read.issue);
  if (read.answer === 'blank') return wrong({ code: 'dash', params: {} });
  const value = read.answer === 'number' ? printFigure(read, indicator) : '';
  const said = read.answer === 'number' ? `${read.value} ${read.qualifier}` : read.answer;
  const known = { typed, now, value, said, edit: null };
  if (!target)
    return {
      ...known,
      kind: 'no-period',
      ...(period === '' && { issue: { code: 'import-period-unknown', params: {} } }),
    };
  if (target.state === 'handed-in' || target.state === 'not-open')
    return {
      ...known,
      kind: 'not-writable',
      issue: { code: `import-${target.state}`, params: {} },
    };
  if (!indicator.core && !target.chosen.has(indicator.code) && !standing)
    return { ...known, kind: 'outside' };
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
