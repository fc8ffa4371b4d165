import 'server-only';
import type { Viewer } from '../database/access';
import { db } from '../database/client';

/** The reporter of a unit, for a tool on the command line; the one of that account, or the only one. Null where there
 *  is none, or more. */
export async function findReporter(unitCode: string, account?: string): Promise<Viewer | null> {
  const found = await db.person.findMany({
    where: {
      account,
      disabledAt: null,
      unit: { code: unitCode },
      roles: { some: { role: 'reporter' } },
    },
    select: {
      id: true,
      account: true,
      name: true,
      isDemo: true,
      roles: { select: { role: true } },
      unit: {
        select: { id: true, code: true, name: true, nameEn: true, level: true, lineage: true },
      },
    },
    take: 2,
  });
  const [one] = found;
  if (!one || found.length > 1) return null;
  const { id, roles, ...person } = one;
  return { ...person, personId: id, roles: roles.map(({ role }) => role) };
}
