// The one place where contents are hashed. What is kept of them names no algorithm: with another one, such as SM3,
// here and in the first word of lib/domain/report/fingerprint.ts, the new ones differ from the old ones, and both
// can be told apart.
import 'server-only';
import { createHash, type Hash } from 'node:crypto';

/** SHA-256 as hexadecimal digits. */
export const digestOf = (content: string | Uint8Array): string =>
  newDigest().update(content).digest('hex');

/** The same for what comes piece by piece. */
export const newDigest = (): Hash => createHash('sha256');
