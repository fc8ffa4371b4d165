// What pasting a block would do, cell by cell, before anything is written. Rows that name an indicator (by
// code or name, in any column before the numbers) go to that indicator; otherwise rows go down from where the
// person stood.
import type { Issue } from '../access/errors';
import type { Indicator } from '../catalogue/indicator';
import { readFigure } from '../figure/read';
import { cleanLabel, isTotalLabel, isUnitLine, takeUnit, withoutBrackets } from '../sheet/label';
import { isAsideColumn, typedFrom } from './paste-unit';
import { tidy } from '../figure/tidy-typing';

/** A row of the form as a paste sees it. `typed`: what stands there now; `isLocked`: it may not be changed. */
export type PasteTarget = {
  indicator: Pick<Indicator, 'code' | 'name' | 'aliases'> & Indicator;
  typed: string;
  isLocked?: boolean;
};

export type PasteVerdict =
  | { kind: 'fill' | 'same' | 'repeated' | 'locked'; code: string }
  | { kind: 'empty'; code: string }
  | { kind: 'wrong'; code: string; issue: Issue }
  | { kind: 'total' | 'unknown' | 'beyond' };

/** `line`: the row of the block, 1 for the first. `label`: what it calls itself, "" by position. */
export type PasteLine = PasteVerdict & { line: number; label: string; text: string };

export type PastePlan = {
  by: 'name' | 'position';
  /** The column the numbers are taken from, and those they could be taken from. */
  column: number;
  columns: number[];
  lines: PasteLine[];
};

/** Plans a paste. `start` is the cell it was aimed at, `period` names the column of this period where
 *  there are several, `column` is the person's own choice of it. */
export function planPaste(
  block: readonly (readonly string[])[],
  targets: readonly PasteTarget[],
  start: string,
  period: string,
  column?: number,
): PastePlan {
  const named = namesIn(block, targets);
  const isByName = named !== null;
  const { chosen, columns, heads } = columnOf(block, named, period, column);
  const seen = new Set<string>();
  let row = targets.findIndex(({ indicator }) => indicator.code === start);
  const lines = block.map((cells, at): PasteLine => {
    const text = (cells[chosen] ?? '').trim();
    const name = named?.[at] ?? null;
    const label = name?.label ?? (isByName || firstText(cells) !== text ? firstText(cells) : '');
    const line = { line: at + 1, label, text };
    if (isTotalLabel(label)) return { ...line, kind: 'total' };
    if (isByName)
      return name
        ? { ...line, ...judgeNamed(name, cells, { block, chosen, heads, text, seen }) }
        : { ...line, kind: 'unknown' };
    if (at === 0 && block.length > 1 && isHeadOf(text, period)) return { ...line, kind: 'unknown' };
    const target = targets[Math.max(0, row)];
    row = Math.max(0, row) + 1;
    return target ? { ...line, ...judge(target, text, seen) } : { ...line, kind: 'beyond' };
  });
  // A head, and lines with nothing in them, are no news.
  const filled = lines.filter(
    ({ kind, text, label }) =>
      !(
        kind === 'unknown' &&
        (isHeadOf(text, period) || text === '' || label === '' || isHead(text, label))
      ),
  );
  return { by: isByName ? 'name' : 'position', column: chosen, columns, lines: filled };
}

type Block = readonly (readonly string[])[];

/** The indicator that each row names; null where too few rows name one. */
function namesIn(block: Block, targets: readonly PasteTarget[]): (Named | null)[] | null {
  const find = finder(targets);
  const named = block.map((row) => nameIn(row, find));
  const asked = block.filter(
    (row) => row.some((cell) => cleanLabel(cell) !== '') && !isTotalLabel(firstText(row)),
  ).length;
  const found = named.filter((name) => name !== null).length;
  return found > 0 && found * 3 >= asked ? named : null;
}

/** The column that the numbers are taken from, those they could be taken from, and the heads over them. */
function columnOf(
  block: Block,
  named: readonly (Named | null)[] | null,
  period: string,
  decided: number | undefined,
): { chosen: number; columns: number[]; heads: Block } {
  const width = Math.max(...block.map((row) => row.length));
  const first = named ? Math.max(0, ...named.map((name) => (name ? name.column + 1 : 0))) : 0;
  const top = named
    ? Math.max(
        0,
        named.findIndex((name) => name !== null),
      )
    : 0;
  const heads = block.slice(0, top);
  const columns = columnsOf(block, first, width);
  const kept = columns.filter(
    (one) =>
      !isAsideColumn(
        heads.map((row) => row[one] ?? ''),
        block.slice(top).map((row) => row[one] ?? ''),
      ),
  );
  const chosen =
    decided ??
    usualColumn(
      heads.length > 0 ? heads : block.slice(0, 1),
      kept.length > 0 ? kept : columns,
      period,
    );
  return { chosen, columns, heads };
}

