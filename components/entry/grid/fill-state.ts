/** What the form for the remaining blanks comes back with: what to correct, and what was filled in. */
export type FillState = {
  issues: { field: string | null; code: string; params: Record<string, string> }[];
  values: Record<string, string[]>;
  /** How many cells were filled. */
  result?: number;
};

export const longestReason = 200;

/** What can be wrong with it, each a sentence of `entry.fill`. */
export const fillFaults = ['chooseAnswer', 'needReason', 'longReason'] as const;
export type FillFault = (typeof fillFaults)[number];
