import 'server-only';
import { indicatorsOf, isOfChange } from '@/lib/domain/checks/checks';
import type { Explained } from '@/lib/domain/checks/explained-note';
import { printRollUp } from '@/lib/domain/rollup/print-rollup';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import type { RowOf } from '../database/statement';
import { explanations } from './queries';

/** `check` and `note`: the check that was explained, and what it asks. */
export type ExplainedCheck = Explained & { submissionId: string; check: string; note: string };

/** What was explained in these submissions when their checks were run, in the order of the checks; only while the
 *  submission's figures are those that were explained, as `isOutOfDate` has it. What the period before had is not asked
 *  again: that it was corrected later takes no word away that was handed in. Whoever asks has been let see the
 *  submissions. */
export async function readExplained(submissionIds: readonly string[]): Promise<ExplainedCheck[]> {
  return checksOf(await explanations.read(db, 'check', submissionIds, 'kept'));
}

/** Why totals that were entered by hand in these submissions are not the sum of those below, in the order of the
 *  catalogue's codes; only while the figure is the one that was explained. Whoever asks has been let see the
 *  submissions. */
export async function readExplainedTotals(
  submissionIds: readonly string[],
): Promise<ExplainedTotal[]> {
  if (submissionIds.length === 0) return [];
  return totalsOf(await explanations.read(db, 'total', submissionIds, 'kept'));
}

/** Both kinds, for a part of the tree, small or large: not kept on the server (decision 027). */
export async function readAllExplained(
  submissionIds: readonly string[],
): Promise<(Explained & { submissionId: string })[]> {
  const [checks, totals] = await Promise.all([
    explanations.read(db, 'check', submissionIds, 'once'),
    explanations.read(db, 'total', submissionIds, 'once'),
  ]);
  return [...(await checksOf(checks)), ...(await totalsOf(totals))];
}

type ExplainedTotal = Explained & { submissionId: string };
type Row = RowOf<typeof explanations.columns>;

async function checksOf(rows: readonly Row[]): Promise<ExplainedCheck[]> {
  const { checks } = await findCatalogue();
  return rows.flatMap(({ submissionId, code, text, by, isPublic }) => {
    const check = checks.find((one) => one.code === code);
    if (!check) return [];
    const { note } = check;
    const indicators = indicatorsOf(check);
    const ofChange = isOfChange(check);
    return [{ submissionId, check: code, note, indicators, text, by, isPublic, ofChange }];
  });
}

async function totalsOf(rows: readonly Row[]): Promise<ExplainedTotal[]> {
  const { indicators } = await findCatalogue();
  return rows.flatMap(({ submissionId, code, text, by, sum, isPublic }) => {
    const indicator = indicators.find((one) => one.code === code);
    const printed = indicator && printRollUp({ value: sum, qualifier: '' }, indicator);
    return printed ? [{ submissionId, indicators: [code], text, by, isPublic, sum: printed }] : [];
  });
}
