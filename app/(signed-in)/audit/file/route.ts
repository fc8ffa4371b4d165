import { downloadOf } from '@/lib/download';
import { writeAuditFile } from './write-audit-file';
import { readAudit } from '../read-audit';

/** More rows than this are saved in parts, by days. */
const mostRows = 50_000;

/** What the page shows, all of it, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const reading = { most: mostRows, kind: 'audit.exported' } as const;
  const { filter, events, next } = await readAudit({ ...query, before: undefined }, reading);
  return downloadOf(writeAuditFile(events, { filter, isAll: next === null }));
}
