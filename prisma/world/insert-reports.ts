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
  const period = world.periods.find(({ code }) => code === scene.period) as WorldPeriod;
  const unit = world.units.get(scene.unit) as WorldUnit;
  const reporter = personOf(world, scene.unit, 'reporter');
  const signatory = personOf(world, scene.unit, 'signatory');
  const reviewer = personOf(world, unit.parent as string, 'reviewer');
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
  const submission = report.submissions[0] as { id: string };
  const events: Prisma.EventCreateManyInput[] = [];
  const record = (kind: string, personId: string, at: Date, to: Prisma.InputJsonValue) =>
    events.push({ kind, personId, at, reportId: report.id, subject: '1', to });

  await db.figure.createMany({
    data: scene.figures.map((figure) => rowOf(figure, submission.id, reporter.id, on(5))),
  });
  events.push(...scene.figures.map((figure) => savedEvent(figure, report.id, reporter.id, on(5))));

  await db.workNote.createMany({
    data: scene.workNotes.map(({ section, ...note }) => ({
      ...note,
      submissionId: submission.id,
      sectionCode: section,
      writtenById: reporter.id,
      writtenAt: on(6),
    })),
  });
  events.push(
    ...scene.workNotes.map(({ section, kind, text }) => ({
      kind: 'note.saved',
      personId: reporter.id,
      at: on(6),
      reportId: report.id,
      subject: `${section} ${kind}`,
      to: text,
    })),
  );

  for (const { check, text } of scene.explanations) {
    await db.explanation.create({
      data: {
        submissionId: submission.id,
        checkCode: check,
        text,
        values: explainedValues(world, scene, check),
        personId: reporter.id,
        writtenAt: on(7),
      },
    });
    events.push({
      kind: 'check.explained',
      personId: reporter.id,
      at: on(7),
      reportId: report.id,
      subject: check,
      to: text,
    });
  }

  if (scene.stage === 'awaiting-signature' || signedStages.includes(scene.stage)) {
    await db.submission.update({
      where: { id: submission.id },
      data: { sentAt: on(8), sentById: reporter.id },
    });
    record('report.sent', reporter.id, on(8), { submission: 1 });
  }
  if (signedStages.includes(scene.stage)) {
    await db.submission.update({
      where: { id: submission.id },
      data: { signedAt: on(9), signedById: signatory.id },
    });
    record('report.signed', signatory.id, on(9), { submission: 1 });
  }
  if (scene.stage === 'approved') {
    await db.review.create({
      data: {
        submissionId: submission.id,
        decision: 'approved',
        personId: reviewer.id,
        decidedAt: on(14),
      },
    });
    record('review.approved', reviewer.id, on(14), { submission: 1 });
  }
  if (scene.stage === 'returned') {
    const { reason, marks } = world.returned;
    await db.review.create({
      data: {
        submissionId: submission.id,
        decision: 'returned',
        reason,
        personId: reviewer.id,
        decidedAt: on(14),
        marks: { create: marks.map(({ indicator, note }) => ({ indicatorCode: indicator, note })) },
      },
    });
    record('review.returned', reviewer.id, on(14), { submission: 1, reason, marks });
    const next = await db.submission.create({
      data: { reportId: report.id, number: 2, createdAt: on(14) },
    });
    await db.figure.createMany({
      data: scene.figures.map((figure) => rowOf(figure, next.id, reporter.id, on(5))),
    });
  }
  await db.event.createMany({ data: events });
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

function savedEvent(
  figure: Figure,
  reportId: string,
  personId: string,
  at: Date,
): Prisma.EventCreateManyInput {
  const { answer, value, measure } = figure;
  if (measure === 'target' || measure === 'limit')
    return {
      kind: 'target.saved',
      personId,
      at,
      reportId,
      subject: figure.indicator,
      to: { measure, answer, value },
    };
  return {
    kind: 'figure.saved',
    personId,
    at,
    reportId,
    subject: figure.indicator,
    to: { answer, value },
  };
}
