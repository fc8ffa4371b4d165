import 'server-only';
import { NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { can, relationOf, type Action, type Subject } from '@/lib/domain/access/policy';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { isCode } from '../database/words';

/** What is written at a desk: the text of a unit's summary of a period. */
export type DeskKey = { unit: string; period: string };

export type DeskUnit = {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  lineage: string;
  subject: Subject;
};

/** A unit the viewer may know of, and where it stands to him; null otherwise. */
export async function findDeskUnit(
  viewer: Viewer,
  { unit: code, period }: DeskKey,
): Promise<DeskUnit | null> {
  if (!isCode(code) || !isCode(period) || viewer.roles.length === 0) return null;
  const unit = await db.unit.findFirst({
    where: { code, ...withinScope(viewer) },
    select: { id: true, code: true, name: true, nameEn: true, lineage: true },
  });
  return unit && { ...unit, subject: { relation: relationOf(viewer.unit.lineage, unit.lineage) } };
}

/** The same for a write: unknown is not found, known but not allowed is refused. */
export async function loadDeskUnit(
  viewer: Viewer,
  key: DeskKey,
  action: Action,
): Promise<DeskUnit> {
  const unit = await findDeskUnit(viewer, key);
  if (!unit) throw new NotFoundError();
  if (!can(viewer, action, unit.subject)) throw new RefusedError(action);
  return unit;
}

/** How events name what was written. */
export const subjectOf = ({ unit, period }: DeskKey): string => `${unit} ${period}`;
