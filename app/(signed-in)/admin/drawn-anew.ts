import 'server-only';
import { revalidatePath } from 'next/cache';
import type { AdminResult } from '@/components/admin/form-field';
import { paths } from '@/lib/paths';

/** What an action of the administration answers when it is done: its pages are drawn anew, with `link` to hand over. */
export function drawnAnew(link?: string): AdminResult {
  revalidatePath(paths.admin.home(), 'layout');
  return link ? { link } : {};
}
