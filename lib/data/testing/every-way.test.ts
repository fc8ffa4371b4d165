// Everybody does everything in any order, in every phase of a period and through changes of the tree: no dead end,
// nothing silent, no two totals.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GongbaoError } from '@/lib/domain/access/errors';
import { can, relationOf, roles, type Action } from '@/lib/domain/access/policy';
import { phaseOf, statusOf, type ReportStatus } from '@/lib/domain/report/report';
import { turnOf, type Turn } from '@/lib/domain/report/turn';
import { ways } from '@/lib/domain/report/way';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { reportOf, states } from '../report/queries';
import { stateOf } from '../report/report-state';
import { changeTree } from '../rollup/tree-change';
import { changePeriod } from '../tree/periods';
import { mergeUnit, moveUnit, reopenUnit } from '../tree/units';
import { cities, expectOneTotal, totalsOf } from './test-one-total';
import { deeds, pictureOf, type Target } from './test-ways';
import { fillAll, makeWorld, type Dates, type UnitKey, type World } from './test-world';

/** Days from now: opens, due, taken late until, closes. */
const phases: Record<ReturnType<typeof phaseOf>, Dates> = {
  before: [5, 10, 20, 90],
  open: [-5, 10, 20, 90],
  late: [-20, -5, 10, 90],
  reviewing: [-40, -30, -20, 60],
  closed: [-90, -60, -40, -20],
};
const reported: readonly UnitKey[] = ['county', 'neighbour'];
// Auditors read alone.
const hands = roles.filter((role) => role !== 'auditor');

let period = 7300;
type Real = { world: World; people: Viewer[]; targets: Target[]; period: string };

/** A world in which two counties have filled in their reports, one with two signatories. */
async function open(signatures: number): Promise<Real> {
  const world = await makeWorld();
  period += 1;
  const code = String(period);
  const targets: Target[] = [];
  for (const unit of reported) {
    const id = await world.report(unit, code, phases.open);
    await fillAll(world.viewer(unit, 'reporter'), id);
    targets.push({ id, unit: world.unit[unit].code, period: code });
  }
  const second = await Promise.all(reported.map((unit) => world.person(unit, ['signatory'])));
  const people = [...reported, ...cities, 'province' as const].flatMap((unit) =>
    hands.map((role) => world.viewer(unit, role)),
  );
  await db.period.update({ where: { code }, data: { signatures } });
  return { world, people: [...people, ...second], targets, period: code };
}

/** What the viewer may do to a report now, as every page asks it. */
async function listAllowed(viewer: Viewer, id: string): Promise<Action[]> {
  const [row] = await states.read(db, viewer, reportOf(viewer, id));
  return row ? stateOf(viewer, row, new Date()).allowed : [];
}

/** Everybody as he is signed in now, for his unit may have moved; first those at and above the report's unit. */
async function peopleNow({ people }: Real, { unit }: Target): Promise<[Viewer[], Viewer[]]> {
  const units = await db.unit.findMany({
    where: { id: { in: [...new Set(people.map((one) => one.unit.id))] } },
    select: { id: true, code: true, lineage: true },
  });
  const lineages = new Map(units.map(({ id, lineage }) => [id, lineage]));
  const { lineage: own } = units.find(({ code }) => code === unit)!;
  const now = people.map((viewer) => ({
    ...viewer,
    unit: { ...viewer.unit, lineage: lineages.get(viewer.unit.id)! },
  }));
  const isAbove = ({ unit: { lineage } }: Viewer) => own.startsWith(lineage);
  return [now.filter(isAbove), now.filter((viewer) => !isAbove(viewer))];
}

const statusIn = async (id: string): Promise<ReportStatus> =>
  statusOf(await db.newestSubmission.findUniqueOrThrow({ where: { reportId: id } }));
const eventsOf = (id: string) =>
  db.event.findMany({ where: { reportId: id }, orderBy: { at: 'asc' } });

const leads: readonly Action[] = [
  ...(['report.send', 'report.sign', 'report.accept', 'report.examine', 'report.review'] as const),
  ...(['report.approve', 'report.withdraw', 'report.takeBack'] as const),
];

/** Somebody does something to a report: one of all that is open to anybody, or, `blind`, whatever comes to mind. */
class Deed implements fc.AsyncCommand<object, Real> {
  constructor(
    private readonly at: number,
    private readonly pick: number,
    private readonly blind: boolean,
  ) {}
  check = () => true;
  toString = () => `deed(${this.at}, ${this.pick}${this.blind ? ', blind' : ''})`;

