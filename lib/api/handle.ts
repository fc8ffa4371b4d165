// Every call of /api/v1 goes through here: who calls, how often, with what right, what was sent, what is answered. A
// cookie is never looked at, so that no page of anywhere can call in a person's name; nothing of it is open to other
// origins.
import 'server-only';
import type { Caller } from '@/lib/data/database/access';
import { newDigest } from '@/lib/data/database/digest';
import {
  callsPerMinute,
  countCall,
  countRefusal,
  findCaller,
  type CallCount,
} from '@/lib/data/people/callers';
import { isDatabaseDown, newErrorNumber } from '@/lib/database-down';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import type { Locale } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import { senderAddress } from '@/lib/sender-address';
import type { Answer, Operation } from './operation';
import { answerProblem, ProblemError } from './problem';
import { readBody, readParams, readQuery } from './read-input';
import { localeOfHeader } from './words';

// An address without parts in brackets comes without any.
type Context = { params: Promise<Record<string, string | string[]> | undefined> };
type Handler = (request: Request, context: Context) => Promise<Response>;
type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** The handlers of one address, for all methods: what the address does not do is answered with what it does. */
export function handlersOf(...operations: Operation[]): Record<Method, Handler> {
  const find = (method: string) =>
    operations.find((operation) => operation.method === (method === 'HEAD' ? 'GET' : method));
  const allow = [
    ...operations.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
    'OPTIONS',
  ].join(', ');
  const handler =
    (method: Method): Handler =>
    async (request, context) => {
      if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
      const operation = find(method);
      const answer = operation
        ? await handle(operation, request, ((await context.params) ?? {}) as Record<string, string>)
        : answerProblem(
            localeOfHeader(request.headers.get('accept-language')),
            new ProblemError(405, 'method-not-allowed', { allow }),
            { allow },
          );
      return method === 'HEAD' ? new Response(null, answer) : answer;
    };
  return {
    GET: handler('GET'),
    HEAD: handler('HEAD'),
    POST: handler('POST'),
    PUT: handler('PUT'),
    PATCH: handler('PATCH'),
    DELETE: handler('DELETE'),
    OPTIONS: handler('OPTIONS'),
  };
}

async function handle(
  operation: Operation,
  request: Request,
  params: Record<string, string>,
): Promise<Response> {
  const locale = localeOfHeader(request.headers.get('accept-language'));
  let limits: Record<string, string> = {};
  try {
    const caller = await authenticate(request);
    const count = await countCall(caller.token.id);
    limits = limitHeaders(count);
    if (!count.isAllowed)
      throw new ProblemError(429, 'too-many-calls', { seconds: String(count.resetSeconds) });
    if (!caller.token.rights.includes(operation.right))
      throw new ProblemError(403, 'right-missing', { right: operation.right });
    return await answer(operation, caller, request, params, limits);
  } catch (error) {
    return answerError(error, locale, request, operation, limits);
  }
}

async function authenticate(request: Request): Promise<Caller> {
  const header = request.headers.get('authorization');
  const token = header === null ? null : /^Bearer ([\w-]{1,200})$/i.exec(header)?.[1];
  const caller = token ? await findCaller(token) : null;
  if (caller) return caller;
  const { isAllowed, resetSeconds } = await countRefusal(
    senderAddress(request.headers.get('x-forwarded-for')),
  );
  if (!isAllowed)
    throw new ProblemError(429, 'too-many-refusals', { seconds: String(resetSeconds) });
  throw new ProblemError(401, header === null ? 'token-missing' : 'token-refused');
}

async function answer(
  operation: Operation,
  caller: Caller,
  request: Request,
  addressed: Record<string, string>,
  limits: Record<string, string>,
): Promise<Response> {
  const params = readParams(operation.params, addressed);
  const query = readQuery(operation.query, new URL(request.url).searchParams);
  const key = operation.headers ? readKey(request) : '';
  const { body, content } = operation.body
    ? await readBody(request, operation.body)
    : { body: undefined, content: new Uint8Array() };
  const input = { params, query, body, content, key };
  const headers = {
    'cache-control': 'private, no-cache',
    vary: 'Authorization, Accept-Language',
    ...limits,
  };
  const state = operation.stateOf ? await operation.stateOf(caller, input) : null;
  const known = state === null ? null : tagOf(operation.id, caller.unit.code, query, params, state);
  if (known && isKnown(request, known))
    return new Response(null, { status: 304, headers: { ...headers, etag: known } });
  const {
    status = 200,
    body: answered,
    headers: more = {},
  }: Answer = await operation.answer(caller, input);
  const text = JSON.stringify(answered);
  const tag = operation.method === 'GET' ? (known ?? tagOf(text)) : null;
  if (tag && isKnown(request, tag))
    return new Response(null, { status: 304, headers: { ...headers, etag: tag } });
  return new Response(text, {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...headers,
      ...(tag && { etag: tag }),
      ...more,
    },
  });
}

function answerError(
  error: unknown,
  locale: Locale,
  request: Request,
  operation: Operation,
  headers: Record<string, string>,
): Response {
  if (error instanceof NotFoundError)
    return answerProblem(locale, new ProblemError(404, 'not-found'), headers);
  // What cannot be done now, by the report's status or the period's dates, is a conflict with the present state.
  if (error instanceof InvalidError)
    return answerProblem(locale, new ProblemError(409, error.code, error.params), headers);
  if (error instanceof ProblemError)
    return answerProblem(locale, error, { ...headers, ...headersFor(error, operation) });
  if (request.signal.aborted)
    return answerProblem(locale, new ProblemError(400, 'not-json'), headers);
  const number = newErrorNumber();
  const isDown = isDatabaseDown(error);
  log.error(
    { number, err: error, operation: operation.id },
    isDown ? 'database down' : 'request failed',
  );
  return answerProblem(
    locale,
    new ProblemError(isDown ? 503 : 500, isDown ? 'database-down' : 'failure', { number }),
    { ...headers, ...(isDown && { 'retry-after': '5' }) },
    number,
  );
}

function headersFor(
  { status, code, params }: ProblemError,
  { right }: Operation,
): Record<string, string> {
  if (status === 401)
    return {
      'www-authenticate': `Bearer realm="gongbao"${code === 'token-missing' ? '' : ', error="invalid_token"'}`,
    };
  if (status === 403)
    return {
      'www-authenticate': `Bearer realm="gongbao", error="insufficient_scope", scope="${right}"`,
    };
  return status === 429 ? { 'retry-after': params.seconds ?? '60' } : {};
}

function readKey(request: Request): string {
  const key = request.headers.get('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{1,100}$/.test(key)) throw new ProblemError(400, 'key-missing');
  return key;
}

const limitHeaders = ({ left, resetSeconds }: CallCount): Record<string, string> => ({
  'ratelimit-policy': `"token";q=${callsPerMinute};w=60`,
  ratelimit: `"token";r=${left};t=${resetSeconds}`,
});

// What the interface answers may change with the program, not only with the data: `format` is raised whenever it does.
const format = 1;
const tagOf = (...parts: unknown[]): string =>
  `"${newDigest()
    .update(JSON.stringify([format, ...parts]))
    .digest('base64url')
    .slice(0, 27)}"`;

function isKnown(request: Request, tag: string): boolean {
  const known = request.headers.get('if-none-match');
  return (
    known !== null && known.split(',').some((one) => [tag, `W/${tag}`, '*'].includes(one.trim()))
  );
}
