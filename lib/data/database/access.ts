import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { TokenRight } from '@/lib/domain/access/access-token';
import { can, relationOf, type Role } from '@/lib/domain/access/policy';
import type { UnitLevel } from '@/lib/domain/tree/unit';

export type { UnitLevel };

/** Who is looking. Every function of lib/data takes it first. */
export type Viewer = {
  personId: string;
  account: string;
  name: string;
  roles: Role[];
  isDemo: boolean;
  unit: {
    id: string;
    code: string;
    name: string;
    nameEn: string;
    level: UnitLevel;
    lineage: string;
  };
};

/** Units the viewer may know of: his own and those below. */
export const withinScope = (viewer: Viewer): Prisma.UnitWhereInput => ({
  lineage: { startsWith: viewer.unit.lineage },
});

/** The same for raw queries: `u` is the unit's alias there. A prefix, so that the index on lineage serves it. */
export const scopeSql = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`u."lineage" LIKE ${`${viewer.unit.lineage}%`}`;

/** Whether the viewer reads unfinished submissions of the unit with this lineage. */
export const readsDrafts = (viewer: Viewer, lineage: string): boolean =>
  can(viewer, 'report.readDraft', { relation: relationOf(viewer.unit.lineage, lineage) });

/** For the command line, which has no person: reads as the unit's own reporter and reviewer. */
export function systemViewer(unit: Viewer['unit']): Viewer {
  return {
    personId: nobody,
    account: 'system',
    name: '',
    roles: ['reporter', 'reviewer'],
    isDemo: false,
    unit,
  };
}

/** Another system that calls with an access token. What its right to read opens is what an auditor of the unit reads:
 *  nothing that has not been handed in. It is no person. */
export type Caller = Viewer & { token: { id: string; rights: readonly TokenRight[] } };

/** The caller behind a token that holds. */
export function callerOf(
  token: { id: string; name: string; rights: readonly TokenRight[] },
  unit: Viewer['unit'],
): Caller {
  const { id, name, rights } = token;
  return {
    personId: nobody,
    account: 'token',
    name,
    roles: rights.includes('read') ? ['auditor'] : [],
    isDemo: false,
    unit,
    token: { id, rights },
  };
}

/** An id from an address is looked up only when it can be one: a malformed id is simply not found. */
export const isId = (id: string): boolean => idForm.test(id);

const nobody = '00000000-0000-0000-0000-000000000000';
const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
