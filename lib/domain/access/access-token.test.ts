import { expect, test } from 'vitest';
import { readToken, tokenState, tokenText } from './access-token';

const lookup = '0123456789abcdef';
const secret = 'AZaz09_-'.repeat(6).slice(0, 43);

test('what is written is read back', () => {
  expect(tokenText(lookup, secret)).toBe(`gb_${lookup}_${secret}`);
  expect(readToken(tokenText(lookup, secret))).toEqual({ lookup, secret });
});

test.each([
  ['nothing', ''],
  ['something before it', `x${tokenText(lookup, secret)}`],
  ['something after it', `${tokenText(lookup, secret)}x`],
  ['a line after it', `${tokenText(lookup, secret)}\n`],
  ['a short lookup', tokenText(lookup.slice(1), secret)],
  ['a lookup that is no hex', tokenText(`g${lookup.slice(1)}`, secret)],
  ['a short secret', tokenText(lookup, secret.slice(1))],
  ['a secret with another character', tokenText(lookup, `.${secret.slice(1)}`)],
  ['another name', tokenText(lookup, secret).replace('gb', 'gh')],
])('%s is no token', (_, text) => {
  expect(readToken(text)).toBeNull();
});

const now = new Date('2026-11-21T08:00:00Z');
const later = new Date(now.getTime() + 1);
const earlier = new Date(now.getTime() - 1);

test.each([
  ['holds', { revokedAt: null, expiresAt: later, isMakerEntitled: true }, 'valid'],
  [
    'rests with its maker',
    { revokedAt: null, expiresAt: later, isMakerEntitled: false },
    'resting',
  ],
  ['ends at its hour', { revokedAt: null, expiresAt: now, isMakerEntitled: true }, 'expired'],
  ['has ended', { revokedAt: null, expiresAt: earlier, isMakerEntitled: false }, 'expired'],
  ['was taken back', { revokedAt: earlier, expiresAt: later, isMakerEntitled: true }, 'revoked'],
  [
    'was taken back and has ended',
    { revokedAt: earlier, expiresAt: earlier, isMakerEntitled: true },
    'revoked',
  ],
] as const)('a token %s', (_, token, state) => {
  expect(tokenState(token, now)).toBe(state);
});
