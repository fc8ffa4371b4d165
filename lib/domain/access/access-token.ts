// The text of an access token (访问令牌): a name by which it is found and a secret. It is shown once and never
// kept.

export const tokenRights = ['read', 'propose'] as const;
/** `read`: what was approved below its unit. `propose`: figures for drafts there, which a person takes or refuses. */
export type TokenRight = (typeof tokenRights)[number];

/** "gb_" + 16 hexadecimal digits that find the token + "_" + 43 characters (256 bits) that nobody else knows. */
export function tokenText(lookup: string, secret: string): string {
  return `gb_${lookup}_${secret}`;
}

/** The two parts of a token; null for what cannot be one. */
export function readToken(text: string): { lookup: string; secret: string } | null {
  const [, lookup, secret] = form.exec(text) ?? [];
  return lookup && secret ? { lookup, secret } : null;
}

export type TokenState = 'valid' | 'revoked' | 'expired' | 'resting';

/** Whether a token holds. It rests while whoever made it may not make such a token any more: they know its secret. */
export function tokenState(
  token: { revokedAt: Date | null; expiresAt: Date; isMakerEntitled: boolean },
  now: Date,
): TokenState {
  if (token.revokedAt) return 'revoked';
  if (token.expiresAt <= now) return 'expired';
  return token.isMakerEntitled ? 'valid' : 'resting';
}

const form = /^gb_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;
