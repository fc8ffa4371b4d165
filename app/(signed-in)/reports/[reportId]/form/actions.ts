'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { chooseIndicators } from '@/lib/data/catalogue/catalogue';
import { setCoverage } from '@/lib/data/rollup/hand-totals';
import { findReport } from '@/lib/data/report/reports';
import type { FieldsResult } from '@/components/fields/form-field';
import { NotFoundError } from '@/lib/domain/access/errors';
import { coverages } from '@/lib/domain/rollup/coverage';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

const schema = z.object({
  reportId: z.string(),
  'code[]': z.array(z.string().max(20)).max(1000).default([]),
});

/** Puts the chosen optional indicators on the form of the report's unit; answers how many there are. */
export const chooseOptional = formAction(schema, async (viewer, { reportId, 'code[]': codes }) => {
  const report = await findReport(viewer, reportId);
  if (!report) throw new NotFoundError();
  await chooseIndicators(viewer, report.unit.code, codes);
  revalidatePath(paths.formChoice(report.id));
  return codes.length;
});

/** Says whether the figures are those of the own level or of everything below it, too. */
export const chooseCoverage = formAction(
  z.object({ reportId: z.string(), coverage: z.enum(coverages) }),
  async (viewer, { reportId, coverage }): Promise<FieldsResult> => {
    await setCoverage(viewer, reportId, coverage);
    revalidatePath(paths.formChoice(reportId));
    return {};
  },
);
