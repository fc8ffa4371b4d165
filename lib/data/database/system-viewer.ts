import 'server-only';
import { systemViewer, type Viewer } from './access';
import { db } from './client';
import { isCode } from './words';

/** The viewer of a tool on the command line, who stands for the unit itself; null where there is no such unit. */
export async function findSystemViewer(unitCode: string): Promise<Viewer | null> {
  const unit = isCode(unitCode)
    ? await db.unit.findUnique({
        where: { code: unitCode },
        select: { id: true, code: true, name: true, nameEn: true, level: true, lineage: true },
      })
    : null;
  return unit && systemViewer(unit);
}
