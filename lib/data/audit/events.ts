import 'server-only';
import { NotFoundError } from '@/lib/domain/access/errors';
import { can } from '@/lib/domain/access/policy';
import type { ReportEventKind } from '@/lib/domain/report/report-event';
import { isTopmost } from '@/lib/domain/tree/unit';
import type { Prisma } from '@/prisma/generated/client';
import { isId, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import type { OfficeEventData } from '../database/office-events';
import { recordEvents } from '../database/record-events';
import { inTransaction } from '../database/transaction';

export type AuditKind = ReportEventKind | keyof OfficeEventData;

/** What is looked for: `words` in a person's name or account, a unit's name or code, or the subject; `group` the first
 *  word of a kind; days as 2021-12-31, both included, of the clock in China; `before` the id that the page before
 *  ended with. */
export type AuditFilter = {
  words: string;
  group: string;
  from: string | null;
  to: string | null;
  before: string | null;
};

/** One thing that happened. `kind` is an `AuditKind`, or of an earlier edition. */
export type AuditEvent = {
  id: string;
  at: Date;
  kind: string;
  by: { name: string; account: string; unit: string } | null;
  report: { unit: string; period: string } | null;
  subject: string | null;
  from: unknown;
  to: unknown;
};

/** Events of the people and reports of the auditor's unit and below, the newest first, `most` at once; `next` where
 *  there are more. That they were read is an event, too. Throws NotFoundError for everybody who is not an auditor. */
export async function searchEvents(
  viewer: Viewer,
  filter: AuditFilter,
  { most, kind }: { most: number; kind: 'audit.read' | 'audit.exported' },
): Promise<{ events: AuditEvent[]; next: string | null }> {
  if (!can(viewer, 'audit.read', { relation: 'own' })) throw new NotFoundError();
  const rows = await db.event.findMany({
    where: { AND: [scopeOf(viewer), ...conditionsOf(filter)] },
    select,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most + 1,
    ...(isId(filter.before ?? '') ? { cursor: { id: filter.before! }, skip: 1 } : {}),
  });
  const { before, ...asked } = filter;
  await inTransaction((tx) =>
    recordEvents(tx, [{ by: viewer.personId, kind, to: before ? { ...asked, before } : asked }]),
  );
  const shown = rows.slice(0, most);
  return {
    events: shown.map(({ person, report, ...row }) => ({
      ...row,
      by: person && { name: person.name, account: person.account, unit: person.unit.name },
      report: report && { unit: report.unit.name, period: report.period.code },
    })),
    next: rows.length > most ? shown.at(-1)!.id : null,
  };
}

const select = {
  id: true,
  at: true,
  kind: true,
  subject: true,
  from: true,
  to: true,
  person: { select: { name: true, account: true, unit: { select: { name: true } } } },
  report: {
    select: { unit: { select: { name: true } }, period: { select: { code: true } } },
  },
} satisfies Prisma.EventSelect;

/** What nobody of the tree did (a try with an account that nobody has) is for the auditor at the top. */
function scopeOf(viewer: Viewer): Prisma.EventWhereInput {
  const unit = withinScope(viewer);
  const inTree: Prisma.EventWhereInput[] = [{ person: { unit } }, { report: { unit } }];
  const ofNobody = { personId: null, reportId: null };
  return { OR: isTopmost(viewer.unit.lineage) ? [...inTree, ofNobody] : inTree };
}

function conditionsOf({ words, group, from, to }: AuditFilter): Prisma.EventWhereInput[] {
  // % and _ are meant as they stand.
  const has = { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  const unit = { OR: [{ name: has }, { code: has }] };
  return [
    ...(words
      ? [
          {
            OR: [
              { subject: has },
              { person: { OR: [{ name: has }, { account: has }, { unit }] } },
              { report: { unit } },
            ],
          },
        ]
      : []),
    ...(group ? [{ kind: { startsWith: `${group}.` } }] : []),
    ...(from ? [{ at: { gte: startOf(from) } }] : []),
    ...(to ? [{ at: { lt: new Date(startOf(to).getTime() + day) } }] : []),
  ];
}

const day = 24 * 60 * 60 * 1000;
const startOf = (date: string): Date => new Date(`${date}T00:00:00+08:00`);
