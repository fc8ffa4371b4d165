// A database that does not answer is distinguished from a fault: the page says so, and the browser keeps what was
// typed.
import 'server-only';
import { randomBytes } from 'node:crypto';

/** Next hands a page's error to the browser as its digest alone; one that begins with DATABASE says what is down. */
export class DatabaseDownError extends Error {
  readonly digest = `DATABASE-${newErrorNumber()}`;

  constructor(cause: unknown) {
    super('the database does not answer', { cause });
    this.name = 'DatabaseDownError';
  }
}

/** Names the error where the database is down, and throws it on. */
export function throwNamed(error: unknown): never {
  throw isDatabaseDown(error) ? new DatabaseDownError(error) : error;
}

/** Whether an error says that the database cannot be reached, rather than that a query is wrong. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error instanceof DatabaseDownError ||
    signs.test(`${'code' in error ? String(error.code) : ''} ${error.message}`)
  );
}

/** A number a person can read out on the telephone. */
export function newErrorNumber(): string {
  return randomBytes(4).toString('hex').toUpperCase();
}

const signs =
  /Can't reach database|P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|DatabaseNotReachable|ConnectionClosed|Connection terminated|Server has closed the connection|57P0[123]|shutting down|starting up|Unable to start a transaction|P2028|Transaction already closed|Client has encountered a connection error|Query read timeout|timeout exceeded when trying to connect|timeout expired|53300|too many clients/i;
