import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { findCover } from './covers';
import { saveFigures } from '../figures/save-figures';
import { listNotices } from '../notices/notices';
import { changePeriod } from '../tree/periods';
import { findReport } from '../report/reports';
import { approve, returnForChanges } from '../review/reviews';
import { sendBack, sendForSignature, signAndSubmit } from './submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import type { Viewer } from '../database/access';

let world: World;
let second: Viewer;
let year = 8300;
beforeAll(async () => {
  world = await makeWorld();
  second = await world.person('county', ['signatory']);
});

async function sent(): Promise<string> {
  const id = await world.report('county', String((year += 1)));
  await db.period.update({ where: { code: String(year) }, data: { signatures: 2 } });
  await fillAll(world.viewer('county', 'reporter'), id);
  await sendForSignature(world.viewer('county', 'reporter'), id);
  return id;
}

test('a report of a period with two signatures is handed in by the second, which is another’s', async () => {
  const id = await sent();
  const [first, reviewer] = [world.viewer('county', 'signatory'), world.viewer('city', 'reviewer')];
  expect(await signAndSubmit(first, id)).toBe('cosigned');
  expect(await findReport(first, id)).toMatchObject({
    status: 'awaiting-signature',
    submission: { cosignedBy: first.name, isCosignedByViewer: true, signedBy: null },
  });
  expect(await findReport(reviewer, id)).toBeNull();
  await expect(signAndSubmit(first, id)).rejects.toMatchObject({
    code: 'second-signature-by-another',
  });
  await expect(
    saveFigures(world.viewer('county', 'reporter'), id, [
      { indicator: 'SX001', revision: 1, typed: '3' },
    ]),
  ).rejects.toMatchObject({ code: 'not-open-for-entry' });
  expect((await listNotices(second)).find(({ about }) => about.reportId === id)?.kind).toBe(
    'report.cosigned',
  );
  // Nobody is notified of their own step, least of all to wait for themselves.
  expect((await listNotices(first)).find(({ about }) => about.reportId === id)?.kind).toBe(
    'report.sent',
  );
  expect(await signAndSubmit(second, id)).toBe('signed');
  expect(await findReport(reviewer, id)).toMatchObject({
    status: 'submitted',
    submission: { cosignedBy: first.name, signedBy: second.name },
  });
  // Both have signed: neither may judge it.
  const judge = await db.personRole.create({
    data: { personId: first.personId, role: 'reviewer' },
  });
  await db.person.update({ where: { id: first.personId }, data: { unitId: world.unit.city.id } });
  await expect(
    approve({ ...first, roles: ['reviewer'], unit: world.unit.city }, id, 1),
  ).rejects.toMatchObject({ code: 'refused' });
  await db.person.update({ where: { id: first.personId }, data: { unitId: world.unit.county.id } });
  await db.personRole.delete({
    where: { personId_role: { personId: first.personId, role: judge.role } },
  });
});

test('two who sign at once are the first and the second', async () => {
  const id = await sent();
  const results = await Promise.all([
    signAndSubmit(world.viewer('county', 'signatory'), id),
    signAndSubmit(second, id),
  ]);
  expect(results.sort()).toEqual(['cosigned', 'signed']);
});

test('one who signs twice at once signs once', async () => {
  const id = await sent();
  const first = world.viewer('county', 'signatory');
  const results = await Promise.allSettled([signAndSubmit(first, id), signAndSubmit(first, id)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await findReport(first, id))?.status).toBe('awaiting-signature');
});

test('sent back and corrected, both sign anew; and the next submission has no signature', async () => {
  const id = await sent();
  const [reporter, first] = [
    world.viewer('county', 'reporter'),
    world.viewer('county', 'signatory'),
  ];
  await signAndSubmit(first, id);
  await sendBack(second, id, '宣讲场次请核对');
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '3' }]);
  await sendForSignature(reporter, id);
  expect(await signAndSubmit(second, id)).toBe('cosigned');
  expect(await signAndSubmit(first, id)).toBe('signed');
  await returnForChanges(world.viewer('city', 'reviewer'), id, 1, { reason: '请核对', marks: [] });
  expect((await findReport(reporter, id))?.submission).toMatchObject({
    number: 2,
    cosignedBy: null,
    signedBy: null,
  });
});

test('the fingerprint holds both signatures; the database refuses one person twice', async () => {
  const id = await sent();
  const first = world.viewer('county', 'signatory');
  await signAndSubmit(first, id);
  await signAndSubmit(second, id);
  const { fingerprint } = (await findCover(first, id, 1))!;
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  const other = await sent();
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: other } });
  const twice = {
    cosignedAt: new Date(),
    cosignedById: first.personId,
    signedAt: new Date(),
    signedById: first.personId,
  };
  await expect(
    db.submission.update({ where: { id: submissionId }, data: twice }),
  ).rejects.toThrow();
});

test('where one has become enough meanwhile, whoever signs next signs alone', async () => {
  const id = await sent();
  const first = world.viewer('county', 'signatory');
  await signAndSubmit(first, id);
  const { opensAt, dueAt, lateUntil, closesAt } = await db.period.findUniqueOrThrow({
    where: { code: String(year) },
  });
  const administrator = world.viewer('province', 'administrator');
  await expect(
    changePeriod(administrator, String(year), {
      opensAt,
      dueAt,
      lateUntil,
      closesAt,
      signatures: 3,
    }),
  ).rejects.toMatchObject({ code: 'bad-signatures' });
  await changePeriod(administrator, String(year), {
    opensAt,
    dueAt,
    lateUntil,
    closesAt,
    signatures: 1,
  });
  expect(await signAndSubmit(first, id)).toBe('signed');
  expect((await findReport(first, id))?.submission).toMatchObject({
    cosignedBy: null,
    signedBy: first.name,
  });
});
