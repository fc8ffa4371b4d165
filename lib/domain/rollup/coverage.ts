// Which figures of a unit join a total. Its own level (本级) is added to what stands below it; a total of all below
// (全辖) that was entered by hand is never added to them: it is set against their sum.

export const coverages = ['own', 'whole'] as const;
export type Coverage = (typeof coverages)[number];

/** What a single figure covers: the reporter's word beside it (口径) goes before what the report says of all. */
export function coverageOf(scopeNote: string | null, report: Coverage): Coverage {
  if (scopeNote?.endsWith('本级')) return 'own';
  return scopeNote?.includes('全辖') ? 'whole' : report;
}

/** Whether a figure is added up. Where nothing below is expected to report, whatever the unit says is all there is. */
export function isAdded(coverage: Coverage, hasUnitsBelow: boolean): boolean {
  return !hasUnitsBelow || coverage === 'own';
}
