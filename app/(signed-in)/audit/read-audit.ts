import 'server-only';
import { notFound } from 'next/navigation';
import { requireViewer } from '@/lib/auth/viewer';
import { searchEvents, type AuditEvent, type AuditFilter } from '@/lib/data/audit/events';
import type { Viewer } from '@/lib/data/database/access';
import { NotFoundError } from '@/lib/domain/access/errors';
import { cleanText } from '@/lib/domain/figure/clean-text';

export type AuditSearch = Readonly<Record<string, string | string[] | undefined>>;

/** What the address asks for and what was found; the page does not exist for who is no auditor. */
export async function readAudit(
  search: AuditSearch,
  reading: Parameters<typeof searchEvents>[2],
): Promise<{
  viewer: Viewer;
  filter: AuditFilter;
  events: AuditEvent[];
  next: string | null;
}> {
  const viewer = await requireViewer();
  const filter = filterOf(search);
  try {
    return { viewer, filter, ...(await searchEvents(viewer, filter, reading)) };
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}

function filterOf(search: AuditSearch): AuditFilter {
  const one = (name: string) => cleanText(String(search[name] ?? '')).slice(0, 100);
  const day = (name: string) => (isDay(one(name)) ? one(name) : null);
  return {
    words: one('words').trim(),
    group: /^[a-z]{1,20}$/.test(one('group')) ? one('group') : '',
    from: day('from'),
    to: day('to'),
    before: one('before') || null,
  };
}

/** A day that exists: 2021-02-30 is none. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return time !== null && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
