import 'server-only';
import { randomBytes } from 'node:crypto';

let lastTime = 0;
let sequence = 0;

/** A UUID version 7 (RFC 9562) for rows written by raw SQL: ids made one after the other sort in that order. */
export function newId(): string {
  const now = Date.now();
  sequence = now > lastTime ? 0 : sequence + 1;
  if (sequence > 0xfff) {
    lastTime += 1;
    sequence = 0;
  } else {
    lastTime = Math.max(now, lastTime);
  }
  const time = lastTime.toString(16).padStart(12, '0');
  const random = randomBytes(8);
  random[0] = (random[0]! & 0x3f) | 0x80;
  const tail = random.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
