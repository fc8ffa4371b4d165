import { beforeAll, describe, expect, test } from 'vitest';
import type { ProposedFigure } from '@/lib/domain/entry/proposal';
import { createToken } from '../people/access-tokens';
import { findCaller } from '../people/callers';
import { db } from '../database/client';
import { listEvents } from '../report/events';
import { saveFigures } from '../figures/save-figures';
import { findForm } from '../figures/form';
import { listNotices } from '../notices/notices';
import { propose } from './propose';
import { countProposals, listProposals, refuseProposal, takeProposal } from './proposals';
import { approve, returnForChanges } from '../review/reviews';
import { makeWorld, type World } from '../testing/test-world';
import { findTrace } from '../summary/trace';
import type { Caller, Viewer } from '../database/access';

let world: World;
let caller: Caller;
let reporter: Viewer;
let year = 2100;
beforeAll(async () => {
  world = await makeWorld();
  const expiresAt = new Date(Date.now() + 86_400_000);
  caller = (await findCaller(
    await createToken(world.viewer('city', 'administrator'), {
      name: '财务系统',
      purpose: '',
      unitCode: world.unit.county.code,
      rights: ['propose'],
      expiresAt,
    }),
  ))!;
  reporter = world.viewer('county', 'reporter');
});

async function proposed(figures: ProposedFigure[]): Promise<string> {
  const id = await world.report('county', String((year += 1)));
  await proposeMore(figures);
  return id;
}
const proposeMore = (figures: ProposedFigure[]) =>
  propose(caller, {
    unit: world.unit.county.code,
    period: String(year),
    figures,
    key: crypto.randomUUID(),
    hash: JSON.stringify(figures),
  });
const stands = async (id: string) =>
  (await findForm(reporter, id))!.rows.flatMap(({ indicator, figure }) =>
    figure ? [[indicator.code, figure.answer, figure.value]] : [],
  );

