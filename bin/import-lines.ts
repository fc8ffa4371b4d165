// What the command line says of each cell of a table.
import type { Issue } from '@/lib/domain/access/errors';
import { addressOf } from '@/lib/domain/sheet/sheet-grid';
import type { PlannedImport } from '@/lib/data/imports/import-plan';

/** `value` in base units. `verdict`: what would become of the cell, `written` where it was; `unmatched` of
 *  a line that names no indicator, `notice` of what could not be read, `refused` of a whole file. */
export type ImportLine = {
  file: string;
  sheet: string | null;
  cell: string | null;
  unit: string | null;
  period: string | null;
  indicator: string | null;
  value: string | null;
  verdict: string;
  asks: Issue[];
};

const nothing = { sheet: null, cell: null, unit: null, period: null, indicator: null, value: null };

export const refusedLine = (file: string, code: string): ImportLine => ({
  ...nothing,
  file,
  verdict: 'refused',
  asks: [{ code, params: {} }],
});

/** The lines of one file; `importId` where it was written. */
export function linesOf(
  file: string,
  {
    plan,
    taken,
    view,
  }: Pick<PlannedImport, 'plan' | 'taken'> & { view: Pick<PlannedImport['view'], 'sheets'> },
  importId: string | null,
): ImportLine[] {
  const edits = new Set(plan.edits.map(({ sheet, address }) => `${sheet}!${address}`));
  const cells = plan.cells.map(
    ({ sheet, address, unit, period, code, number, kind, asks, issue }): ImportLine => ({
      file,
      sheet,
      cell: address,
      unit,
      period: period === '' ? null : period,
      indicator: code,
      value: number,
      verdict: importId !== null && edits.has(`${sheet}!${address}`) ? 'written' : kind,
      asks: [...asks, ...(issue ? [issue] : [])],
    }),
  );
  const unmatched = taken.flatMap(({ sheet, layout }) =>
    layout.lines
      .filter(
        ({ code, suggestions, isTotal }) => code === null && suggestions.length === 0 && !isTotal,
      )
      .map(({ at, label }): ImportLine => ({
        ...nothing,
        file,
        sheet: sheet.name,
        cell:
          layout.direction === 'rows'
            ? addressOf(at, layout.area.left)
            : addressOf(Math.max(0, layout.head - 1), at),
        verdict: 'unmatched',
        asks: [{ code: 'import-unmatched', params: { label } }],
      })),
  );
  const notices = view.sheets.flatMap(({ name, notices = [] }) =>
    notices.map((issue): ImportLine => ({
      ...nothing,
      file,
      sheet: name,
      verdict: 'notice',
      asks: [issue],
    })),
  );
  return [...cells, ...unmatched, ...notices];
}

/** A line as text: its parts with tabs between them, the questions by their codes. */
export function textOf({ asks, ...line }: ImportLine): string {
  const { file, sheet, cell, unit, period, indicator, value, verdict } = line;
  const asked = asks.map(({ code }) => code).join(' ');
  const said = [file, sheet, cell, unit, period, indicator, value, verdict, asked];
  return `${said.map((one) => one ?? '').join('\t')}\n`;
}
