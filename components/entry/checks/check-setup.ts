// What the checks of an entry page need to run in the browser, without a connection too.
import type { CheckValues } from '@/lib/domain/checks/explanation';
import type { Check } from '@/lib/domain/catalogue/indicator';
import type { Peers } from '@/lib/domain/checks/statistical-hints';
import type { EntryRow, OtherRow } from '../cells/entry-cell';

/** Why a check is right as it is, and the figures for which that was written. */
export type WrittenExplanation = {
  check: string;
  text: string;
  values: CheckValues;
  by: string;
  at: Date | string;
};

export type CheckSetup = {
  /** The checks that look at a figure of this page. */
  checks: Check[];
  explanations: readonly WrittenExplanation[];
  waived: readonly string[];
  /** Whether there is a report for the period before. */
  hasPrevious: boolean;
  peers: Readonly<Record<string, Peers>>;
  /** Number of members: of this report or, while it has none, of last year's. */
  members: string | null;
};

export type CheckInput = CheckSetup & { rows: readonly EntryRow[]; elsewhere: readonly OtherRow[] };
