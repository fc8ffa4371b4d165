import 'server-only';
import { randomBytes } from 'node:crypto';
import { digestOf } from './digest';

/** A random token for a link or a cookie: 256 bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It is random, so a plain digest is enough: nothing can be tried out against it. */
export const hashToken = (token: string): string => digestOf(token);
