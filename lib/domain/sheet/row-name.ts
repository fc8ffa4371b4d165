// The name of a row: by what it is a part of, over two rows, in two columns.
import { isTotalLabel } from './label';
import { looksLikeFigure } from './cell-text';
import type { Match } from './matcher';
import { readPeriod } from './read-period';
import type { Table } from './table';

/** A row above that a row may be a part of. */
export type Above = {
  label: string;
  indent: number;
  isPart: boolean;
  code: string | null;
  units: string[][];
};

type Search = { whole: string | null; outer: string[]; isPart: boolean; last: string | null };

/** The indicator of a row: by a code beside it, by its name under the one it is a part of, by its name. */
export function nameOf(
  match: Table['recogniser']['match'],
  label: string,
  { whole, outer, isPart, last }: Search,
): Match & { isPart: boolean } {
  const coded = outer
    .map((cell) =>
      /^[A-Z]{2}\d{3}$/.test(cell.normalize('NFKC').trim()) ? match(cell).code : null,
    )
    .find((code) => code !== null);
  if (coded) return { code: coded, suggestions: [], isPart: false };
  const inner = outer.map((cell) => match(cell).code).findLast((code) => code !== null) ?? null;
  for (const one of [inner, whole]) {
    if (one === null) continue;
    const found = match(label, one);
    if (found.code !== null)
      return { ...found, isPart: isPart || found.code !== match(label).code };
  }
  const own = match(label);
  if (own.code !== null && !isPart) return { ...own, isPart: false };
  // 事业单位 below 其中：企业 goes on with the parts of the same whole.
  const beside = last === null ? null : match(label, last);
  if (beside?.code && own.code === null) return { ...beside, isPart: true };
  if (own.code !== null) return { ...own, isPart };
  const group = outer.map((cell) => match(`${cell}${label}`)).find(({ code }) => code !== null);
  if (group) return { ...group, isPart: false };
  const under = whole ?? inner;
  return {
    code: null,
    suggestions: (under === null ? own : match(label, under)).suggestions,
    isPart,
  };
}

/** The text that names a row: the last of its names, unless that is 合计. */
export function labelIn(named: readonly string[]): string {
  const said = named.filter((cell) => cell.trim() !== '' && readPeriod(cell) === null);
  const last = said.at(-1) ?? named.at(-1) ?? '';
  return said.length > 1 && isTotalLabel(last) ? said.at(-2)! : last;
}

/** The next row that says a name, where it has figures. */
export function nextLabel(
  { rows, figures }: Table,
  at: number,
  { names, values }: { names: number[]; values: number[] },
): { at: number; label: string } | null {
  const row = rows[at + 1];
  if (!row || !values.some((column) => looksLikeFigure(figures[at + 1]![column] ?? '')))
    return null;
  const label = names.map((column) => row[column] ?? '').findLast((cell) => cell.trim() !== '');
  return label === undefined ? null : { at: at + 1, label: label.trim() };
}

/** A name that goes on in the next row, which has no figures of its own. */
export function withRest(
  { rows, figures }: Table,
  at: number,
  label: string,
  {
    columns,
    values,
    match,
  }: { columns: number[]; values: number[]; match: Table['recogniser']['match'] },
): string {
  const next = rows[at + 1];
  if (!next || match(label).code !== null) return label;
  if (values.some((column) => (figures[at + 1]![column] ?? '').trim() !== '')) return label;
  const rest = columns.map((column) => next[column] ?? '').findLast((cell) => cell.trim() !== '');
  return rest && match(`${label}${rest}`).code !== null ? `${label}${rest.trim()}` : label;
}

/** What a line is shown and remembered by: its name, and the name or year that it stands under. */
export function labelOf(
  label: string,
  outer: readonly string[],
  whole: Above | undefined,
  period: string | null,
): string {
  const before = outer.at(-1)?.trim() ?? whole?.label ?? '';
  const name = label.trim();
  return [before && !name.startsWith(before) ? `${before} / ${name}` : name, period ?? '']
    .filter(Boolean)
    .join(' ');
}
