// Reports, manuscripts and checks at every stage, as the tests of access need them, made past the functions under test.
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { issueEdition } from '../desk/editions';
import { createCheck } from '../catalogue/checks';
import type { DeskKey } from '../desk/desk-unit';
import { startManuscript } from '../desk/manuscripts';
import { listReports } from '../report/reports';
import { makeWorld, type UnitKey, type World } from './test-world';
import { askForWaiver } from '../figures/waivers';

type Stage = 'draft' | 'sent' | 'signed';

/** The world the tests of access share, and the last year a report was made in. */
export let world: World;
export let year = 3000;

/** Builds it. */
export async function openWorld(): Promise<void> {
  world = await makeWorld();
}

/** A year nothing has been made in yet. */
export const nextYear = (): number => (year += 1);

/** A mandatory check of core indicators, and one that an office makes. */
export const unkept = 'JY006';
export const ownCheck = {
  kind: 'verify' as const,
  op: '<=' as const,
  tolerance: '0',
  note: '集中宣讲场次不应大于受教育人数',
  levels: [],
  marks: [],
  left: [{ code: 'SX001', factor: 1, period: 0 as const }],
  right: [{ code: 'SX002', factor: 1, period: 0 as const }],
  missing: { left: 'any' as const, right: 'any' as const },
};

/** A report that the viewer has approved, as far as the database is concerned. */
export async function approvedBy(viewer: Viewer, unit: UnitKey): Promise<string> {
  const id = await reportAt(unit, 'signed');
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await db.review.create({
    data: { submissionId, decision: 'approved', personId: viewer.personId },
  });
  return id;
}

/** A report that came back with a mark on SX001, as far as the database is concerned. */
export async function returnedAt(unit: UnitKey): Promise<string> {
  const id = await reportAt(unit, 'signed');
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  const { personId } = world.viewer('province', 'reviewer');
  await db.review.create({
    data: {
      submissionId,
      decision: 'returned',
      reason: '请核对',
      personId,
      marks: { create: { indicatorCode: 'SX001', note: '与台账不一致' } },
    },
  });
  const next = await db.submission.create({ data: { reportId: id, number: 2 } });
  await db.$executeRaw`INSERT INTO "figure" ("submission_id", "indicator_code", "answer", "value", "entered_by_id")
    SELECT ${next.id}::uuid, "indicator_code", "answer", "value", "entered_by_id" FROM "figure"
      WHERE "submission_id" = ${submissionId}::uuid`;
  return id;
}

export const checkOfUnit = (unit: UnitKey): Promise<string> =>
  createCheck(world.viewer(unit, 'administrator'), ownCheck);

/** A draft whose reporter asked to be let off a check. */
export async function askedFor(unit: UnitKey): Promise<string> {
  const id = await reportAt(unit, 'draft', unkept);
  await askForWaiver(world.viewer(unit, 'reporter'), id, unkept, '口径与上级不同');
  return id;
}

/** A new report that is complete and has got as far as `stage`; in a year of its own. It breaks the check `broken`. */
export async function reportAt(unit: UnitKey, stage: Stage, broken?: string): Promise<string> {
  const id = await world.report(unit, String((year += 1)));
  const { personId } = world.viewer(unit, 'reporter');
  const submission = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await db.$executeRaw`
    INSERT INTO "figure" ("submission_id", "indicator_code", "answer", "value", "entered_by_id")
    SELECT ${submission.id}::uuid, "code", 'number',
      (SELECT count(*) FROM "check" c
        WHERE c."code" = ${broken ?? ''} AND c."left" -> 0 ->> 'code' = i."code"), ${personId}::uuid
    FROM "indicator" i WHERE i."core"`;
  const sent = { sentAt: new Date(), sentById: personId };
  const signed = { signedAt: new Date(), signedById: world.viewer(unit, 'signatory').personId };
  if (stage !== 'draft')
    await db.submission.update({
      where: { id: submission.id },
      data: stage === 'sent' ? sent : { ...sent, ...signed },
    });
  return id;
}

/** A signed report of the unit that says it covers all below, of whom one has reported another sum. */
export async function handTotal(unit: UnitKey): Promise<void> {
  const below = await db.unit.create({
    data: {
      code: `${world.unit[unit].code}-b${year}`,
      name: '下级',
      nameEn: 'Below',
      level: 'county',
      lineage: `${world.unit[unit].lineage}${world.unit[unit].code}-b${year}/`,
      placements: { create: { parentId: world.unit[unit].id, validFrom: new Date('2000-01-01') } },
    },
  });
  const id = await reportAt(unit, 'signed');
  const { periodId } = await db.report.update({ where: { id }, data: { coverage: 'whole' } });
  const { personId } = world.viewer(unit, 'signatory');
  const submission = await db.submission.create({
    data: { number: 1, report: { create: { unitId: below.id, periodId } } },
  });
  await db.figure.create({
    data: {
      submissionId: submission.id,
      indicatorCode: 'SX001',
      answer: 'number',
      value: 5,
      enteredById: personId,
    },
  });
  await db.submission.update({
    where: { id: submission.id },
    data: { sentAt: new Date(), sentById: personId, signedAt: new Date(), signedById: personId },
  });
}

export const listed = async (viewer: Viewer, id: string) =>
  (await listReports(viewer, String(year))).find((row) => row.id === id) ?? null;
export const laterDay = new Date(Date.now() + 15 * 86_400_000).toISOString().slice(0, 10);

/** A unit and a period that something may be written of; with a manuscript; with an edition of it. */
export async function summaryAt(unit: UnitKey): Promise<DeskKey> {
  await reportAt(unit, 'signed');
  return { unit: world.unit[unit].code, period: String(year) };
}
export async function manuscriptAt(unit: UnitKey): Promise<DeskKey> {
  const key = await summaryAt(unit);
  await startManuscript(world.viewer(unit, 'reporter'), key);
  return key;
}
export async function editionAt(unit: UnitKey): Promise<DeskKey> {
  const key = await manuscriptAt(unit);
  await issueEdition(world.viewer(unit, 'signatory'), key, 1);
  return key;
}

export function newPeriod() {
  const month = String((year += 1));
  const [opensAt, dueAt, lateUntil, closesAt] = [1, 2, 3, 4].map(
    (day) => new Date(Date.now() + day * 86_400_000),
  ) as [Date, Date, Date, Date];
  return {
    kind: 'year' as const,
    from: `${month}-01`,
    to: `${month}-12`,
    opensAt,
    dueAt,
    lateUntil,
    closesAt,
    levels: [],
  };
}

export const aim = { indicator: 'SX001', measure: 'target' } as const;
const ofAim = { indicatorCode: aim.indicator, measure: aim.measure };

/** A draft with a target that the unit above has set. */
export async function aimedAt(unit: UnitKey): Promise<string> {
  const id = await reportAt(unit, 'draft');
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  const enteredById = world.viewer('province', 'reviewer').personId;
  await db.figure.create({
    data: { submissionId, ...ofAim, answer: 'number', value: 9, enteredById },
  });
  return id;
}

/** The same, whose reporter asked for another one. */
export async function targetAsked(unit: UnitKey): Promise<string> {
  const reportId = await aimedAt(unit);
  const askedById = world.viewer(unit, 'reporter').personId;
  await db.targetRequest.create({ data: { reportId, ...ofAim, reason: '基数减少', askedById } });
  return reportId;
}