describe('a proposal', () => {
  test('is shown with what it would change, taken by a person, and names its system in history and trace', async () => {
    const id = await proposed([
      { indicator: 'SX001', value: '12' },
      { indicator: 'SX002', answer: 'not_available', note: '账册遗失' },
    ]);
    expect([await stands(id), await countProposals(reporter, id)]).toEqual([[], 1]);
    expect(await listNotices(reporter)).toMatchObject([
      { kind: 'proposal.made', text: '财务系统', about: { reportId: id } },
    ]);
    const [shown] = (await listProposals(reporter, id))!;
    expect(shown).toMatchObject({
      system: '财务系统',
      lines: [
        { code: 'SX001', kind: 'new', typed: '12' },
        { code: 'SX002', kind: 'new', typed: '无法取得', note: '账册遗失' },
      ],
    });
    expect(await takeProposal(reporter, shown!.id, shown!.seen)).toBe(2);
    expect(await stands(id)).toEqual([
      ['SX001', 'number', '12'],
      ['SX002', 'not_available', null],
    ]);
    expect(await countProposals(reporter, id)).toBe(0);
    const events = await listEvents(reporter, id);
    expect(
      events.filter(({ kind }) => kind.startsWith('proposal.')).map(({ kind, by }) => [kind, by]),
    ).toEqual([
      ['proposal.taken', reporter.name],
      ['proposal.made', null],
    ]);
    expect(
      events.find((event) => event.kind === 'figure.saved' && event.subject === 'SX001'),
    ).toMatchObject({ by: reporter.name, to: { value: '12', origin: { system: '财务系统' } } });
    const key = {
      unit: world.unit.county.code,
      period: String(year),
      indicator: 'SX001',
      submission: 1,
    };
    expect(await findTrace(reporter, key)).toMatchObject({
      enteredBy: reporter.name,
      system: '财务系统',
    });
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '13' }]);
    expect(await findTrace(reporter, key)).toMatchObject({
      enteredBy: reporter.name,
      system: null,
    });
    await expect(takeProposal(reporter, shown!.id, shown!.seen)).rejects.toMatchObject({
      code: 'proposal-decided',
    });
  });

  test('its origin goes on into the next submission', async () => {
    const id = await proposed([{ indicator: 'SX001', value: '12' }]);
    const [shown] = (await listProposals(reporter, id))!;
    await takeProposal(reporter, shown!.id, shown!.seen);
    const signed = {
      sentAt: new Date(),
      sentById: reporter.personId,
      signedAt: new Date(),
      signedById: world.viewer('county', 'signatory').personId,
    };
    await db.submission.updateMany({ where: { reportId: id }, data: signed });
    await returnForChanges(world.viewer('city', 'reviewer'), id, 1, {
      reason: '请核对',
      marks: [],
    });
    expect(
      await findTrace(reporter, {
        unit: world.unit.county.code,
        period: String(year),
        indicator: 'SX001',
        submission: 2,
      }),
    ).toMatchObject({ system: '财务系统' });
  });

  test('never overwrites what was entered since: that is a conflict, and the rest is taken', async () => {
    const id = await proposed([
      { indicator: 'SX001', value: '12' },
      { indicator: 'SX002', value: '30' },
      { indicator: 'SX007', value: '7' },
    ]);
    await saveFigures(reporter, id, [
      { indicator: 'SX001', revision: 0, typed: '5' },
      { indicator: 'SX007', revision: 0, typed: '7' },
    ]);
    const [shown] = (await listProposals(reporter, id))!;
    expect(shown!.lines.map(({ code, kind, by }) => [code, kind, by])).toEqual([
      ['SX001', 'conflict', reporter.name],
      ['SX002', 'new', undefined],
      ['SX007', 'same', undefined],
    ]);
    expect(await takeProposal(reporter, shown!.id, shown!.seen)).toBe(1);
    expect(await stands(id)).toEqual([
      ['SX001', 'number', '5'],
      ['SX002', 'number', '30'],
      ['SX007', 'number', '7'],
    ]);
  });

  test('is written only as it was shown', async () => {
    const id = await proposed([
      { indicator: 'SX001', value: '12' },
      { indicator: 'SX002', value: '30' },
    ]);
    const [shown] = (await listProposals(reporter, id))!;
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '5' }]);
    await expect(takeProposal(reporter, shown!.id, shown!.seen)).rejects.toMatchObject({
      code: 'changed-since-preview',
    });
    expect(await stands(id)).toEqual([['SX001', 'number', '5']]);
    expect(await countProposals(reporter, id)).toBe(1);
  });

  test('is refused, and then it is over', async () => {
    const id = await proposed([{ indicator: 'SX001', value: '12' }]);
    const [shown] = (await listProposals(reporter, id))!;
    await refuseProposal(reporter, shown!.id);
    expect([await stands(id), await listProposals(reporter, id)]).toEqual([[], []]);
    await expect(refuseProposal(reporter, shown!.id)).rejects.toMatchObject({
      code: 'proposal-decided',
    });
    await expect(
      db.$executeRaw`UPDATE "proposal" SET "decision" = 'taken' WHERE "id" = ${shown!.id}::uuid`,
    ).rejects.toThrow(/only ever decided on/);
  });

  test('is taken once, however many take it', async () => {
    const id = await proposed([{ indicator: 'SX001', value: '12' }]);
    const [shown] = (await listProposals(reporter, id))!;
    const second = await world.person('county', ['reporter']);
    const taken = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) =>
        takeProposal(at % 2 ? reporter : second, shown!.id, shown!.seen),
      ),
    );
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.event.count({ where: { reportId: id, kind: 'proposal.taken' } })).toBe(1);
  });

  test('is the business of the reporters of its unit alone, and lapses when the report is handed in', async () => {
    const id = await proposed([{ indicator: 'SX001', value: '12' }]);
    const [shown] = (await listProposals(reporter, id))!;
    for (const [unit, role] of [
      ['county', 'signatory'],
      ['county', 'administrator'],
      ['city', 'reporter'],
      ['city', 'reviewer'],
      ['neighbour', 'reporter'],
    ] as const) {
      const viewer = world.viewer(unit, role);
      expect([
        unit,
        role,
        await countProposals(viewer, id),
        await listProposals(viewer, id),
      ]).toEqual([unit, role, 0, null]);
      await expect(takeProposal(viewer, shown!.id, shown!.seen)).rejects.toMatchObject({
        code: unit === 'neighbour' ? 'not-found' : 'refused',
      });
      await expect(refuseProposal(viewer, shown!.id)).rejects.toMatchObject({
        code: unit === 'neighbour' ? 'not-found' : 'refused',
      });
    }
    const signed = {
      sentAt: new Date(),
      sentById: reporter.personId,
      signedAt: new Date(),
      signedById: world.viewer('county', 'signatory').personId,
    };
    await db.submission.updateMany({ where: { reportId: id }, data: signed });
    await approve(world.viewer('city', 'reviewer'), id, 1);
    await expect(takeProposal(reporter, shown!.id, shown!.seen)).rejects.toMatchObject({
      code: 'not-open-for-entry',
    });
    await expect(proposeMore([{ indicator: 'SX001', value: '1' }])).rejects.toMatchObject({
      code: 'not-open-for-entry',
    });
    expect(await countProposals(reporter, id)).toBe(0);
  });
});
