// What people wait for is prepared once for each connection, and takes as few statements as it does today.
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from './client';
import { listExplained } from '../rollup/explained';
import { saveFigures } from '../figures/save-figures';
import { findForm, findStampedForm } from '../figures/form';
import { nameStatements } from './kept-statements';
import { findRollUp } from '../rollup/rollup';
import { findSession, openSession } from '../people/sessions';
import { findSummarySources, readSummaryInput } from '../summary/input';
import { makeWorld, type World } from '../testing/test-world';
import { inTransaction } from './transaction';

describe('names', () => {
  const kept = (text: string) => ({ sql: `/* kept */ SELECT ${text}` });

  test('are the same for the same text, other for another, and none where nothing is marked', () => {
    const nameOf = nameStatements('postgresql://localhost/gongbao');
    expect([nameOf(kept('1')), nameOf(kept('2')), nameOf(kept('1'))]).toEqual([
      'kept_1',
      'kept_2',
      'kept_1',
    ]);
    expect(nameOf({ sql: 'SELECT 1' })).toBe('');
    expect(nameOf({ sql: 'SELECT 1 /* kept */' })).toBe('');
  });

  test('are not given without end', () => {
    const nameOf = nameStatements(undefined);
    const names = Array.from({ length: 150 }, (_, at) => nameOf(kept(String(at))));
    expect(new Set(names.slice(0, 100)).size).toBe(100);
    expect(new Set(names.slice(100))).toEqual(new Set(['']));
    expect(nameOf(kept('7'))).toBe(names[7]);
  });

  test.each([
    ['postgresql://localhost/gongbao?pgbouncer=true', ''],
    ['postgresql://localhost/gongbao?sslmode=disable&pgbouncer=true', ''],
    ['postgresql://localhost/gongbao?pgbouncer=false', 'kept_1'],
  ])('%s gives "%s"', (address, name) => {
    expect(nameStatements(address)(kept('1'))).toBe(name);
  });
});

test('the server plans a marked statement once for a connection, and reads it with new values each time', async () => {
  const read = await inTransaction(async (tx) => {
    const answers: unknown[] = [];
    for (let at = 0; at < 8; at += 1)
      answers.push(
        ...(await tx.$queryRaw<unknown[]>`/* kept */ SELECT ${at}::int * 2 AS "kept_probe"`),
      );
    await tx.$queryRaw`SELECT ${1}::int AS "passing_probe"`;
    const prepared = await tx.$queryRaw<object[]>`
      SELECT "generic_plans"::int + "custom_plans"::int AS "plans", "generic_plans" > 0 AS "isKept"
        FROM pg_prepared_statements WHERE "statement" LIKE '%\_probe"' AND "statement" NOT LIKE '%pg_prepared%'`;
    return { answers, prepared };
  });
  expect(read.answers).toEqual(Array.from({ length: 8 }, (_, at) => ({ kept_probe: at * 2 })));
  expect(read.prepared).toEqual([{ plans: 8, isKept: true }]);
});

describe('statements', () => {
  let world: World;
  let reportId: string;
  const codes = ['SX001', 'SX002', 'SX007'];
  const save = (typed: string, revision: number) =>
    saveFigures(
      world.viewer('county', 'reporter'),
      reportId,
      codes.map((indicator) => ({ indicator, revision, typed })),
    );

  beforeAll(async () => {
    world = await makeWorld();
    await world.report('county', '2020');
    reportId = await world.report('county', '2021');
    await save('7', 0);
    await findCatalogue();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('of a save: report and rights, a lock meanwhile, standing figures, writing with its events', async () => {
    const sent = await statementsOf(() => save('8', 1));
    expect(sent).toEqual(['BEGIN', 'kept', 'kept', 'kept', 'kept', 'COMMIT']);
  });

  test('of a save where cells were empty: the same, with what the unit chose', async () => {
    const fresh = await world.report('neighbour', '2021');
    const reporter = world.viewer('neighbour', 'reporter');
    const sent = await statementsOf(() =>
      saveFigures(
        reporter,
        fresh,
        codes.map((indicator) => ({ indicator, revision: 0, typed: '3' })),
      ),
    );
    expect(sent).toEqual(['BEGIN', 'kept', 'kept', 'kept', 'kept', 'COMMIT']);
  });

  test('of a form: report, figures, those of the year before, what stands beside them', async () => {
    expect(
      await statementsOf(() => findForm(world.viewer('county', 'reporter'), reportId)),
    ).toEqual(['kept', 'kept', 'kept', 'kept']);
  });

  test('of a form that is watched: its stamp before all that the stamp is of', async () => {
    const [report, stamp, ...rest] = await statementsOf(() =>
      findStampedForm(world.viewer('county', 'reporter'), reportId),
    );
    expect([report, ...rest]).toEqual(['kept', 'kept', 'kept', 'kept']);
    expect(stamp).toContain('md5');
  });

  test('of a comparison: unit and reports, plan, totals explained, mergers and splits, figures, notes', async () => {
    const key = { unit: world.unit.county.code, period: '2021' };
    const sent = await statementsOf(async () =>
      readSummaryInput((await findSummarySources(world.viewer('county', 'reporter'), key))!),
    );
    expect(sent).toEqual(Array.from(sent, () => 'kept'));
    expect(sent).toHaveLength(7);
  });

  test('of what the units of a roll-up explained: two, not marked, for a part of the tree is small or large', async () => {
    const [reviewer, by, at] = [
      world.viewer('city', 'reviewer'),
      world.viewer('county', 'signatory').personId,
      new Date(),
    ];
    await db.submission.updateMany({
      where: { reportId },
      data: { sentAt: at, sentById: by, signedAt: at, signedById: by },
    });
    const view = (await findRollUp(reviewer, {
      unit: world.unit.city.code,
      period: '2021',
      basis: 'then',
      standing: 'submitted',
    }))!;
    const sent = await statementsOf(() => listExplained(reviewer, view));
    expect(sent).toEqual([
      expect.stringContaining('"explanation"'),
      expect.stringContaining('"roll_up_explanation"'),
    ]);
  });

  test('of knowing who asks: one', async () => {
    const token = await openSession(world.viewer('county', 'reporter').personId);
    expect(await statementsOf(() => findSession(token))).toEqual(['kept']);
  });
});

/** What went to the server meanwhile, but for looking whether another catalogue has been loaded, which is done now and
 *  then. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  await work();
  const texts = query.mock.calls.map(([statement]) =>
    typeof statement === 'string' ? statement : (statement as unknown as { text: string }).text,
  );
  return texts
    .filter((text) => !text.includes('catalogue_state'))
    .map((text) => (text.startsWith('/* kept */') ? 'kept' : text.trim()));
}
