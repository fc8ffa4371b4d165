'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { chooseIndicators } from '@/lib/data/catalogue';
import { findReport } from '@/lib/data/reports';
import { NotFoundError } from '@/lib/domain/errors';
import { formAction } from '@/lib/form-action';
import { paths } from '@/lib/paths';

const schema = z.object({ reportId: z.string(), 'code[]': z.array(z.string().max(20)).max(1000).default([]) });

/** Puts the chosen optional indicators on the form of the report's unit; answers how many there are. */
export const chooseOptional = formAction(schema, async (viewer, { reportId, 'code[]': codes }) => {
  const report = await findReport(viewer, reportId);
  if (!report) throw new NotFoundError();
  await chooseIndicators(viewer, report.unit.code, codes);
  revalidatePath(paths.formChoice(report.id));
  return codes.length;
});
