// The rows of an entry table in the blocks that are drawn when they come into sight (app/entry-rows.css).
import type { EntryRow } from '../cells/entry-cell';
import type { GridSection } from './grid-section';

export type EntryBlock = {
  key: string;
  /** The section that begins here, with all its rows. */
  opens: { head: GridSection; rows: EntryRow[] } | null;
  /** `parts`: codes of the parts that add up to the figure, with commas between; "" where there are none. */
  rows: { code: string; parts: string }[];
};

/** Few enough to draw at once, and more than most sections have. */
const blockSize = 20;

/** Rows by section and, in it, by block. */
export function blocksOf(
  sections: readonly GridSection[],
  rows: readonly EntryRow[],
): EntryBlock[] {
  const bySection = new Map<string, EntryRow[]>();
  const parts = new Map<string, string[]>();
  for (const row of rows) {
    const { code, section, partOf } = row.indicator;
    append(bySection, section, row);
    if (partOf) append(parts, partOf, code);
  }
  return [...bySection].flatMap(([section, here]) => {
    const head = sections.find(({ code }) => code === section);
    return Array.from({ length: Math.ceil(here.length / blockSize) }, (_, at): EntryBlock => ({
      key: `${section} ${at}`,
      opens: at === 0 && head ? { head, rows: here } : null,
      rows: here
        .slice(at * blockSize, (at + 1) * blockSize)
        .map(({ indicator: { code, partsAddUp } }) => ({
          code,
          parts: partsAddUp ? (parts.get(code) ?? []).join() : '',
        })),
    }));
  });
}

/** Adds to the group of a name. */
function append<T>(groups: Map<string, T[]>, name: string, one: T): void {
  const group = groups.get(name);
  if (group) group.push(one);
  else groups.set(name, [one]);
}
