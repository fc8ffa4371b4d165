'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { addCoverScan } from '@/lib/data/submission/covers';
import { InvalidError } from '@/lib/domain/access/errors';
import { largestEvidence } from '@/lib/domain/report/evidence';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

const upload = z.object({
  reportId: z.string(),
  number: z.coerce.number().int().min(1).max(999_999),
  fingerprint: z.string().max(200),
  file: z
    .instanceof(File, { message: 'file-missing' })
    .refine(({ size }) => size > 0, 'file-missing'),
});

/** Keeps a scanned cover with the submission whose fingerprint it bears. */
export const uploadScan = formAction(
  upload,
  async (viewer, { reportId, number, fingerprint, file }) => {
    if (file.size > largestEvidence)
      throw new InvalidError('evidence-too-large', {
        field: 'file',
        most: String(largestEvidence / 1024 / 1024),
      });
    await addCoverScan(viewer, reportId, number, {
      fingerprint,
      file: { name: file.name, content: new Uint8Array(await file.arrayBuffer()) },
    });
    revalidatePath(paths.report(reportId), 'layout');
    return { saved: number };
  },
);
