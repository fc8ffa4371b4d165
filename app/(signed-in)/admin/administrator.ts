import 'server-only';
import { notFound } from 'next/navigation';
import { requireViewer } from '@/lib/auth/viewer';
import type { Viewer } from '@/lib/data/database/access';
import { can } from '@/lib/domain/access/policy';
import { isTopmost } from '@/lib/domain/tree/unit';

/** The signed-in administrator; for everybody else the page does not exist. */
export async function requireAdministrator(): Promise<Viewer> {
  const viewer = await requireViewer();
  if (!can(viewer, 'unit.manage', { relation: 'own' })) notFound();
  return viewer;
}

/** Whether periods are this administrator's business: they are the same for everybody, so the topmost unit makes
 *  them. */
export function mayManagePeriods(viewer: Viewer): boolean {
  return can(viewer, 'period.manage', {
    relation: 'own',
    isTop: isTopmost(viewer.unit.lineage),
  });
}
