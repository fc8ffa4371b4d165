import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Prisma } from '@/prisma/generated/client';
import {
  tokenState,
  tokenText,
  type TokenRight,
  type TokenState,
} from '@/lib/domain/access/access-token';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { can, relationOf } from '@/lib/domain/access/policy';
import { isWithin } from '@/lib/domain/tree/unit';
import { isId, withinScope, type Viewer } from '../database/access';
import { inAdministration } from '../database/administration';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { hashToken, newToken } from '../database/secrets';
import { isCode, wordsOf } from '../database/words';

export type TokenView = {
  id: string;
  lookup: string;
  name: string;
  purpose: string;
  rights: TokenRight[];
  state: TokenState;
  unit: { code: string; name: string; nameEn: string };
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedBy: string | null;
  revokedAt: Date | null;
};

export type NewAccessToken = {
  name: string;
  purpose: string;
  unitCode: string;
  rights: TokenRight[];
  expiresAt: Date;
};

/** What has to be known of whoever made a token. */
export const makerSelect = {
  name: true,
  disabledAt: true,
  roles: { select: { role: true } },
  unit: { select: { lineage: true } },
} as const;

type Maker = Prisma.PersonGetPayload<{ select: typeof makerSelect }>;

/** Whether whoever made a token may still make such a token: not disabled, administrator, the token's unit the own one
 *  or below. */
export const isEntitled = ({ disabledAt, roles, unit }: Maker, lineage: string): boolean =>
  disabledAt === null &&
  roles.some(({ role }) => role === 'administrator') &&
  isWithin(lineage, unit.lineage);

/** Tokens of the viewer's unit and those below, newest first; nothing for those who do not manage them. */
export async function listTokens(viewer: Viewer): Promise<TokenView[]> {
  if (!can(viewer, 'token.manage', { relation: 'own' })) return [];
  const rows = await db.accessToken.findMany({
    where: { unit: withinScope(viewer) },
    omit: { secretHash: true, unitId: true, createdById: true, revokedById: true },
    include: {
      unit: { select: { code: true, name: true, nameEn: true, lineage: true } },
      createdBy: { select: makerSelect },
      revokedBy: { select: { name: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const now = new Date();
  return rows.map(({ unit: { lineage, ...unit }, createdBy, revokedBy, ...row }) => ({
    ...row,
    unit,
    createdBy: createdBy.name,
    revokedBy: revokedBy?.name ?? null,
    state: tokenState({ ...row, isMakerEntitled: isEntitled(createdBy, lineage) }, now),
  }));
}

/** Makes a token and answers its text, which nobody can be shown again: only a hash of it is kept. */
export async function createToken(
  viewer: Viewer,
  { name, purpose, unitCode, rights, expiresAt }: NewAccessToken,
): Promise<string> {
  const life = expiresAt.getTime() - Date.now();
  if (life <= 0 || life > longestLife)
    throw new InvalidError('token-expiry', { field: 'expiresOn' });
  const [lookup, secret] = [randomBytes(8).toString('hex'), newToken()];
  const words = { name: wordsOf(name), purpose: wordsOf(purpose) };
  await inAdministration(async (tx) => {
    const unit = isCode(unitCode)
      ? await tx.unit.findFirst({ where: { code: unitCode, ...withinScope(viewer) } })
      : null;
    if (!unit) throw new NotFoundError();
    authorise(viewer, unit.lineage);
    await tx.accessToken.create({
      data: {
        ...words,
        lookup,
        secretHash: hashToken(secret),
        unitId: unit.id,
        rights,
        createdById: viewer.personId,
        expiresAt,
      },
    });
    const to = { ...words, unit: unit.code, rights, expiresAt: expiresAt.toISOString() };
    await recordEvents(tx, [{ by: viewer.personId, kind: 'token.created', subject: lookup, to }]);
  });
  return tokenText(lookup, secret);
}

/** Ends a token: the next call with it is refused. */
export async function revokeToken(viewer: Viewer, tokenId: string): Promise<void> {
  await inAdministration(async (tx) => {
    const token = isId(tokenId)
      ? await tx.accessToken.findFirst({
          where: { id: tokenId, unit: withinScope(viewer) },
          include: { unit: true },
        })
      : null;
    if (!token) throw new NotFoundError();
    authorise(viewer, token.unit.lineage);
    if (token.revokedAt) return;
    await tx.accessToken.update({
      where: { id: token.id },
      data: { revokedAt: new Date(), revokedById: viewer.personId },
    });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'token.revoked',
        subject: token.lookup,
        from: { name: token.name },
      },
    ]);
  });
}

// What is given out once a year is looked at once a year.
const longestLife = 367 * 86_400_000;

function authorise(viewer: Viewer, lineage: string): void {
  if (!can(viewer, 'token.manage', { relation: relationOf(viewer.unit.lineage, lineage) }))
    throw new RefusedError('token.manage');
}
