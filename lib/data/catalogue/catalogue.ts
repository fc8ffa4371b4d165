import 'server-only';
import { digestOf } from '../database/digest';
import { isDeepStrictEqual } from 'node:util';
import { Prisma } from '@/prisma/generated/client';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import type {
  Catalogue,
  Chain,
  Check,
  CheckOperator,
  Display,
  Term,
} from '@/lib/domain/catalogue/indicator';
import { can, relationOf } from '@/lib/domain/access/policy';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { holdRow } from '../database/queries';
import { inTransaction, type Transaction } from '../database/transaction';
import { isCode } from '../database/words';

const lookEvery = 5_000;
let kept: { catalogue: Catalogue; fingerprint: string; lookedAt: number } | null = null;

/** The catalogue, kept in memory; every few seconds the process looks whether another one has been loaded. */
export async function findCatalogue(): Promise<Catalogue> {
  const now = Date.now();
  if (kept && now - kept.lookedAt < lookEvery) return kept.catalogue;
  const state = await db.catalogueState.findUnique({ where: { id: 1 } });
  const fingerprint = `${state?.fingerprint} ${state?.revision}`;
  if (kept?.fingerprint === fingerprint) {
    kept.lookedAt = now;
  } else {
    kept = { catalogue: await readCatalogue(), fingerprint, lookedAt: now };
  }
  return kept.catalogue;
}

/** What changes whenever the catalogue does. */
export async function cataloguePrint(): Promise<string> {
  await findCatalogue();
  return kept?.fingerprint ?? '';
}

/** Looks anew at the next call: this process has just changed it. */
export function forgetCatalogue(): void {
  kept = null;
}

/** Brings the catalogue into the database. Codes that are gone from it stay, for the reports that used them. */
export async function loadCatalogue(catalogue: Catalogue): Promise<void> {
  const fingerprint = digestOf(JSON.stringify(catalogue));
  await inTransaction(async (tx) => {
    const state = await tx.catalogueState.findUnique({ where: { id: 1 } });
    if (state?.fingerprint === fingerprint) return;
    await writeSections(tx, catalogue.sections);
    await writeIndicators(tx, catalogue.indicators);
    // A check belongs to no report, so those that are gone go; what an office made or changed is its own.
    await tx.check.deleteMany({ where: { ownerId: null, isChanged: false } });
    await tx.check.createMany({
      data: catalogue.checks.map(({ code, kind, left, op, right, tolerance, note }, at) => {
        const check = { code, kind, left, op, right, tolerance, note };
        return { ...check, order: at + 1 };
      }),
      skipDuplicates: true,
    });
    await tx.catalogueState.upsert({
      where: { id: 1 },
      create: { id: 1, fingerprint },
      update: { fingerprint, loadedAt: new Date() },
    });
  });
  kept = null;
}

/** Optional indicators that stand on the unit's form beside the core ones. */
export async function listChosenIndicators(viewer: Viewer, unitCode: string): Promise<string[]> {
  if (!isCode(unitCode)) return [];
  const chosen = await db.unitIndicator.findMany({
    where: { unit: { code: unitCode, ...withinScope(viewer) } },
    select: { indicatorCode: true },
    orderBy: { indicator: { order: 'asc' } },
  });
  return chosen.map(({ indicatorCode }) => indicatorCode);
}

