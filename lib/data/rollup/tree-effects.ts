import 'server-only';
import { memberIndicator } from '@/lib/domain/checks/figure-hints';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Total } from '@/lib/domain/rollup/rollup';
import { parsePeriodCode, previousOf } from '@/lib/domain/tree/period';
import { codesIn } from '@/lib/domain/tree/unit';
import { statusOf, type ReportStatus } from '@/lib/domain/report/report';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import type { Transaction } from '../database/transaction';
import { figureFrom, figureSelect } from '../figures/figure-row';
import { readPeriods } from '../tree/periods';
import { expectedSources, listRollUpSources } from './sources';
import { readTotals } from './totals';

type Named = { code: string; name: string; nameEn: string };
/** A report whose unit stands elsewhere in its period than before, or stands there no more: `from`, `to` are the units
 *  above then. `members`: the figure that says how much was handed in. */
export type EffectedReport = {
  period: string;
  unit: Named;
  from: Named | null;
  to: Named | null;
  into: Named | null;
  status: ReportStatus;
  number: number | null;
  members: Figure | null;
};
type Sum = Pick<Total, 'value' | 'qualifier'> & { reports: number };
/** What a total of members and its number of reports become; `others`: how many other totals change with it. */
export type EffectedTotal = {
  unit: Named;
  period: string;
  before: Sum;
  after: Sum;
  others: number;
};
/** What a change of the tree does to what is there. */
export type TreeEffects = {
  reports: EffectedReport[];
  totals: EffectedTotal[];
  /** Who works in a unit that closes. */
  people: { unit: Named; names: string[] }[];
  /** Manuscripts that tell these periods, or compare with them; `editions`: how often one was issued. */
  texts: { unit: Named; period: string; editions: number }[];
};

/** What a change of these units that stands in `tx` alone does: read there, and held against what everybody else still
 *  sees. */
export async function readTreeEffects(
  tx: Transaction,
  viewer: Viewer,
  units: readonly string[],
): Promise<TreeEffects> {
  const [before, after] = await Promise.all([readPlaces(db, units), readPlaces(tx, units)]);
  const moved = [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key)?.parent?.code !== after.get(key)?.parent?.code)
    .sort();
  const [reports, totals, people] = [
    await readReports(tx, moved, before, after),
    await readChangedTotals(tx, viewer, moved, [before, after]),
    await readPeople(tx, units),
  ];
  return {
    reports,
    totals,
    people,
    texts: await readTexts(tx, viewer, [...units, ...totals.map(({ unit }) => unit.code)], moved),
  };
}

type Place = { unit: Named; parent: (Named & { lineage: string }) | null };
const named = { code: true, name: true, nameEn: true } as const;

/** Where the units stand in each period, by "period unit". */
async function readPlaces(
  client: Transaction,
  units: readonly string[],
): Promise<Map<string, Place>> {
  const rows = await client.standingUnit.findMany({ where: { code: { in: [...units] } } });
  const ids = rows.flatMap(({ parentId }) => parentId ?? []);
  const parents = await client.unit.findMany({
    where: { id: { in: ids } },
    select: { id: true, lineage: true, ...named },
  });
  const periods = await client.period.findMany({ select: { id: true, code: true } });
  const above = new Map(parents.map(({ id, ...parent }) => [id, parent]));
  const codes = new Map(periods.map(({ id, code }) => [id, code]));
  return new Map(
    rows.map(({ periodId, parentId, code, name, nameEn }) => [
      `${codes.get(periodId)} ${code}`,
      { unit: { code, name, nameEn }, parent: (parentId && above.get(parentId)) || null },
    ]),
  );
}

async function readReports(
  tx: Transaction,
  moved: readonly string[],
  before: ReadonlyMap<string, Place>,
  after: ReadonlyMap<string, Place>,
): Promise<EffectedReport[]> {
  const rows = await tx.report.findMany({
    where: {
      OR: moved
        .map(split)
        .map(({ period, code }) => ({ period: { code: period }, unit: { code } })),
    },
    select: {
      period: { select: { code: true } },
      unit: { select: { ...named, successor: { select: named } } },
      newest: true,
      speaking: true,
    },
  });
  const spoken = rows.flatMap(({ speaking }) =>
    speaking && speaking.standing !== 'draft' ? speaking.id : [],
  );
  const figures = await tx.figure.findMany({
    where: {
      ...{ submissionId: { in: spoken }, indicatorCode: memberIndicator },
      ...{ measure: 'level', answer: 'number' },
    },
    select: { ...figureSelect, submissionId: true },
  });
  const byReport = new Map(rows.map((row) => [`${row.period.code} ${row.unit.code}`, row]));
  return moved.flatMap((key): EffectedReport[] => {
    const row = byReport.get(key);
    if (!row?.newest) return [];
    const isHandedIn = row.speaking !== null && row.speaking.standing !== 'draft';
    const members = figures.find(({ submissionId }) => submissionId === row.speaking?.id);
    return [
      {
        period: row.period.code,
        unit: (before.get(key) ?? after.get(key))!.unit,
        from: withoutLineage(before.get(key)?.parent),
        to: withoutLineage(after.get(key)?.parent),
        into: row.unit.successor,
        status: statusOf(row.newest),
        number: isHandedIn ? row.speaking!.number : null,
        members: members ? figureFrom(members) : null,
      },
    ];
  });
}

