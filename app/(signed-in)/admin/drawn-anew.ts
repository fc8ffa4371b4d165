import 'server-only';
import { revalidatePath } from 'next/cache';
import type { FieldsResult } from '@/components/fields/form-field';
import { paths } from '@/lib/paths';

/** What an action of the administration answers when it is done: its pages are drawn anew, with `link` to hand over. */
export function drawnAnew(link?: string): FieldsResult {
  revalidatePath(paths.admin.home(), 'layout');
  return link ? { link } : {};
}
