import { codesIn } from '@/lib/domain/tree/unit';

type Unit = { code: string; lineage: string };

/** How many levels a unit stands below the first of a list in tree order. */
export function depthIn(units: readonly Unit[], { lineage }: Unit): number {
  const top = units[0] ? codesIn(units[0].lineage).length : 0;
  return Math.max(0, codesIn(lineage).length - top);
}

/** A name pushed to the right by its depth, for lists that hold plain text only. */
export function indented(name: string, depth: number): string {
  return '\u3000'.repeat(depth) + name;
}
