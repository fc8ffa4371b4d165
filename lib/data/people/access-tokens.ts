import 'server-only';
import { randomBytes } from 'node:crypto';
import { Prisma } from '@/prisma/generated/client';
import {
  tokenState,
  tokenText,
  type TokenRight,
  type TokenState,
} from '@/lib/domain/access/access-token';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { can, relationOf } from '@/lib/domain/access/policy';
import { isId, scopeSql, withinScope, type Viewer } from '../database/access';
import { inAdministration } from './administration';
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

/** Whether whoever made a token (alias a, its unit u) may still make such a token: not disabled, administrator, the
 *  token's unit the own one or below. */
export const makerEntitled = Prisma.sql`EXISTS (
  SELECT 1 FROM "person" m JOIN "person_role" o ON o."person_id" = m."id" AND o."role" = 'administrator' JOIN "unit" mu ON mu."id" = m."unit_id"
  WHERE m."id" = a."created_by_id" AND m."disabled_at" IS NULL AND starts_with(u."lineage", mu."lineage"))`;

/** Tokens of the viewer's unit and those below, newest first; nothing for those who do not manage them. */
export async function listTokens(viewer: Viewer): Promise<TokenView[]> {
  if (!can(viewer, 'token.manage', { relation: 'own' })) return [];
  type Row = Omit<TokenView, 'state' | 'unit'> & {
    code: string;
    unitName: string;
    unitNameEn: string;
    isMakerEntitled: boolean;
  };
  const rows = await db.$queryRaw<Row[]>`
    SELECT a."id", a."lookup", a."name", a."purpose", a."rights"::text[] AS "rights", u."code", u."name" AS "unitName", u."name_en" AS "unitNameEn",
      h."name" AS "createdBy", a."created_at" AS "createdAt", a."expires_at" AS "expiresAt", a."last_used_at" AS "lastUsedAt",
      k."name" AS "revokedBy", a."revoked_at" AS "revokedAt", ${makerEntitled} AS "isMakerEntitled"
    FROM "access_token" a JOIN "unit" u ON u."id" = a."unit_id" JOIN "person" h ON h."id" = a."created_by_id"
    LEFT JOIN "person" k ON k."id" = a."revoked_by_id"
    WHERE ${scopeSql(viewer)} ORDER BY a."created_at" DESC, a."id" DESC`;
  const now = new Date();
  return rows.map(({ code, unitName, unitNameEn, isMakerEntitled, ...row }) => ({
    ...row,
    unit: { code, name: unitName, nameEn: unitNameEn },
    state: tokenState({ ...row, isMakerEntitled }, now),
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
