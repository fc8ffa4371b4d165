// Writes scenes into the database in the order in which they happened: figures first, then signature and review,
// because a signed submission no longer takes figures.
import { db } from '@/lib/data/database/client';
import { checkValues } from '@/lib/domain/checks/explanation';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Catalogue, Check } from '@/lib/domain/catalogue/indicator';
import { Prisma } from '@/prisma/generated/client';
import type { Scene, Stage } from './scenes';

export type WorldUnit = { id: string; code: string; parent: string | null };
export type WorldPerson = { id: string; unit: string; roles: string[] };
export type WorldPeriod = { id: string; code: string; opensAt: Date };

type World = {
  scenes: Scene[];
  units: Map<string, WorldUnit>;
  people: WorldPerson[];
  periods: WorldPeriod[];
  catalogue: Catalogue;
  returned: { reason: string; marks: { indicator: string; note: string }[] };
};

const day = 24 * 60 * 60 * 1000;
const signedStages: Stage[] = ['submitted', 'returned', 'approved'];

/** Inserts the reports with their submissions, figures, reviews and events. */
export async function insertReports(world: World): Promise<void> {
  for (const scene of world.scenes) await insertReport(world, scene);
}

async function insertReport(world: World, scene: Scene): Promise<void> {
  const draft = await insertDraft(world, scene);
  const events = [
    ...(await fillDraft(world, scene, draft)),
    ...(await handIn(scene, draft)),
    ...(await decide(world, scene, draft)),
  ];
  await db.event.createMany({
    data: events.map((event) => ({ subject: '1', ...event, reportId: draft.reportId })),
  });
}

/** A report with its first submission, who works on it, and what day a number of days after the opening is. */
type Draft = {
  reportId: string;
  submissionId: string;
  reporter: WorldPerson;
  signatory: WorldPerson;
  reviewer: WorldPerson;
  on: (days: number) => Date;
};
type NewEvent = Omit<Prisma.EventCreateManyInput, 'reportId'>;

async function insertDraft(world: World, scene: Scene): Promise<Draft> {
  const period = world.periods.find(({ code }) => code === scene.period) as WorldPeriod;
  const unit = world.units.get(scene.unit) as WorldUnit;
  const on = (days: number) => new Date(period.opensAt.getTime() + days * day);
  const report = await db.report.create({
    data: {
      unitId: unit.id,
      periodId: period.id,
      madeUp: scene.madeUp,
      source: scene.source,
      note: scene.note,
      createdAt: on(0),
      submissions: { create: { number: 1, createdAt: on(0) } },
    },
    select: { id: true, submissions: { select: { id: true } } },
  });
  return {
    reportId: report.id,
    submissionId: (report.submissions[0] as { id: string }).id,
    reporter: personOf(world, scene.unit, 'reporter'),
    signatory: personOf(world, scene.unit, 'signatory'),
    reviewer: personOf(world, unit.parent as string, 'reviewer'),
    on,
  };
}

/** Figures, notes and explanations. */
async function fillDraft(
  world: World,
  scene: Scene,
  { submissionId, reporter, on }: Draft,
): Promise<NewEvent[]> {
  await db.figure.createMany({
    data: scene.figures.map((figure) => rowOf(figure, submissionId, reporter.id, on(5))),
  });
  await db.workNote.createMany({
    data: scene.workNotes.map(({ section, ...note }) => ({
      ...note,
      submissionId,
      sectionCode: section,
      writtenById: reporter.id,
      writtenAt: on(6),
    })),
  });
  await db.explanation.createMany({
    data: scene.explanations.map(({ check, text, isPublic }) => ({
      submissionId,
      checkCode: check,
      text,
      isPublic,
      values: explainedValues(world, scene, check),
      personId: reporter.id,
      writtenAt: on(7),
    })),
  });
  const by = { personId: reporter.id };
  return [
    ...scene.figures.map((figure) => ({ ...by, ...savedEvent(figure), at: on(5) })),
    ...scene.workNotes.map(({ section, kind, text }) => ({
      ...by,
      kind: 'note.saved',
      at: on(6),
      subject: `${section} ${kind}`,
      to: text,
    })),
    ...scene.explanations.map(({ check, text }) => ({
      ...by,
      kind: 'check.explained',
      at: on(7),
      subject: check,
      to: text,
    })),
  ];
}

