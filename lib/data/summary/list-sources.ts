import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Period } from '@/lib/domain/tree/period';
import type { SourceReport } from '@/lib/domain/comparison/source';
import type { UnitLevel, Viewer } from '../database/access';
import { db } from '../database/client';
import { figureOf } from '../figures/figure-row';
import { figuresOf, sourcesOf } from './queries';
import type { Source, Standing } from '../tree/units-below';

export type { Source, Standing };
type SourceUnit = { code: string; name: string; level: UnitLevel; lineage: string };

/** A unit with its reports that `wanted` (over the period p) chooses and the submission that speaks for each, oldest
 *  period first; null where the viewer may not see the unit or nothing is chosen. */
export async function listSources(
  viewer: Viewer,
  unitCode: string,
  wanted: Prisma.Sql,
): Promise<{ unit: SourceUnit; sources: Source[] } | null> {
  const rows = await sourcesOf.read(db, viewer, unitCode, wanted);
  const [first] = rows;
  if (!first) return null;
  const sources = rows.map(
    ({ code, kind, from, to, madeUp, submissionId, number, standing }): Source => {
      const period: Period = { code, kind, from, to };
      return { unit: first.unit, period, submission: number, standing, madeUp, submissionId };
    },
  );
  return {
    unit: { code: first.unit, name: first.name, level: first.level, lineage: first.lineage },
    sources,
  };
}

/** The same with their figures; a submission without any number is left out. */
export async function readSources(sources: Source[]): Promise<SourceReport[]> {
  const rows = await figuresOf.read(
    db,
    sources.map(({ submissionId }) => submissionId),
  );
  const figures = new Map<string, Figure[]>(sources.map(({ submissionId }) => [submissionId, []]));
  for (const row of rows) figures.get(row.submissionId)?.push(figureOf(row));
  return sources
    .map(({ submissionId, ...source }) => ({ ...source, figures: figures.get(submissionId)! }))
    .filter(({ figures: found }) =>
      found.some(
        ({ answer, measure }) => answer === 'number' && measure !== 'target' && measure !== 'limit',
      ),
    );
}

/** What was aimed at, of a submission that may hold nothing else yet; null where it holds no target. */
export async function readTargets({
  submissionId,
  ...source
}: Source): Promise<SourceReport | null> {
  const rows = await figuresOf.read(db, [submissionId]);
  const figures = rows.map(figureOf).filter(({ measure }) => measure === 'target');
  return figures.length > 0 ? { ...source, figures } : null;
}
