// The tree of unions. A lineage holds the codes from the top unit down: "/320000/320900/320925/". It answers every
// question of above and below; the dated placements it is made from stay in the data layer.

export const unitLevels = ['nation', 'province', 'city', 'county'] as const;
export type UnitLevel = (typeof unitLevels)[number];

/** 地方总工会; and beside the administrative tree 产业工会, 开发区（园区）工会,
 *  直属企业工会. */
export const unitKinds = ['federation', 'industry', 'zone', 'enterprise'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The lineage of `code` directly below `above`, or of a top unit. */
export function lineageOf(code: string, above: string | null): string {
  return `${above ?? '/'}${code}/`;
}

/** Codes from the top unit down. */
export function codesIn(lineage: string): string[] {
  return lineage.split('/').filter(Boolean);
}

/** 0 for a unit that nothing stands above. */
export function depthOf(lineage: string): number {
  return codesIn(lineage).length - 1;
}

/** Whether no unit stands above the one with this lineage. */
export const isTopmost = (lineage: string): boolean => depthOf(lineage) === 0;

/** Whether a unit is the other or stands anywhere below it. */
export function isWithin(lineage: string, top: string): boolean {
  return lineage.startsWith(top);
}

/** Levels a unit below may have: unions report to the next one up, but a level may be left out (省直辖县). */
export function levelsBelow(level: UnitLevel): UnitLevel[] {
  return unitLevels.slice(unitLevels.indexOf(level) + 1);
}

/** Units in the order of a tree: each followed by those below it, neighbours by code. */
export function inTreeOrder<T extends { lineage: string }>(units: readonly T[]): T[] {
  return [...units].sort((a, b) => (a.lineage < b.lineage ? -1 : a.lineage > b.lineage ? 1 : 0));
}
