import type { PlannedImport } from '@/lib/data/imports/import-plan';
import { importKinds, type ImportKind } from '@/lib/domain/sheet/plan-import';

/** The cells to show, with how many there are of each kind; those that need an answer first. */
export function listPlanned({ plan, targets }: PlannedImport, show: string | undefined) {
  const shown = importKinds.find((kind) => kind === show);
  const order = (kind: ImportKind) => importKinds.indexOf(kind);
  return {
    shown,
    kinds: importKinds
      .map((kind) => ({ kind, count: plan.cells.filter((cell) => cell.kind === kind).length }))
      .filter(({ count }) => count > 0),
    cells: plan.cells
      .filter(({ kind }) => shown === undefined || kind === shown)
      .sort((a, b) => (shown ? 0 : order(a.kind) - order(b.kind))),
    opened: [...plan.edits, ...plan.held].filter(
      ({ unit, period }) => targets.get(unit)?.get(period)?.state === 'missing',
    ),
    isSeveral: new Set(plan.cells.map(({ sheet }) => sheet)).size > 1,
  };
}
