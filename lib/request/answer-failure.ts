// What a route answers when something failed that nobody foresaw: an error number that is also in the log, and 503
// where the database does not answer, so that the browser keeps what was typed and tries again.
import 'server-only';
import { isDatabaseDown, newErrorNumber } from '@/lib/database-down';
import { log } from '@/lib/log';

/** Logs the failure and answers it. */
export function answerFailure(error: unknown): Response {
  const number = newErrorNumber();
  const isDown = isDatabaseDown(error);
  log.error({ number, err: error }, isDown ? 'database down' : 'request failed');
  const body = { error: isDown ? 'database-down' : 'failure', number };
  return Response.json(body, {
    status: isDown ? 503 : 500,
    headers: { 'cache-control': 'no-store' },
  });
}
