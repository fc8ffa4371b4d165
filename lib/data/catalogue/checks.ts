import 'server-only';
import { checkFault } from '@/lib/domain/checks/fault';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import type {
  Check,
  CheckKind,
  CheckOperator,
  MissingPolicy,
  Term,
} from '@/lib/domain/catalogue/indicator';
import { can } from '@/lib/domain/access/policy';
import { isTopmost, type UnitLevel } from '@/lib/domain/tree/unit';
import { withinScope, type Viewer } from '../database/access';
import { inAdministration } from '../database/administration';
import { checkOf, findCatalogue, forgetCatalogue } from './catalogue';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import type { Transaction } from '../database/transaction';
import { isCode, wordsOf } from '../database/words';

/** A check as an administrator sees it. `isOff`: nobody is asked; `isChanged`: a standard one that was changed here. */
export type CheckView = { check: Check; isOff: boolean; isChanged: boolean; mayChange: boolean };

export type NewCheck = {
  kind: CheckKind;
  left: Term[];
  op: CheckOperator;
  right: Term[];
  tolerance: string;
  note: string;
  levels: UnitLevel[];
  missing: { left: MissingPolicy; right: MissingPolicy };
  marks: string[];
};

/** The standard checks and those of the units above the viewer's and of the viewer's own, in their order. */
export async function listChecks(viewer: Viewer): Promise<CheckView[]> {
  if (!mayManage(viewer)) return [];
  const rows = await db.check.findMany({
    where: {
      OR: [
        { ownerId: null },
        { owner: { code: { in: viewer.unit.lineage.split('/').filter(Boolean) } } },
      ],
    },
    include: { owner: { select: { code: true } } },
    orderBy: [{ order: 'asc' }, { code: 'asc' }],
  });
  return rows.map((row) => ({
    check: checkOf(row),
    isOff: row.isOff,
    isChanged: row.isChanged,
    mayChange: mayChange(viewer, row.owner?.code),
  }));
}

/** The checks that hold in the viewer's unit, above it and below it: whoever reads a result finds what was asked. */
export async function listStandingChecks(viewer: Viewer): Promise<Check[]> {
  const above = { code: { in: viewer.unit.lineage.split('/').filter(Boolean) } };
  const rows = await db.check.findMany({
    where: {
      isOff: false,
      OR: [
        { ownerId: null },
        { owner: above },
        ...(viewer.roles.length > 0 ? [{ owner: withinScope(viewer) }] : []),
      ],
    },
    include: { owner: { select: { code: true } } },
    orderBy: [{ order: 'asc' }, { code: 'asc' }],
  });
  return rows.map(checkOf);
}

/** One of `listChecks`. */
export async function findCheck(viewer: Viewer, code: string): Promise<CheckView | null> {
  return isCode(code)
    ? ((await listChecks(viewer)).find(({ check }) => check.code === code) ?? null)
    : null;
}

/** Makes a check for the viewer's unit and all below it. Answers its code. */
export async function createCheck(viewer: Viewer, wanted: NewCheck): Promise<string> {
  if (!mayManage(viewer)) throw new RefusedError('check.manage');
  const data = await readCheck(wanted);
  const code = await inAdministration(async (tx) => {
    const own = await tx.check.findMany({
      where: { ownerId: viewer.unit.id },
      select: { code: true },
    });
    const number = Math.max(0, ...own.map(({ code }) => Number(code.split('-').at(-1)))) + 1;
    const next = `${viewer.unit.code}-${String(number).padStart(3, '0')}`;
    // Behind the standard ones.
    await tx.check.create({
      data: { ...data, code: next, order: 1_000_000 + number, ownerId: viewer.unit.id },
    });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'check.created', subject: next, to: recorded(data) },
    ]);
    await announce(tx);
    return next;
  });
  forgetCatalogue();
  return code;
}

/** Changes a check: the viewer's own unit's, at the top of the tree also a standard one. */
export async function changeCheck(viewer: Viewer, code: string, wanted: NewCheck): Promise<void> {
  const data = await readCheck(wanted);
  await change(
    viewer,
    code,
    (isStandard) => ({ ...data, ...(isStandard && { isChanged: true }) }),
    recorded(data),
  );
}

/** From now on nobody is asked by this check, or everybody again. */
export async function switchCheck(viewer: Viewer, code: string, isOff: boolean): Promise<void> {
  await change(viewer, code, (isStandard) => ({ isOff, ...(isStandard && { isChanged: true }) }), {
    isOff,
  });
}

type Data = Awaited<ReturnType<typeof readCheck>>;

async function change(
  viewer: Viewer,
  code: string,
  dataFor: (isStandard: boolean) => Partial<Data> & { isOff?: boolean; isChanged?: boolean },
  to: object,
): Promise<void> {
  const found = await findCheck(viewer, code);
  if (!found) throw new NotFoundError();
  if (!found.mayChange) throw new RefusedError('check.manage');
  await inAdministration(async (tx) => {
    const row = await tx.check.findUniqueOrThrow({ where: { code } });
    await tx.check.update({ where: { code }, data: dataFor(row.ownerId === null) });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'check.changed',
        subject: code,
        from: { ...recorded(row), isOff: row.isOff },
        to: { ...to },
      },
    ]);
    await announce(tx);
  });
  forgetCatalogue();
}

async function readCheck({ missing, note, ...rest }: NewCheck) {
  const words = wordsOf(note);
  const { indicators } = await findCatalogue();
  const fault = checkFault({ ...rest, note: words }, new Set(indicators.map(({ code }) => code)));
  if (fault) throw new InvalidError(fault.code, fault.params);
  return { ...rest, note: words, missingLeft: missing.left, missingRight: missing.right };
}

const recorded = ({
  kind,
  left,
  op,
  right,
  tolerance,
  note,
}: Pick<Data, 'kind' | 'note'> & {
  left: unknown;
  op: string;
  right: unknown;
  tolerance: unknown;
}) =>
  JSON.parse(
    JSON.stringify({ kind, left, op, right, tolerance: String(tolerance), note }),
  ) as object;

// Other processes keep the catalogue in memory until its revision moves.
const announce = (tx: Transaction) =>
  tx.catalogueState.updateMany({ data: { revision: { increment: 1 } } });

const mayManage = (viewer: Viewer): boolean => can(viewer, 'check.manage', { relation: 'own' });
const mayChange = (viewer: Viewer, owner: string | undefined): boolean =>
  owner === undefined ? isTopmost(viewer.unit.lineage) : owner === viewer.unit.code;