/** Replaces the optional indicators of a unit's form. Figures already entered are kept. */
export async function chooseIndicators(
  viewer: Viewer,
  unitCode: string,
  codes: string[],
): Promise<void> {
  if (!isCode(unitCode)) throw new NotFoundError();
  const { indicators } = await findCatalogue();
  const optional = new Set(indicators.filter(({ core }) => !core).map(({ code }) => code));
  await inTransaction(async (tx) => {
    const unit = await tx.unit.findFirst({
      where: { code: unitCode, ...withinScope(viewer) },
      select: { id: true, lineage: true },
    });
    if (!unit) throw new NotFoundError();
    if (!can(viewer, 'form.choose', { relation: relationOf(viewer.unit.lineage, unit.lineage) }))
      throw new RefusedError('form.choose');
    const unknown = codes.find((code) => !optional.has(code));
    if (unknown !== undefined) throw new InvalidError('unknown-indicator', { indicator: unknown });
    await holdRow.read(tx, 'unit', unit.id);
    const before = await tx.unitIndicator.findMany({
      where: { unitId: unit.id },
      select: { indicatorCode: true },
      orderBy: { indicatorCode: 'asc' },
    });
    const from = before.map(({ indicatorCode }) => indicatorCode);
    const to = [...new Set(codes)].sort();
    if (from.join() === to.join()) return;
    await tx.unitIndicator.deleteMany({ where: { unitId: unit.id, indicatorCode: { notIn: to } } });
    await tx.unitIndicator.createMany({
      data: to.map((indicatorCode) => ({ unitId: unit.id, indicatorCode })),
      skipDuplicates: true,
    });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'form.chosen', subject: unitCode, from, to },
    ]);
  });
}

async function writeSections(tx: Transaction, sections: Catalogue['sections']): Promise<void> {
  await tx.section.createMany({ data: sections, skipDuplicates: true });
  const standing = new Map((await tx.section.findMany()).map((row) => [row.code, row]));
  for (const section of sections)
    if (!isDeepStrictEqual(standing.get(section.code), section))
      await tx.section.update({ where: { code: section.code }, data: section });
}

async function writeIndicators(tx: Transaction, indicators: Catalogue['indicators']) {
  const rows = indicators.map(({ section, chain, ...rest }, at) => ({
    ...rest,
    sectionCode: section,
    chain: chain ?? Prisma.DbNull,
    order: at + 1,
  }));
  await tx.indicator.createMany({ data: rows, skipDuplicates: true });
  const standing = new Map((await tx.indicator.findMany()).map((row) => [row.code, row]));
  for (const row of rows) {
    const chain = row.chain === Prisma.DbNull ? null : row.chain;
    if (!isDeepStrictEqual(standing.get(row.code), { ...row, chain }))
      await tx.indicator.update({ where: { code: row.code }, data: row });
  }
  // What is gone from the catalogue leaves the forms, too.
  const codes = rows.map(({ code }) => code);
  await tx.indicator.updateMany({ where: { code: { notIn: codes } }, data: { core: false } });
}

async function readCatalogue(): Promise<Catalogue> {
  const [sections, indicators, checks] = await Promise.all([
    db.section.findMany({ orderBy: { order: 'asc' } }),
    db.indicator.findMany({
      omit: { order: true },
      orderBy: [{ section: { order: 'asc' } }, { code: 'asc' }],
    }),
    db.check.findMany({
      where: { isOff: false },
      include: { owner: { select: { code: true } } },
      orderBy: [{ order: 'asc' }, { code: 'asc' }],
    }),
  ]);
  return {
    sections,
    indicators: indicators.map(({ sectionCode, display, chain, ...rest }) => ({
      ...rest,
      section: sectionCode,
      display: display as Display,
      chain: chain as Chain | null,
    })),
    checks: checks.map(checkOf),
  };
}

/** A check as the domain knows it: what is usual is left out. */
export function checkOf(
  row: Prisma.CheckGetPayload<{ include: { owner: { select: { code: true } } } }>,
): Check {
  const {
    code,
    kind,
    left,
    op,
    right,
    tolerance,
    note,
    levels,
    missingLeft,
    missingRight,
    marks,
    owner,
  } = row;
  return {
    code,
    kind,
    note,
    left: left as Term[],
    op: op as CheckOperator,
    right: right as Term[],
    tolerance: tolerance.toNumber(),
    ...(levels.length > 0 && { levels }),
    ...((missingLeft !== 'any' || missingRight !== 'any') && {
      missing: { left: missingLeft, right: missingRight },
    }),
    ...(marks.length > 0 && { marks }),
    ...(owner && { owner: owner.code }),
  };
}
