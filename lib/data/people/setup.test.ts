import { expect, test } from 'vitest';
import { db } from '../database/client';
import { listPeople } from './people';
import { hashToken } from '../database/secrets';
import { findSession, openSession } from './sessions';
import { createFirstAdministratorLink, isSetupToken, setUpOffice } from './setup';
import { createUnit } from '../tree/units';

const office = {
  unit: {
    code: '990000',
    name: '云川省总工会',
    nameEn: 'Yunchuan Federation',
    level: 'province' as const,
  },
  account: 'first',
  name: '钱一',
  passwordHash: 'hash',
};

test('the first link makes one office with its administrator, who can begin at once; afterwards there is none', async () => {
  const outdated = await createFirstAdministratorLink();
  const token = await createFirstAdministratorLink();
  expect(outdated && token).toBeTruthy();
  expect([
    await isSetupToken(outdated!),
    await isSetupToken(token!),
    await isSetupToken('guessed'),
  ]).toEqual([false, true, false]);
  await expect(setUpOffice(outdated!, office)).rejects.toMatchObject({ code: 'invitation-used' });

  const results = await Promise.allSettled([
    setUpOffice(token!, office),
    setUpOffice(token!, { ...office, account: 'other' }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await db.person.count()).toBe(1);
  expect(await createFirstAdministratorLink()).toBeNull();
  expect(await isSetupToken(token!)).toBe(false);

  const { id } = await db.person.findFirstOrThrow();
  const viewer = (await findSession(await openSession(id)))!;
  expect(viewer).toMatchObject({
    roles: ['administrator'],
    unit: { code: '990000', lineage: '/990000/' },
  });
  await createUnit(viewer, {
    code: '990100',
    name: '青岚市总工会',
    nameEn: 'Qinglan',
    level: 'city',
    parentCode: '990000',
    validFrom: new Date('2020-01-01'),
  });
  expect(await listPeople(viewer)).toHaveLength(1);
});

test('an expired link sets up nothing, and none does while people are there', async () => {
  await db.setupToken.create({
    data: { tokenHash: hashToken('late'), expiresAt: new Date(Date.now() - 1) },
  });
  expect(await isSetupToken('late')).toBe(false);
  await expect(setUpOffice('late', { ...office, account: 'late' })).rejects.toMatchObject({
    code: 'invitation-used',
  });
  await db.setupToken.create({
    data: { tokenHash: hashToken('valid'), expiresAt: new Date(Date.now() + 60_000) },
  });
  await expect(setUpOffice('valid', { ...office, account: 'valid' })).rejects.toMatchObject({
    code: 'invitation-used',
  });
});
