'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import { readNotices } from '@/lib/data/notices/notices';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

/** All of the viewer's notices have been read. */
export const readAll = formAction(z.object({}), async (viewer): Promise<FieldsResult> => {
  await readNotices(viewer);
  revalidatePath(paths.notices(), 'layout');
  return {};
});
