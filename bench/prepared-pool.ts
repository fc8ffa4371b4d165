// Plain SQL at its fastest: every statement with values is prepared once for each connection.
import pg from 'pg';

const names = new Map<string, string>();

class PreparingClient extends pg.Client {}
// The pool passes a callback behind the values, hand-written code does not: both go on as they came.
PreparingClient.prototype.query = function query(
  this: pg.Client,
  text: unknown,
  values: unknown,
  ...rest: unknown[]
): unknown {
  const plain = Reflect.get(pg.Client.prototype, 'query') as (...all: unknown[]) => unknown;
  if (typeof text !== 'string' || !Array.isArray(values))
    return plain.call(this, text, values, ...rest);
  const name = names.get(text) ?? `plain_${names.size}`;
  names.set(text, name);
  return plain.call(this, { name, text, values }, ...rest);
} as pg.Client['query'];

/** A pool of connections that prepare. */
export const openPreparedPool = (connectionString: string): pg.Pool =>
  new pg.Pool({ connectionString, max: 10, Client: PreparingClient });
