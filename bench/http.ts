// Whole requests against a production server, each client signed in with a session of its own.
import autocannon from 'autocannon';
import type { ClientRequest } from './tasks';

export type Client = { request: ClientRequest; cookie: string };

/** Signs a person in as a browser does; answers the cookies of the session. */
export async function signIn(address: string, account: string, password: string): Promise<string> {
  const csrf = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${address}/api/auth/callback/password`, {
    method: 'POST',
    headers: {
      cookie: cookiesOf(csrf),
      'content-type': 'application/x-www-form-urlencoded',
      origin: address,
    },
    body: new URLSearchParams({ csrfToken, account, password, json: 'true' }),
    redirect: 'manual',
  });
  const cookies = cookiesOf(answer);
  if (!cookies.includes('session-token'))
    throw new Error(`${account} could not sign in (${answer.status}).`);
  return cookies;
}

/** Requests per second that these clients get answered, over `amount` of them. Anything but a good answer ends the
 *  benchmark. */
export async function measureRequests(
  address: string,
  clients: Client[],
  amount: number,
): Promise<number> {
  const waiting = [...clients];
  let refused = 0;
  // autocannon itself counts in whole seconds.
  const start = performance.now();
  let end = start;
  const result = await autocannon({
    url: address,
    connections: clients.length,
    amount,
    timeout: 120,
    setupClient: (connection) => {
      const client = waiting.shift();
      if (!client) throw new Error('More connections than clients.');
      const { method, path, next, isGood } = client.request;
      const headers = {
        cookie: client.cookie,
        origin: address,
        ...(next && { 'content-type': 'application/json' }),
      };
      connection.setRequests([
        {
          method,
          path,
          headers,
          setupRequest: (request) => ({ ...request, body: next?.() }),
          onResponse: (status, body) => {
            end = performance.now();
            if (status !== 200 || !(isGood?.(body) ?? true)) refused += 1;
          },
        },
      ]);
    },
  });
  if (refused > 0 || result.errors > 0 || result['2xx'] < amount) {
    throw new Error(
      `${clients[0]?.request.path}: ${refused} bad answers, ${result.errors} errors, ` +
        `${result['2xx']} of ${amount} answered.`,
    );
  }
  return amount / ((end - start) / 1000);
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
}
