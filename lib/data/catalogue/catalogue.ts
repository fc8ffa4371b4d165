import 'server-only';
import { createHash } from 'node:crypto';
import type { Prisma } from '@/prisma/generated/client';
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
import { inTransaction } from '../database/transaction';
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
  const text = JSON.stringify(catalogue);
  const fingerprint = createHash('sha256').update(text).digest('hex');
  await inTransaction(async (tx) => {
    const state = await tx.catalogueState.findUnique({ where: { id: 1 } });
    if (state?.fingerprint === fingerprint) return;
    await tx.$executeRaw`
      INSERT INTO "section" ("code", "name", "name_en", "order")
      SELECT "code", "name", "nameEn", "order" FROM jsonb_to_recordset(${text}::jsonb -> 'sections')
        AS s("code" text, "name" text, "nameEn" text, "order" int)
      ON CONFLICT ("code") DO UPDATE SET "name" = excluded."name", "name_en" = excluded."name_en", "order" = excluded."order"`;
    await tx.$executeRaw`
      INSERT INTO "indicator" ("code", "name", "name_en", "section_code", "order", "unit", "nature", "direction", "display", "part_of",
        "parts_add_up", "numerator", "denominator", "chain", "honour", "level", "definition", "core", "verb", "aliases")
      SELECT i."code", i."name", i."nameEn", i."section", row_number() OVER (), i."unit", i."nature"::"Nature", i."direction"::"Direction",
        i."display", i."partOf", i."partsAddUp", i."numerator", i."denominator", i."chain", i."honour", i."level", i."definition",
        i."core", i."verb", ARRAY(SELECT jsonb_array_elements_text(i."aliases"))
      FROM jsonb_to_recordset(${text}::jsonb -> 'indicators') AS i("code" text, "name" text, "nameEn" text, "section" text, "unit" text,
        "nature" text, "direction" text, "display" jsonb, "partOf" text, "partsAddUp" boolean, "numerator" text, "denominator" text,
        "chain" jsonb, "honour" boolean, "level" text, "definition" text, "core" boolean, "verb" text, "aliases" jsonb)
      ON CONFLICT ("code") DO UPDATE SET "name" = excluded."name", "name_en" = excluded."name_en", "section_code" = excluded."section_code",
        "order" = excluded."order", "unit" = excluded."unit", "nature" = excluded."nature", "direction" = excluded."direction",
        "display" = excluded."display", "part_of" = excluded."part_of", "parts_add_up" = excluded."parts_add_up",
        "numerator" = excluded."numerator", "denominator" = excluded."denominator", "chain" = excluded."chain",
        "honour" = excluded."honour", "level" = excluded."level", "definition" = excluded."definition", "core" = excluded."core",
        "verb" = excluded."verb", "aliases" = excluded."aliases"`;
    // What is gone from the catalogue leaves the forms, too.
    await tx.$executeRaw`
      UPDATE "indicator" SET "core" = false
      WHERE NOT EXISTS (SELECT 1 FROM jsonb_array_elements(${text}::jsonb -> 'indicators') AS i WHERE i ->> 'code' = "indicator"."code")`;
    // A check belongs to no report, so those that are gone go; what an office made or changed is its own.
    await tx.$executeRaw`DELETE FROM "check" WHERE "owner_id" IS NULL AND NOT "is_changed"`;
    await tx.$executeRaw`
      INSERT INTO "check" ("code", "order", "kind", "left", "op", "right", "tolerance", "note")
      SELECT "code", row_number() OVER (), "kind"::"CheckKind", "left", "op", "right", "tolerance", "note"
      FROM jsonb_to_recordset(${text}::jsonb -> 'checks')
        AS c("code" text, "kind" text, "left" jsonb, "op" text, "right" jsonb, "tolerance" numeric, "note" text)
      ON CONFLICT ("code") DO NOTHING`;
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
    await tx.$queryRaw`SELECT 1 FROM "unit" WHERE "id" = ${unit.id}::uuid FOR NO KEY UPDATE`;
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