/** The totals of all units above, before and after, that differ. */
async function readChangedTotals(
  tx: Transaction,
  viewer: Viewer,
  moved: readonly string[],
  [before, after]: readonly [ReadonlyMap<string, Place>, ReadonlyMap<string, Place>],
): Promise<EffectedTotal[]> {
  const lineages = moved
    .flatMap((key) => [before.get(key)?.parent, after.get(key)?.parent])
    .flatMap((parent) => (parent ? codesIn(parent.lineage) : []));
  const tops = await db.unit.findMany({
    where: { code: { in: lineages }, ...withinScope(viewer) },
    select: { id: true, lineage: true, ...named },
    orderBy: { lineage: 'desc' },
  });
  const codes = [...new Set(moved.map((key) => split(key).period))];
  const found: EffectedTotal[] = [];
  for (const { id, lineage, ...unit } of tops) {
    const [then, now] = [
      await readSums(db, viewer, { id, lineage }, codes),
      await readSums(tx, viewer, { id, lineage }, codes),
    ];
    for (const [at, period] of codes.entries()) {
      const rows = new Set([...then.rows.keys(), ...now.rows.keys()]);
      const differing = [...rows].filter(
        (code) => then.rows.get(code)?.[at]?.value !== now.rows.get(code)?.[at]?.value,
      );
      if (differing.length === 0 && then.reports[at] === now.reports[at]) continue;
      const sumIn = ({ rows: totals, reports }: Sums): Sum => ({
        value: totals.get(memberIndicator)?.[at]?.value ?? null,
        qualifier: totals.get(memberIndicator)?.[at]?.qualifier ?? '',
        reports: reports[at]!,
      });
      const others = differing.filter((code) => code !== memberIndicator).length;
      found.push({ unit, period, before: sumIn(then), after: sumIn(now), others });
    }
  }
  return found;
}

type Sums = { rows: Map<string, Total[]>; reports: number[] };

async function readSums(
  client: Transaction,
  viewer: Viewer,
  top: { id: string; lineage: string },
  codes: readonly string[],
): Promise<Sums> {
  const periods = await readPeriods(codes);
  const choice = { basis: 'then', standing: 'submitted' } as const;
  const { sources } = await listRollUpSources(viewer, top, periods, choice, client);
  const columns = periods.map((period) => ({
    period,
    sources: sources.filter((source) => source.period === period.code),
  }));
  const rows = await readTotals(columns, client);
  return {
    rows: new Map(rows.map(({ indicator, totals }) => [indicator.code, totals])),
    reports: columns.map(
      (column) =>
        expectedSources(column.sources).filter(({ submissionId }) => submissionId !== null).length,
    ),
  };
}

/** Who works in those of the units that the change closes. */
async function readPeople(
  tx: Transaction,
  units: readonly string[],
): Promise<TreeEffects['people']> {
  const open = await db.unit.findMany({
    where: { code: { in: [...units] }, validTo: null },
    select: { id: true },
  });
  const rows = await tx.unit.findMany({
    where: { id: { in: open.map(({ id }) => id) }, validTo: { not: null } },
    select: {
      ...named,
      people: { where: { disabledAt: null }, select: { name: true }, orderBy: { account: 'asc' } },
    },
  });
  return rows.map(({ people, ...unit }) => ({ unit, names: people.map(({ name }) => name) }));
}

/** Manuscripts of these units that tell a period that was moved, or compare one with it. */
async function readTexts(
  tx: Transaction,
  viewer: Viewer,
  units: readonly string[],
  moved: readonly string[],
): Promise<TreeEffects['texts']> {
  const periods = new Set(moved.map((key) => split(key).period));
  const rows = await tx.manuscript.findMany({
    where: { unit: { code: { in: [...units] }, ...withinScope(viewer) } },
    select: { periodCode: true, unit: { select: named }, _count: { select: { editions: true } } },
    orderBy: [{ periodCode: 'desc' }, { unit: { lineage: 'asc' } }],
  });
  const isTold = (code: string) => {
    const period = parsePeriodCode(code);
    return periods.has(code) || (period !== null && periods.has(previousOf(period).code));
  };
  return rows
    .filter(({ periodCode }) => isTold(periodCode))
    .map(({ periodCode, unit, _count }) => ({
      ...{ unit, period: periodCode, editions: _count.editions },
    }));
}

function split(key: string): { period: string; code: string } {
  const [period, code] = key.split(' ') as [string, string];
  return { period, code };
}

const withoutLineage = (parent: Place['parent'] | undefined): Named | null =>
  parent ? { code: parent.code, name: parent.name, nameEn: parent.nameEn } : null;
