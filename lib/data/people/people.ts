import 'server-only';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { can, relationOf, type Role } from '@/lib/domain/access/policy';
import { isTopmost } from '@/lib/domain/tree/unit';
import type { Prisma } from '@/prisma/generated/client';
import { isId, withinScope, type Viewer } from '../database/access';
import { inAdministration } from '../database/administration';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { issueInvitation } from './invitations';
import { closeSessionsOf } from './sessions';
import type { Transaction } from '../database/transaction';
import { isCode } from '../database/words';

export type PersonView = {
  id: string;
  account: string;
  name: string;
  roles: Role[];
  isDemo: boolean;
  unit: { code: string; name: string; nameEn: string; lineage: string };
  hasPassword: boolean;
  disabledAt: Date | null;
  lastSeenAt: Date | null;
};

export type PersonInput = { name: string; unitCode: string; roles: Role[] };

/** People of the viewer's unit and those below, in the order of the tree; nothing for those who do not manage them. */
export const listPeople = (viewer: Viewer): Promise<PersonView[]> => people(viewer, {});

/** Those in whose name, account or unit the words stand, at most `most`, and how many there are. */
export async function searchPeople(
  viewer: Viewer,
  words: string,
  most: number,
): Promise<{ people: PersonView[]; count: number }> {
  if (!can(viewer, 'person.manage', { relation: 'own' })) return { people: [], count: 0 };
  // % and _ are meant as they stand.
  const has = { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  const where: Prisma.PersonWhereInput = words
    ? {
        OR: [
          { name: has },
          { account: has },
          { unit: { OR: [{ name: has }, { nameEn: has }, { code: has }] } },
        ],
      }
    : {};
  const [found, count] = await Promise.all([
    people(viewer, where, most),
    db.person.count({ where: { AND: [{ unit: withinScope(viewer) }, where] } }),
  ]);
  return { people: found, count };
}

async function people(
  viewer: Viewer,
  where: Prisma.PersonWhereInput,
  take?: number,
): Promise<PersonView[]> {
  if (!can(viewer, 'person.manage', { relation: 'own' })) return [];
  const rows = await db.person.findMany({
    where: { AND: [{ unit: withinScope(viewer) }, where] },
    take,
    select: {
      id: true,
      account: true,
      name: true,
      isDemo: true,
      passwordHash: true,
      disabledAt: true,
      roles: { select: { role: true }, orderBy: { role: 'asc' } },
      unit: { select: { code: true, name: true, nameEn: true, lineage: true } },
      sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
    },
    orderBy: [{ unit: { lineage: 'asc' } }, { account: 'asc' }],
  });
  return rows.map(({ roles, sessions, passwordHash, ...person }) => ({
    ...person,
    roles: roles.map(({ role }) => role),
    hasPassword: passwordHash !== null,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
  }));
}

/** A person in the viewer's scope. */
export async function findPerson(viewer: Viewer, personId: string): Promise<PersonView | null> {
  return isId(personId) ? ((await people(viewer, { id: personId }))[0] ?? null) : null;
}

/** Makes an account without a password and answers the token of its invitation. */
export async function createPerson(
  viewer: Viewer,
  input: PersonInput & { account: string },
): Promise<{ personId: string; token: string }> {
  return inAdministration(async (tx) => {
    const unit = await loadUnit(tx, viewer, input.unitCode);
    const { account, name, roles } = input;
    if (await tx.person.findUnique({ where: { account } }))
      throw new InvalidError('account-taken', { field: 'account', account });
    const { id } = await tx.person.create({
      data: { account, name, unitId: unit.id, roles: { create: roles.map((role) => ({ role })) } },
    });
    const to = { name, unit: unit.code, roles };
    await recordEvents(tx, [{ by: viewer.personId, kind: 'person.created', subject: account, to }]);
    return { personId: id, token: await issueInvitation(tx, id) };
  });
}

/** Changes name, unit and roles; the person's sessions end, so that the change holds at once. */
export async function changePerson(
  viewer: Viewer,
  personId: string,
  input: PersonInput,
): Promise<void> {
  await inAdministration(async (tx) => {
    const before = await loadPerson(tx, viewer, personId);
    const unit = await loadUnit(tx, viewer, input.unitCode);
    await tx.person.update({
      where: { id: before.id },
      data: { name: input.name, unitId: unit.id },
    });
    await tx.personRole.deleteMany({ where: { personId: before.id } });
    await tx.personRole.createMany({
      data: input.roles.map((role) => ({ personId: before.id, role })),
    });
    await keepTopAdministrator(tx);
    if (before.id !== viewer.personId) await closeSessionsOf(tx, before.id);
    const from = {
      name: before.name,
      unit: before.unit.code,
      roles: before.roles.map(({ role }) => role),
    };
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'person.changed',
        subject: before.account,
        from,
        to: { ...input },
      },
    ]);
  });
}

