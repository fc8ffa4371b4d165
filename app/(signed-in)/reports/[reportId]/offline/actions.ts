'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { Confirmed, Preview } from '@/components/imports/offline-preview';
import type { Viewer } from '@/lib/data/database/access';
import { importFigures } from '@/lib/data/figures/save-together';
import { findForm } from '@/lib/data/figures/form';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import { planOffline } from '@/lib/domain/entry/offline-form';
import { formAction } from '@/lib/request/form-action';
import { levelEdit } from '@/lib/request/figure-edit';
import { readOfflineForm } from '@/lib/import/read-offline-form';
import { readWorkbook } from '@/lib/import/read-workbook';
import { largestFile } from '@/lib/import/zip-directory';
import { paths } from '@/lib/paths';

const upload = z.object({
  reportId: z.string(),
  file: z
    .instanceof(File, { message: 'file-missing' })
    .refine(({ size }) => size > 0, 'file-missing'),
});

/** Says what an uploaded offline form would change; writes nothing. */
export const preview = formAction(upload, async (viewer, { reportId, file }): Promise<Preview> => {
  const form = await openForm(viewer, reportId);
  if (file.size > largestFile)
    throw new InvalidError('file-too-large', { most: String(largestFile / 1024 / 1024) });
  const back = readOfflineForm(
    await readWorkbook(file.name, new Uint8Array(await file.arrayBuffer())),
  );
  if (back.reportId !== form.report.id) throw new InvalidError('offline-other-report');
  const now = form.submission.number;
  if (back.submission !== now)
    throw new InvalidError('offline-other-submission', {
      before: String(back.submission),
      now: String(now),
    });
  const { lines, edits } = planOffline(back.rows, back.handedOut, form.rows, form.locks);
  const names = Object.fromEntries(
    form.rows.map(({ indicator: { code, name, nameEn } }) => [code, { name, nameEn }]),
  );
  return {
    fileName: file.name,
    lines,
    names,
    count: edits.length,
    proposal: JSON.stringify(edits.map((edit) => ({ ...edit, submission: now }))),
    readAt: Date.now(),
  };
});

const edits = z.array(levelEdit);

/** Writes what was shown, all of it or nothing. The proposal comes from the page: it can say nothing that its person
 *  could not type, and every edit in it names the submission and the revision that were seen. */
export const confirm = formAction(
  z.object({ reportId: z.string(), fileName: z.string().max(300), proposal: z.string() }),
  async (viewer, { reportId, fileName, proposal }): Promise<Confirmed> => {
    const read = edits.safeParse(parse(proposal));
    if (!read.success) throw new InvalidError('changed-since-preview');
    const written = await importFigures(viewer, reportId, read.data, fileName);
    revalidatePath(paths.report(reportId), 'layout');
    return { written };
  },
);

async function openForm(viewer: Viewer, reportId: string) {
  const form = await findForm(viewer, reportId);
  if (!form?.report.allowed.includes('report.fill')) throw new NotFoundError();
  return form;
}

function parse(proposal: string): unknown {
  try {
    return JSON.parse(proposal);
  } catch {
    return null;
  }
}
