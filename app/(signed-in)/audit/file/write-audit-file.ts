// The record of what happened, as CSV: each row as it was kept, with its id.
import type { AuditEvent, AuditFilter } from '@/lib/data/audit/events';
import { messages } from '@/lib/i18n/messages';
import { fileName } from '@/lib/export/file-name';
import type { Grid } from '@/lib/export/grid';
import { writeCsv } from '@/lib/export/write-csv';

const { audit } = messages['zh-CN'];

/** The file of these events; `isAll`: there are no more of them. */
export function writeAuditFile(
  events: readonly AuditEvent[],
  { filter: { from, to }, isAll }: { filter: AuditFilter; isAll: boolean },
): { name: string; type: string; bytes: Uint8Array } {
  const heads = ['id', audit.at, audit.who, audit.account, audit.unit, audit.what, audit.about];
  const texts = events.map(({ id, at, kind, by, report, subject, ...kept }) => [
    id,
    at.toISOString(),
    by?.name ?? audit.nobody,
    by?.account ?? '',
    report?.unit ?? by?.unit ?? '',
    kind,
    [report?.period, subject].filter(Boolean).join(' '),
    kept.from === null ? '' : JSON.stringify(kept.from),
    kept.to === null ? '' : JSON.stringify(kept.to),
  ]);
  const grid: Grid = {
    name: audit.title,
    columns: [...heads, audit.fromHead, audit.toHead].map((head) => ({ head, kind: 'text' })),
    groups: [{ name: null, rows: texts.map((cells) => cells.map((text) => ({ text }))) }],
    notes: [],
  };
  const days = [from, to].filter(Boolean).join(' ');
  const title = [audit.title, days, isAll ? '' : audit.part].filter(Boolean).join(' ');
  return {
    name: fileName(title, 'csv'),
    type: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(writeCsv([grid])),
  };
}
