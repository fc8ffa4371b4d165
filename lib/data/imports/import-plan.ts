import 'server-only';
import { digestOf } from '../database/digest';
import { Prisma } from '@/prisma/generated/client';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { PeriodKind } from '@/lib/domain/tree/period';
import { can, relationOf } from '@/lib/domain/access/policy';
import type { Layout } from '@/lib/domain/sheet/layout';
import type { Decisions, Writers } from '@/lib/domain/sheet/mapping';
import { matcherOf, type Matcher } from '@/lib/domain/sheet/matcher';
import {
  holdOdd,
  planImport,
  type ImportPlan,
  type ImportTarget,
} from '@/lib/domain/sheet/plan-import';
import { isReading, planReading } from '@/lib/domain/sheet/plan-reading';
import { recognise } from '@/lib/domain/sheet/recognise';
import type { Recogniser } from '@/lib/domain/sheet/table';
import { whoseReader } from '@/lib/domain/sheet/unit-names';
import { scopeSql, withinScope, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { periodOf } from '../tree/periods';
import { storedFigureFrom, storedFigureSelect, type StoredFigure } from '../figures/figure-row';
import { groupBy } from '../database/group-by';
import { findImport, type ImportView, type KeptSheet } from './imports';
import { withKnownNames } from './known-names';
import { listOddities } from './oddities';
import { states } from '../report/queries';
import { stateOf, type StateRow } from '../report/report-state';
import type { Transaction } from '../database/transaction';

/** A sheet with the tables that stand in it. */
export type ReadSheet = { sheet: KeptSheet; layouts: Layout[] };

/** A file with the layout of its tables, what it would do, and the mark of that: what is confirmed must bear it. */
export type PlannedImport = {
  view: ImportView;
  read: ReadSheet[];
  taken: { sheet: KeptSheet; layout: Layout }[];
  plan: ImportPlan;
  mark: string;
  targets: Map<string, Map<string, Target>>;
  writers: Writers;
  unitNames: Map<string, string>;
};

export type Target = ImportTarget & {
  periodId: string;
  unitId: string;
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
  return view && { ...(await planSheets(viewer, view, client)), view };
}

type Opened = Pick<ImportView, 'sheets' | 'decisions'>;

/** What the sheets of a file would do. */
export async function planSheets(
  viewer: Viewer,
  view: Opened,
  client: Transaction = db,
): Promise<Omit<PlannedImport, 'view'> & { view: Opened }> {
  const [catalogue, units] = await Promise.all([findCatalogue(), listUnitNames(client)]);
  const { indicators } = catalogue;
  const below = units.filter(
    ({ lineage }) =>
      lineage !== viewer.unit.lineage &&
      can(viewer, 'report.backfill', { relation: relationOf(viewer.unit.lineage, lineage) }),
  );
  const writers = { own: viewer.unit.code, below: new Set(below.map(({ code }) => code)) };
  const whose = whoseReader({ own: viewer.unit.code, units });
  const { decisions } = view;
  const { read, taken } = isReading(decisions)
    ? { read: [], taken: [] }
    : takeTables(
        await withKnownNames(
          client,
          viewer,
          readSheets(view.sheets, decisions, { match: matchOf(indicators), whose }),
        ),
        decisions,
        writers,
      );
  const named = new Set(
    ownersIn(
      taken.map(({ layout }) => layout),
      view.decisions,
    ),
  );
  const targets = new Map<string, Map<string, Target>>();
  for (const unit of units) {
    if (unit.code === viewer.unit.code || (writers.below.has(unit.code) && named.has(unit.code)))
      targets.set(unit.code, await readTargets(client, viewer, unit));
  }
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const own = viewer.unit.code;
  const likely = isReading(decisions)
    ? planReading(decisions.reading, own, targets.get(own) ?? new Map(), byCode)
    : planImport(taken, decisions, targets, byCode, writers);
  const plan = holdOdd(likely, await listOddities(client, viewer, likely, targets, catalogue));
  return {
    view,
    read,
    taken,
    plan,
    mark: digestOf(JSON.stringify([plan.edits, plan.held])),
    targets,
    writers,
    unitNames: new Map(units.map(({ code, name }) => [code, name])),
  };
}

let matcher: { of: readonly Indicator[]; match: Matcher } | null = null;

/** A matcher over the catalogue, kept until there is another one. */
function matchOf(indicators: readonly Indicator[]): Matcher {
  if (matcher?.of !== indicators) matcher = { of: indicators, match: matcherOf(indicators) };
  return matcher.match;
}

/** The tables of every sheet. */
function readSheets(
  sheets: readonly KeptSheet[],
  decisions: Decisions,
  recogniser: Recogniser,
): ReadSheet[] {
  return sheets.map((sheet): ReadSheet => {
    const found = recognise(sheet, recogniser, decisions);
    return { sheet, layouts: found.length > 0 ? found : recognise(sheet, recogniser) };
  });
}

/** The tables to be taken: of the sheets that were chosen, else of all that are shown. Where some tables
 *  are the viewer's, those of others beside them are left. */
function takeTables(
  read: ReadSheet[],
  decisions: Decisions,
  { own, below }: Writers,
): { read: ReadSheet[]; taken: { sheet: KeptSheet; layout: Layout }[] } {
  const isTaken = ({ sheet }: ReadSheet) =>
    decisions.sheets.length > 0 ? decisions.sheets.includes(sheet.name) : !sheet.isHidden;
  const tables = read
    .filter(isTaken)
    .flatMap(({ sheet, layouts }) => layouts.map((layout) => ({ sheet, layout })))
    .filter(({ layout }) =>
      layout.lines.some(({ code, suggestions }) => code !== null || suggestions.length > 0),
    );
  const isOf = ({ layout }: { layout: Layout }) =>
    layout.whose?.kind === 'unit' && (layout.whose.code === own || below.has(layout.whose.code));
  const isOthers = (table: { layout: Layout }) =>
    table.layout.whose?.kind === 'unit' && !isOf(table);
  const hasOwn = decisions.sheets.length === 0 && tables.some(isOf);
  return { read, taken: hasOwn ? tables.filter((table) => !isOthers(table)) : tables };
}

/** The units that tables name, or that a person named for them. */
function ownersIn(layouts: readonly Layout[], decisions: Decisions): string[] {
  const said = layouts.flatMap(({ whose, lines, crossings }) =>
    [whose, ...[...lines, ...crossings].map((lane) => lane.whose)].flatMap((one) =>
      one?.kind === 'unit' ? [one.code] : [],
    ),
  );
  return [...said, ...Object.values(decisions.whose ?? {})];
}

type UnitRow = { id: string; code: string; name: string; lineage: string };

/** The names of all unions of the tree, which are no secret: a table of another one is known by them,
 *  whoever brings it. */
async function listUnitNames(client: Transaction): Promise<UnitRow[]> {
  return client.unit.findMany({
    select: { id: true, code: true, name: true, lineage: true },
    orderBy: { code: 'asc' },
  });
}

/** A unit in every period it existed in: its report as far as it is there, and what stands in it. What units below have
 *  entered is theirs: it is known that something stands, and it is neither shown nor written over. */
async function readTargets(
  client: Transaction,
  viewer: Viewer,
  unit: UnitRow,
): Promise<Map<string, Target>> {
  const periods = await listPeriodsOf(unit.id, client);
  const { reports, figures, onForm } = await readStanding(client, viewer, unit.id);
  const bySubmission = groupBy(figures, ({ submissionId }) => submissionId);
  const byPeriod = new Map(reports.map((row) => [row.periodCode, row]));
  const now = new Date();
  return new Map(
    periods.map(({ id, code, isOpen }): [string, Target] => {
      const row = byPeriod.get(code);
      const standing = (row ? (bySubmission.get(row.submissionId) ?? []) : []).map(
        (figure): [string, StoredFigure] => [figure.indicatorCode, storedFigureFrom(figure)],
      );
      const target: Target = {
        periodId: id,
        unitId: unit.id,
        chosen: onForm,
        isBelow: unit.code !== viewer.unit.code,
        reportId: row?.id ?? null,
        submissionId: row?.submissionId ?? null,
        state: row ? writableState(viewer, row, now) : isOpen ? 'missing' : 'not-open',
        figures: new Map(standing),
      };
      return [code, target];
    }),
  );
}

/** A unit's reports, what stands in their drafts, and the indicators it chose for its form. */
async function readStanding(client: Transaction, viewer: Viewer, unitId: string) {
  const [reports, figures, chosen] = await Promise.all([
    states.read(client, viewer, Prisma.sql`r."unit_id" = ${unitId}::uuid AND ${scopeSql(viewer)}`, {
      hand: 'standing',
    }),
    client.figure.findMany({
      where: {
        measure: 'level',
        submission: {
          signedAt: null,
          report: { unit: { AND: [{ id: unitId }, withinScope(viewer)] } },
        },
      },
      select: { ...storedFigureSelect, submissionId: true },
    }),
    client.unitIndicator.findMany({ where: { unitId }, select: { indicatorCode: true } }),
  ]);
  return { reports, figures, onForm: new Set(chosen.map(({ indicatorCode }) => indicatorCode)) };
}

function writableState(viewer: Viewer, row: StateRow, now: Date): ImportTarget['state'] {
  const { allowed, phase } = stateOf(viewer, row, now);
  if (allowed.includes('report.backfill')) return 'writable';
  return phase === 'before' ? 'not-open' : 'handed-in';
}

export type ImportPeriod = {
  id: string;
  code: string;
  kind: PeriodKind;
  from: string;
  to: string;
  isOpen: boolean;
};

/** Periods that the viewer's unit existed in, oldest first. `isOpen`: they have begun to take figures, now
 *  or long ago. */
export async function listImportPeriods(
  viewer: Viewer,
  client: Transaction = db,
): Promise<ImportPeriod[]> {
  return listPeriodsOf(viewer.unit.id, client);
}

async function listPeriodsOf(unitId: string, client: Transaction): Promise<ImportPeriod[]> {
  const { validFrom, validTo } = await client.unit.findUniqueOrThrow({
    where: { id: unitId },
    select: { validFrom: true, validTo: true },
  });
  const firstMonth = new Date(Date.UTC(validFrom.getUTCFullYear(), validFrom.getUTCMonth()));
  const rows = await client.period.findMany({
    where: { toMonth: { gte: firstMonth }, ...(validTo && { fromMonth: { lt: validTo } }) },
    orderBy: [{ toMonth: 'asc' }, { fromMonth: 'asc' }],
  });
  const now = new Date();
  return rows.map((row) => ({ ...periodOf(row), id: row.id, isOpen: row.opensAt <= now }));
}
