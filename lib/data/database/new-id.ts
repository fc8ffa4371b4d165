import 'server-only';
import { randomUUID } from 'node:crypto';

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
  // Variant and random bits stand at the same places in a random UUID, which Node draws many of at a time.
  const tail = randomUUID().slice(19);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${tail}`;
}
