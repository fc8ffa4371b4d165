import 'server-only';
import { revalidatePath } from 'next/cache';
import { InvalidError } from '@/lib/domain/access/errors';

/** Decides over what a page showed; where that is no longer what stands there, the refusal comes with the page as it
 *  is now. */
export async function showingChanges<T>(path: string, decide: () => Promise<T>): Promise<T> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof InvalidError && outdated.has(error.code)) revalidatePath(path);
    throw error;
  }
}

const outdated = new Set(['changed-since-seen', 'other-submission', 'sent-again']);