  async run(_: object, real: Real): Promise<void> {
    const target = real.targets[this.at % real.targets.length]!;
    const all = Object.keys(deeds) as Action[];
    const [above, others] = await peopleNow(real, target);
    if (this.blind) {
      const everybody = [...above, ...others];
      const viewer = everybody[this.pick % everybody.length]!;
      const action = all[Math.floor(this.pick / everybody.length) % all.length]!;
      const isOpen = (await listAllowed(viewer, target.id)).includes(action);
      await this.do({ viewer, action, isOpen }, target);
    } else {
      const open: { viewer: Viewer; action: Action; isOpen: true }[] = [];
      for (const viewer of above)
        for (const action of await listAllowed(viewer, target.id))
          if (all.includes(action)) open.push({ viewer, action, isOpen: true });
      // Most of what is open changes little: two of three steps are such as lead on.
      const leading = open.filter(({ action }) => leads.includes(action));
      const among = this.pick % 3 > 0 && leading.length > 0 ? leading : open;
      const chosen = among[Math.floor(this.pick / 3) % among.length];
      if (chosen) await this.do(chosen, target);
    }
    await expectNoDeadEnd(real, target);
  }

  async do(
    { viewer, action, isOpen }: { viewer: Viewer; action: Action; isOpen: boolean },
    target: Target,
  ): Promise<void> {
    const [before, was, told] = [
      JSON.stringify(await pictureOf(target.id)),
      await statusIn(target.id),
      new Set((await eventsOf(target.id)).map(({ id }) => id)),
    ];
    let refusal: GongbaoError | null = null;
    try {
      await deeds[action]!(viewer, target, Math.floor(this.pick / 7));
    } catch (error) {
      if (!(error instanceof GongbaoError)) throw error;
      refusal = error;
    }
    const isChanged = JSON.stringify(await pictureOf(target.id)) !== before;
    const since = (await eventsOf(target.id)).filter(({ id }) => !told.has(id));
    const what = `${action} of ${viewer.account}, ${was}, ${refusal?.code ?? 'done'}`;
    // What is not open is refused, and what is refused changes nothing; what is open is not refused for want of a
    // right.
    if (!isOpen) expect([what, isChanged]).toEqual([what, false]);
    if (isOpen) expect([what, refusal?.code]).not.toEqual([what, 'refused']);
    if (refusal) expect([what, isChanged, since.length]).toEqual([what, false, 0]);
    // Nothing is silent, and nothing is told that did not happen.
    expect([what, since.length > 0]).toEqual([what, isChanged]);
    for (const event of since) expect([what, event.personId]).toEqual([what, viewer.personId]);
    const ends = ways[action]!.to.map((to) => (to === 'same' ? was : to));
    const now = await statusIn(target.id);
    if (now !== was && !ends.includes('draft')) expect([what, ...ends]).toContain(now);
  }
}

/** Whoever has the turn is there and may do it; or it is said since when nothing is taken, and somebody may change
 *  that. */
async function expectNoDeadEnd(real: Real, target: Target): Promise<void> {
  const { id } = target;
  const [people] = await peopleNow(real, target);
  const newest = await db.newestSubmission.findUniqueOrThrow({ where: { reportId: id } });
  const dates = await db.reportDates.findUniqueOrThrow({ where: { reportId: id } });
  const isCosigned = newest.cosignedAt !== null;
  const { key, day } = turnOf({ status: statusOf(newest), isCosigned }, dates, new Date());
  if (key === 'approved') return;
  if (key === 'before') return expect(day).not.toBeNull();
  const report = await db.report.findUniqueOrThrow({
    where: { id },
    select: { unit: true, locks: { include: { unit: true } } },
  });
  const isUnits = ['fill', 'correct', 'sign', 'cosign'].includes(key);
  if (isUnits && report.locks.length > 0) {
    // It stands still by order: of each lock there is somebody who lifts it, or somebody above.
    for (const { unit } of report.locks) {
      const lifts = people.filter(
        (viewer) =>
          unit.lineage.startsWith(viewer.unit.lineage) &&
          can(viewer, 'report.lock', {
            relation: relationOf(viewer.unit.lineage, report.unit.lineage),
          }),
      );
      expect([key, unit.name, lifts.length > 0]).toEqual([key, unit.name, true]);
    }
    return;
  }
  for (const viewer of people) {
    const isOther = key !== 'cosign' || viewer.personId !== newest.cosignedById;
    if (isOther && (await listAllowed(viewer, id)).includes(takenBy[key])) return;
  }
  expect(`nobody has the turn: ${key}`).toBe('');
}

