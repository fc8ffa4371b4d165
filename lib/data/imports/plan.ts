import 'server-only';
import { createHash } from 'node:crypto';
import { Prisma } from '@/prisma/generated/client';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { PeriodKind } from '@/lib/domain/tree/period';
import type { Decisions } from '@/lib/domain/sheet/mapping';
import { matcherOf, type Matcher } from '@/lib/domain/sheet/match-indicator';
import { planImport, type ImportPlan, type ImportTarget } from '@/lib/domain/sheet/plan-import';
import { recognise, type Layout } from '@/lib/domain/sheet/recognise';
import type { Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { existsIn } from '../tree/expected-reports';
import {
  figureOf,
  storedFigureColumns,
  type StoredFigure,
  type StoredFigureRow,
} from '../figures/figure-row';
import { groupBy } from '../database/group-by';
import { findImport, type ImportView, type KeptSheet } from './imports';
import { stateColumns, stateOf, stateTables, type StateRow } from '../report/report-state';
import type { Transaction } from '../database/transaction';

export type ReadSheet = { sheet: KeptSheet; layout: Layout | null };

/** A file with the layout of its sheets, what it would do, and the mark of that: what is confirmed must bear it. */
export type PlannedImport = {
  view: ImportView;
  read: ReadSheet[];
  taken: { sheet: KeptSheet; layout: Layout }[];
  plan: ImportPlan;
  mark: string;
  targets: Map<string, Target>;
};

export type Target = ImportTarget & {
  periodId: string;
  reportId: string | null;
  submissionId: string | null;
};

/** What an import of the viewer's unit would do, as things stand; null where there is none. */
export async function findImportPlan(
  viewer: Viewer,
  importId: string,
  client: Transaction = db,
): Promise<PlannedImport | null> {
  const view = await findImport(viewer, importId);
  if (!view) return null;
  const { indicators } = await findCatalogue();
  const { read, taken } = readSheets(view.sheets, view.decisions, indicators, viewer);
  const targets = await readTargets(client, viewer);
  const plan = planImport(
    taken,
    view.decisions,
    targets,
    new Map(indicators.map((indicator) => [indicator.code, indicator])),
  );
  return {
    view,
    read,
    taken,
    plan,
    mark: createHash('sha256').update(JSON.stringify(plan.edits)).digest('hex'),
    targets,
  };
}

let matcher: { of: readonly Indicator[]; match: Matcher } | null = null;

/** The layout of every sheet, and the sheets to be taken: those that were chosen; else the first with a table, and with it
 *  all others that have the same names and another year (one sheet a year). */
function readSheets(
  sheets: readonly KeptSheet[],
  decisions: Decisions,
  indicators: readonly Indicator[],
  { unit }: Viewer,
): { read: ReadSheet[]; taken: { sheet: KeptSheet; layout: Layout }[] } {
  if (matcher?.of !== indicators) matcher = { of: indicators, match: matcherOf(indicators) };
  const recogniser = { match: matcher.match, ownNames: [unit.name] };
  const read = sheets.map((sheet): ReadSheet => ({
    sheet,
    layout:
      recognise(sheet, recogniser, decisions) ??
      (decisions.head === undefined ? null : recognise(sheet, recogniser)),
  }));
  const tables = read.flatMap(({ sheet, layout }) => (layout ? [{ sheet, layout }] : []));
  if (decisions.sheets.length > 0)
    return { read, taken: tables.filter(({ sheet }) => decisions.sheets.includes(sheet.name)) };
  const [first, ...rest] = tables.filter(({ sheet }) => !sheet.isHidden);
  if (!first) return { read, taken: [] };
  const isAlike = ({ layout }: { layout: Layout }) =>
    layout.period !== null &&
    layout.period !== first.layout.period &&
    layout.lines.some(({ key }) => first.layout.lines.some((line) => line.key === key));
  return { read, taken: first.layout.period === null ? [first] : [first, ...rest.filter(isAlike)] };
}

/** The viewer's unit in every period it existed in: its report as far as it is there, and what stands in it. */
async function readTargets(client: Transaction, viewer: Viewer): Promise<Map<string, Target>> {
  const periods = await listImportPeriods(viewer, client);
  const [states, figures, chosen] = await Promise.all([
    client.$queryRaw<
      StateRow[]
    >`SELECT ${stateColumns(viewer, 'standing')} FROM ${stateTables} WHERE r."unit_id" = ${viewer.unit.id}::uuid`,
    client.$queryRaw<(StoredFigureRow & { submissionId: string })[]>`
      SELECT ${storedFigureColumns}, s."id" AS "submissionId" FROM ${stateTables}
      JOIN "figure" f ON f."submission_id" = s."id" AND f."measure" = 'level' JOIN "person" h ON h."id" = f."entered_by_id"
      WHERE r."unit_id" = ${viewer.unit.id}::uuid AND s."signed_at" IS NULL`,
    client.unitIndicator.findMany({
      where: { unitId: viewer.unit.id },
      select: { indicatorCode: true },
    }),
  ]);
  const onForm = new Set(chosen.map(({ indicatorCode }) => indicatorCode));
  const bySubmission = groupBy(figures, ({ submissionId }) => submissionId);
  const now = new Date();
  const byPeriod = new Map(states.map((row) => [row.periodCode, row]));
  return new Map(
    periods.map(({ id, code, isOpen }): [string, Target] => {
      const row = byPeriod.get(code);
      if (!row)
        return [
          code,
          {
            periodId: id,
            reportId: null,
            submissionId: null,
            state: isOpen ? 'missing' : 'not-open',
            chosen: onForm,
            figures: new Map(),
          },
        ];
      const { allowed, phase } = stateOf(viewer, row, now);
      const state = allowed.includes('report.backfill')
        ? 'writable'
        : phase === 'before'
          ? 'not-open'
          : 'handed-in';
      const standing = (bySubmission.get(row.submissionId) ?? []).map(
        (figure): [string, StoredFigure] => {
          const { revision, enteredBy, enteredAt } = figure;
          return [figure.indicator, { ...figureOf(figure), revision, enteredBy, enteredAt }];
        },
      );
      return [
        code,
        {
          periodId: id,
          reportId: row.id,
          submissionId: row.submissionId,
          state,
          chosen: onForm,
          figures: new Map(standing),
        },
      ];
    }),
  );
}

export type ImportPeriod = {
  id: string;
  code: string;
  kind: PeriodKind;
  from: string;
  to: string;
  isOpen: boolean;
};

/** Periods that the viewer's unit existed in, oldest first. `isOpen`: they have begun to take figures, now or long ago. */
export async function listImportPeriods(
  viewer: Viewer,
  client: Transaction = db,
): Promise<ImportPeriod[]> {
  return client.$queryRaw<ImportPeriod[]>(Prisma.sql`
    SELECT p."id", p."code", p."kind"::text AS "kind", to_char(p."from_month", 'YYYY-MM') AS "from", to_char(p."to_month", 'YYYY-MM') AS "to", p."opens_at" <= now() AS "isOpen"
    FROM "period" p JOIN "unit" u ON u."id" = ${viewer.unit.id}::uuid
    WHERE ${existsIn}
    ORDER BY p."to_month", p."from_month"`);
}