/** What becomes of a number in the row of its name. */
function judgeNamed(
  { target, label, column }: Named,
  cells: readonly string[],
  of: { block: Block; chosen: number; heads: Block; text: string; seen: Set<string> },
): PasteVerdict & { text?: string } {
  const typed = typedFrom(of.text, target.indicator, {
    block: of.block,
    label,
    between: cells.slice(column + 1, of.chosen),
    over: of.heads.map((row) => row[of.chosen] ?? '').filter((cell) => !isUnitLine(cell)),
  });
  if ('issue' in typed) return { kind: 'wrong', code: target.indicator.code, issue: typed.issue };
  return { text: typed.text, ...judge(target, typed.text, of.seen) };
}

function judge(target: PasteTarget, text: string, seen: Set<string>): PasteVerdict {
  const { code } = target.indicator;
  if (tidy(text) === '') return { kind: 'empty', code };
  if (seen.has(code)) return { kind: 'repeated', code };
  seen.add(code);
  const read = readFigure(text, target.indicator);
  if (!read.ok) return { kind: 'wrong', code, issue: read.issue };
  if (tidy(text) === tidy(target.typed)) return { kind: 'same', code };
  return { kind: target.isLocked ? 'locked' : 'fill', code };
}

type Named = { target: PasteTarget; column: number; label: string };

/** The first cell of a row that is a code or a name. */
function nameIn(row: readonly string[], find: (cell: string) => PasteTarget | null): Named | null {
  for (const [column, cell] of row.entries()) {
    const target = find(cell);
    if (target) {
      // Code and name often stand side by side: the numbers begin after both.
      const next = find(row[column + 1] ?? '');
      return { target, column: next === target ? column + 1 : column, label: cell.trim() };
    }
  }
  return null;
}

function finder(targets: readonly PasteTarget[]): (cell: string) => PasteTarget | null {
  const byName = new Map<string, PasteTarget>();
  for (const target of targets) {
    for (const name of [...target.indicator.aliases, target.indicator.name, target.indicator.code])
      byName.set(cleanLabel(name), target);
  }
  return (cell) =>
    byName.get(cleanLabel(cell)) ??
    byName.get(cleanLabel(takeUnit(cell).name)) ??
    byName.get(withoutBrackets(cell)) ??
    null;
}

const isHeadOf = (text: string, period: string): boolean =>
  text !== '' && (text.includes(period) || /^(本年|本期|今年|数据|数值|合计数)/.test(text));
const isHead = (text: string, label: string): boolean =>
  !/\d/.test(text) || /^(指标|项目|名称|代码)/.test(label);
const firstText = (row: readonly string[]): string =>
  row.find((cell) => cell.trim() !== '')?.trim() ?? '';

const looksNumeric = (cell: string): boolean =>
  /\d|^#+$|不适用|无法取得/.test(cell.normalize('NFKC')) && !/^[A-Z]{2}\d{3}$/.test(cell.trim());

/** Columns with at least one number, of those that can hold them; where there is none, the first that can. */
function columnsOf(block: readonly (readonly string[])[], first: number, width: number): number[] {
  const all = Array.from({ length: Math.max(0, width - first) }, (_, i) => first + i);
  const numeric = all.filter(
    (column) => block.filter((row) => looksNumeric(row[column] ?? '')).length * 3 >= block.length,
  );
  return numeric.length > 0 ? numeric : all.slice(0, 1);
}

/** The column whose head names the period or 本年, 本期; else the last but for one that is a change; else the
 *  first. */
function usualColumn(
  heads: readonly (readonly string[])[],
  columns: readonly number[],
  period: string,
): number {
  const over = (column: number) => heads.map((row) => row[column] ?? '').join(' ');
  const byHead = columns.find(
    (column) => over(column).includes(period) || /本年|本期|今年/.test(over(column)),
  );
  return byHead ?? columns[0] ?? 0;
}