async function handIn(
  { stage }: Scene,
  { submissionId, reporter, signatory, on }: Draft,
): Promise<NewEvent[]> {
  const isSigned = signedStages.includes(stage);
  if (stage !== 'awaiting-signature' && !isSigned) return [];
  const to = { submission: 1 };
  await db.submission.update({
    where: { id: submissionId },
    data: { sentAt: on(8), sentById: reporter.id },
  });
  const sent = { kind: 'report.sent', personId: reporter.id, at: on(8), to };
  if (!isSigned) return [sent];
  await db.submission.update({
    where: { id: submissionId },
    data: { signedAt: on(9), signedById: signatory.id },
  });
  return [sent, { kind: 'report.signed', personId: signatory.id, at: on(9), to }];
}

async function decide(
  { returned: { reason, marks } }: World,
  { stage, figures }: Scene,
  { reportId, submissionId, reporter, reviewer, on }: Draft,
): Promise<NewEvent[]> {
  const decided = { submissionId, personId: reviewer.id, decidedAt: on(14) };
  const event = { personId: reviewer.id, at: on(14) };
  if (stage === 'approved') {
    await db.review.create({ data: { ...decided, decision: 'approved' } });
    return [{ ...event, kind: 'review.approved', to: { submission: 1 } }];
  }
  if (stage !== 'returned') return [];
  await db.review.create({
    data: {
      ...decided,
      decision: 'returned',
      reason,
      marks: { create: marks.map(({ indicator, note }) => ({ indicatorCode: indicator, note })) },
    },
  });
  const next = await db.submission.create({
    data: { reportId, number: 2, createdAt: on(14) },
  });
  await db.figure.createMany({
    data: figures.map((figure) => rowOf(figure, next.id, reporter.id, on(5))),
  });
  return [{ ...event, kind: 'review.returned', to: { submission: 1, reason, marks } }];
}

/** The figures an explanation was written for: it is out of date once one of them changes. */
function explainedValues(
  { scenes, catalogue }: World,
  scene: Scene,
  checkCode: string,
): Prisma.InputJsonObject {
  const check = catalogue.checks.find(({ code }) => code === checkCode) as Check;
  const before = scenes.find(
    ({ unit, period }) => unit === scene.unit && period === String(Number(scene.period) - 1),
  );
  return checkValues(check, numbersOf(scene.figures), before ? numbersOf(before.figures) : null);
}

function numbersOf(figures: Figure[]): Map<string, string> {
  return new Map(
    figures.flatMap(({ indicator, measure, value }) =>
      measure === 'level' && value !== null ? [[indicator, value] as const] : [],
    ),
  );
}

function personOf({ people }: World, unit: string, role: string): WorldPerson {
  return people.find(
    (person) => person.unit === unit && person.roles.includes(role),
  ) as WorldPerson;
}

function rowOf(
  figure: Figure,
  submissionId: string,
  enteredById: string,
  enteredAt: Date,
): Prisma.FigureCreateManyInput {
  const { indicator, shown, ...rest } = figure;
  return {
    ...rest,
    indicatorCode: indicator,
    shown: shown ?? Prisma.DbNull,
    submissionId,
    enteredById,
    enteredAt,
  };
}

function savedEvent({
  indicator,
  measure,
  answer,
  value,
}: Figure): Pick<NewEvent, 'kind' | 'subject' | 'to'> {
  return measure === 'target' || measure === 'limit'
    ? { kind: 'target.saved', subject: indicator, to: { measure, answer, value } }
    : { kind: 'figure.saved', subject: indicator, to: { answer, value } };
}