const takenBy: Record<Exclude<Turn['key'], 'before' | 'approved'>, Action> = {
  fill: 'report.fill',
  correct: 'report.fill',
  sign: 'report.sign',
  cosign: 'report.sign',
  review: 'report.approve',
  over: 'report.grantExtension',
  stopped: 'report.grantExtension',
};

/** The dates of the period are moved. */
class NewDates implements fc.AsyncCommand<object, Real> {
  constructor(private readonly phase: keyof typeof phases) {}
  check = () => true;
  toString = () => `dates(${this.phase})`;

  async run(_: object, real: Real): Promise<void> {
    const [opensAt, dueAt, lateUntil, closesAt] = phases[this.phase].map(
      (days) => new Date(Date.now() + days * 86_400_000),
    ) as [Date, Date, Date, Date];
    await changePeriod(real.world.viewer('province', 'administrator'), real.period, {
      ...{ opensAt, dueAt, lateUntil, closesAt, makesLate: true },
    });
    for (const target of real.targets) await expectNoDeadEnd(real, target);
  }
}

/** The tree is changed, after it was looked at: what was shown is what the totals then say. */
class NewTree implements fc.AsyncCommand<object, Real> {
  constructor(
    private readonly kind: 'move' | 'merge' | 'reopen',
    private readonly day: string,
  ) {}
  check = () => true;
  toString = () => `tree(${this.kind}, ${this.day})`;

  async run(_: object, { world, period: code }: Real): Promise<void> {
    const admin = world.viewer('province', 'administrator');
    const unit = world.unit.county.code;
    const on = new Date(`${this.day}T00:00:00Z`);
    const wanted = (seen: string | undefined) =>
      changeTree(admin, { units: [unit], seen, asked: null }, (run) =>
        this.kind === 'move'
          ? moveUnit(admin, unit, world.unit.otherCity.code, on, run)
          : this.kind === 'merge'
            ? mergeUnit(admin, unit, world.unit.neighbour.code, on, run)
            : reopenUnit(admin, unit, run),
      );
    const before = await totalsOf(world, code);
    try {
      const effects = (await wanted(undefined))!;
      expect(await totalsOf(world, code)).toEqual(before);
      expect(await wanted(effects.key)).toBeNull();
      const after = await totalsOf(world, code);
      const changed = effects.totals.filter((one) => one.period === code);
      const named = new Set(changed.map((one) => one.unit.code));
      for (const [city, total] of after)
        expect([city, named.has(city)]).toEqual([
          city,
          JSON.stringify(total) !== JSON.stringify(before.get(city)),
        ]);
      for (const { unit: city, after: sum } of changed)
        if (after.has(city.code)) expect(after.get(city.code)!.reports).toBe(sum.reports);
    } catch (error) {
      if (!(error instanceof GongbaoError)) throw error;
    }
    await expectOneTotal(world, code);
  }
}

const deed = (blind: boolean) =>
  fc.tuple(fc.nat(1), fc.nat(10_000)).map(([at, pick]) => new Deed(at, pick, blind));
const tree = fc
  .tuple(
    fc.constantFrom('move' as const, 'merge' as const, 'reopen' as const),
    fc.constantFrom('2024-06-01', `${period}-07-01`),
  )
  .map(([kind, day]) => new NewTree(kind, day));
const dates = fc
  .constantFrom(...(Object.keys(phases) as (keyof typeof phases)[]))
  .map((phase) => new NewDates(phase));

// Each seed is a run of its own, so that one that fails is named and shrinks by itself.
test.each([11, 23, 37, 41, 53, 67])(
  'any sequence, seed %i',
  async (seed) => {
    await fc.assert(
      fc.asyncProperty(
        fc.commands(
          [...Array<ReturnType<typeof deed>>(6).fill(deed(false)), deed(true), dates, tree],
          {
            maxCommands: 30,
            size: 'max',
          },
        ),
        fc.constantFrom(1, 2),
        async (commands, signatures) => {
          const real = await open(signatures);
          await fc.asyncModelRun(() => ({ model: {}, real }), commands);
          await expectOneTotal(real.world, real.period);
        },
      ),
      { seed, numRuns: 1, endOnFailure: true },
    );
  },
  60_000,
);
