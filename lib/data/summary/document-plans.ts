import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { can, relationOf } from '@/lib/domain/access/policy';
import { faultsOf, type DocumentPlan } from '@/lib/domain/document-plan/plan';
import { codesIn } from '@/lib/domain/tree/unit';
import { findCatalogue } from '../catalogue/catalogue';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { inTransaction } from '../database/transaction';
import { isCode } from '../database/words';
import { nearestPlan } from './queries';

/** A plan and whose it is. `revision` is 0 where the unit has none of its own. */
export type UnitPlan = {
  unit: { code: string; name: string; nameEn: string };
  plan: DocumentPlan | null;
  from: { name: string; nameEn: string } | null;
  revision: number;
};

/** The plan a unit's documents follow: its own, or that of the nearest unit above that has one. */
export async function findPlanFor(lineage: string): Promise<DocumentPlan | undefined> {
  return (await findNearest(lineage))?.plan;
}

/** The plan of a unit for who may write its documents; null for everybody else. */
export async function findUnitPlan(viewer: Viewer, code: string): Promise<UnitPlan | null> {
  const unit = await findUnit(viewer, code);
  if (!unit || !can(viewer, 'summary.write', unit.subject)) return null;
  const nearest = await findNearest(unit.lineage);
  const isOwn = nearest?.code === code;
  return {
    unit: { code, name: unit.name, nameEn: unit.nameEn },
    plan: nearest?.plan ?? null,
    from: nearest && !isOwn ? { name: nearest.name, nameEn: nearest.nameEn } : null,
    revision: isOwn ? nearest.revision : 0,
  };
}

/** Keeps a unit's plan, as it was seen (`revision`); null gives the own one up for that of the unit above. */
export async function saveUnitPlan(
  viewer: Viewer,
  code: string,
  revision: number,
  plan: DocumentPlan | null,
): Promise<void> {
  const unit = await findUnit(viewer, code);
  if (!unit) throw new NotFoundError();
  if (!can(viewer, 'summary.write', unit.subject)) throw new RefusedError('summary.write');
  const [fault] = plan ? faultsOf(plan, await findCatalogue()) : [];
  if (fault) throw new InvalidError(`plan-${fault.code}`, { part: String(fault.part ?? '') });
  await inTransaction(async (tx) => {
    const where = { unitId: unit.id };
    const before = await tx.documentPlan.findUnique({ where });
    const content = plan as unknown as Prisma.InputJsonValue;
    const saved = { content, savedById: viewer.personId };
    const { count } =
      plan === null
        ? await tx.documentPlan.deleteMany({ where: { ...where, revision } })
        : revision === 0
          ? await tx.documentPlan.createMany({ data: { ...where, ...saved }, skipDuplicates: true })
          : await tx.documentPlan.updateMany({
              where: { ...where, revision },
              data: { ...saved, revision: { increment: 1 }, savedAt: new Date() },
            });
    if (count === 0) throw new InvalidError('plan-changed');
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'plan.saved',
        subject: code,
        from: (before?.content ?? {}) as Prisma.InputJsonValue,
        to: content ?? {},
      },
    ]);
  });
}

async function findNearest(lineage: string) {
  const [nearest] = await nearestPlan.read(db, codesIn(lineage));
  return nearest ?? null;
}

async function findUnit(viewer: Viewer, code: string) {
  if (!isCode(code) || viewer.roles.length === 0) return null;
  const unit = await db.unit.findFirst({
    where: { code, ...withinScope(viewer) },
    select: { id: true, name: true, nameEn: true, lineage: true },
  });
  return unit && { ...unit, subject: { relation: relationOf(viewer.unit.lineage, unit.lineage) } };
}