/** A new one-time link, also for a forgotten password; the old password no longer opens anything. */
export async function invite(viewer: Viewer, personId: string): Promise<string> {
  return inAdministration(async (tx) => {
    const person = await loadPerson(tx, viewer, personId);
    if (person.disabledAt) throw new InvalidError('person-disabled');
    if (person.id === viewer.personId) throw new InvalidError('not-yourself');
    await tx.person.update({ where: { id: person.id }, data: { passwordHash: null } });
    await closeSessionsOf(tx, person.id);
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'person.invited', subject: person.account },
    ]);
    return issueInvitation(tx, person.id);
  });
}

/** Ends an account; what the person entered keeps the name. */
export async function disablePerson(viewer: Viewer, personId: string): Promise<void> {
  await setDisabled(viewer, personId, new Date(), 'person.disabled');
}

/** Opens an account again. */
export async function enablePerson(viewer: Viewer, personId: string): Promise<void> {
  await setDisabled(viewer, personId, null, 'person.enabled');
}

async function setDisabled(
  viewer: Viewer,
  personId: string,
  disabledAt: Date | null,
  kind: 'person.disabled' | 'person.enabled',
): Promise<void> {
  await inAdministration(async (tx) => {
    const person = await loadPerson(tx, viewer, personId);
    if (person.id === viewer.personId) throw new InvalidError('not-yourself');
    await tx.person.update({ where: { id: person.id }, data: { disabledAt } });
    await keepTopAdministrator(tx);
    await closeSessionsOf(tx, person.id);
    await recordEvents(tx, [{ by: viewer.personId, kind, subject: person.account }]);
  });
}

/** Somebody at the top has to be able to manage: the change that would leave nobody is refused. */
async function keepTopAdministrator(tx: Transaction): Promise<void> {
  const left = await tx.person.findMany({
    where: { disabledAt: null, roles: { some: { role: 'administrator' } } },
    select: { unit: { select: { lineage: true } } },
  });
  if (!left.some(({ unit }) => isTopmost(unit.lineage)))
    throw new InvalidError('last-administrator');
}

async function loadPerson(tx: Transaction, viewer: Viewer, personId: string) {
  const person = isId(personId)
    ? await tx.person.findFirst({
        where: { id: personId, unit: withinScope(viewer) },
        include: { roles: true, unit: true },
      })
    : null;
  if (!person) throw new NotFoundError();
  authorise(viewer, person.unit.lineage);
  return person;
}

async function loadUnit(tx: Transaction, viewer: Viewer, code: string) {
  const unit = isCode(code)
    ? await tx.unit.findFirst({ where: { code, ...withinScope(viewer) } })
    : null;
  if (!unit) throw new NotFoundError();
  authorise(viewer, unit.lineage);
  return unit;
}

function authorise(viewer: Viewer, lineage: string): void {
  const relation = relationOf(viewer.unit.lineage, lineage);
  if (!can(viewer, 'person.manage', { relation })) throw new RefusedError('person.manage');
}
