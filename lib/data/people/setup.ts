import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { lineageOf, type UnitLevel } from '@/lib/domain/tree/unit';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { hashToken, newToken } from '../database/secrets';
import { inTransaction } from '../database/transaction';

const halfHour = 30 * 60 * 1000;

export type FirstOffice = {
  unit: { code: string; name: string; nameEn: string; level: UnitLevel };
  account: string;
  name: string;
  passwordHash: string;
};

/** Token of the link that makes the first administrator; null when there are people already. Only the newest counts. */
export async function createFirstAdministratorLink(): Promise<string | null> {
  return inTransaction(async (tx) => {
    if ((await tx.person.count()) > 0) return null;
    const token = newToken();
    await tx.setupToken.deleteMany({});
    await tx.setupToken.create({
      data: { tokenHash: hashToken(token), expiresAt: new Date(Date.now() + halfHour) },
    });
    return token;
  });
}

/** Whether a token may still set up this installation. */
export async function isSetupToken(token: string): Promise<boolean> {
  const found = await db.setupToken.findFirst({
    where: { tokenHash: hashToken(token), expiresAt: { gt: new Date() } },
  });
  return found !== null;
}

/** Makes the top unit and its first administrator, once. Answers the person's id. */
export async function setUpOffice(
  token: string,
  { unit, account, name, passwordHash }: FirstOffice,
): Promise<string> {
  return inTransaction(async (tx) => {
    const { count } = await tx.setupToken.deleteMany({
      where: { tokenHash: hashToken(token), expiresAt: { gt: new Date() } },
    });
    if (count === 0 || (await tx.person.count()) > 0) throw new InvalidError('invitation-used');
    const { id: unitId } = await tx.unit.create({
      data: { ...unit, lineage: lineageOf(unit.code, null) },
    });
    const { id } = await tx.person.create({
      data: { account, name, unitId, passwordHash, roles: { create: [{ role: 'administrator' }] } },
    });
    await recordEvents(tx, [
      {
        by: id,
        kind: 'unit.created',
        subject: unit.code,
        to: { name: unit.name, level: unit.level, parent: null },
      },
      {
        by: id,
        kind: 'person.created',
        subject: account,
        to: { name, unit: unit.code, roles: ['administrator'] },
      },
    ]);
    return id;
  });
}
