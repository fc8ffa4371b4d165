import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { isLate } from '@/lib/domain/report/progress';
import { withinScope, type Viewer } from '../database/access';
import type { Transaction } from '../database/transaction';

const namedAtMost = 5;

/** Two signatures need two people: units that have not handed in and could never do so are named before it is taken. */
export async function refuseFewSignatories(
  tx: Transaction,
  viewer: Viewer,
  periodId: string,
): Promise<void> {
  const reports = await tx.report.findMany({
    where: { periodId, newest: { is: { signedAt: null } }, unit: withinScope(viewer) },
    select: {
      unit: {
        select: {
          name: true,
          people: {
            where: { disabledAt: null, roles: { some: { role: 'signatory' } } },
            select: { id: true },
          },
        },
      },
    },
    orderBy: { unit: { lineage: 'asc' } },
  });
  refuseNamed(
    'few-signatories',
    'signatures',
    reports.map(({ unit }) => unit).filter(({ people }) => people.length < 2),
  );
}

/** What came in time does not become late because a date is moved afterwards, unless that is asked for; whom it would
 *  make late is named. */
export async function refuseMakingLate(
  tx: Transaction,
  viewer: Viewer,
  period: { id: string; dueAt: Date },
  dueAt: Date,
): Promise<void> {
  if (dueAt >= period.dueAt) return;
  const reports = await tx.report.findMany({
    where: {
      periodId: period.id,
      unit: withinScope(viewer),
      submissions: { some: { number: 1, signedAt: { gt: dueAt, not: null } } },
    },
    select: {
      extendedUntil: true,
      unit: { select: { name: true } },
      submissions: { where: { number: 1 }, select: { signedAt: true } },
    },
    orderBy: { unit: { lineage: 'asc' } },
  });
  const late = reports.filter(({ extendedUntil, submissions }) => {
    const by = (due: Date) => ({
      firstSignedAt: submissions[0]?.signedAt ?? null,
      dueAt: extendedUntil && extendedUntil > due ? extendedUntil : due,
    });
    return isLate(by(dueAt)) && !isLate(by(period.dueAt));
  });
  refuseNamed(
    'makes-late',
    'dueAt',
    late.map(({ unit }) => unit),
  );
}

function refuseNamed(code: string, field: string, units: readonly { name: string }[]): void {
  if (units.length === 0) return;
  const names = units.slice(0, namedAtMost).map(({ name }) => name);
  throw new InvalidError(code, {
    field,
    count: String(units.length),
    units: `${names.join('、')}${units.length > namedAtMost ? '…' : ''}`,
  });
}
