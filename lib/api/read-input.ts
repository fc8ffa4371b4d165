// What a call sends, read strictly: what is not asked for is refused, so that a slip of the pen is reported and not
// passed over.
import type { z } from 'zod';
import { cleanValue } from '@/lib/domain/figure/clean-text';
import { readLimited } from '@/lib/request/read-limited';
import { ProblemError } from './problem';

/** The parts of the address; what cannot be the name of anything is not found. */
export function readParams<P extends z.ZodObject>(
  schema: P,
  params: Record<string, string>,
): z.output<P> {
  const parsed = schema.safeParse(
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decode(value)])),
  );
  if (!parsed.success) throw new ProblemError(404, 'not-found');
  return parsed.data;
}

/** The parameters behind the question mark: known ones, each once, each of the right form. */
export function readQuery<Q extends z.ZodObject>(schema: Q, search: URLSearchParams): z.output<Q> {
  const faults: { field: string; code: string; params?: Record<string, string> }[] = [];
  const values = new Map<string, string>();
  for (const [name, value] of search) {
    const field = name.slice(0, 50);
    if (!(name in schema.shape)) faults.push({ field, code: 'unknown-parameter' });
    else if (values.has(name)) faults.push({ field, code: 'doubled-parameter' });
    values.set(name, value);
  }
  const parsed = schema.safeParse(Object.fromEntries(values));
  if (!parsed.success && faults.length === 0) faults.push(...parsed.error.issues.map(faultOf));
  if (faults.length > 0 || !parsed.success)
    throw new ProblemError(400, 'bad-parameters', {}, faults.slice(0, mostFaults));
  return parsed.data;
}

/** The body: JSON in UTF-8, not too long, no name twice in one object. */
export async function readBody<B extends z.ZodType>(
  request: Request,
  { schema, most }: { schema: B; most: number },
): Promise<{ body: z.output<B>; content: Uint8Array }> {
  if (!isJson(request.headers.get('content-type'))) throw new ProblemError(415, 'not-json-type');
  const tooLong = new ProblemError(413, 'body-too-long', { most: String(Math.floor(most / 1024)) });
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLong;
  const content = await readLimited(request, most);
  if (content === null) throw tooLong;
  const parsed = schema.safeParse(parseStrictly(content));
  if (!parsed.success)
    throw new ProblemError(
      422,
      'bad-body',
      {},
      parsed.error.issues.slice(0, mostFaults).map(faultOf),
    );
  return { body: parsed.data, content };
}

const mostFaults = 50;
const deepest = 8;

type Found = z.core.$ZodIssue;

// Of several forms that something might have had, the one it comes nearest to is meant.
function faultOf(issue: Found): { field: string; code: string; params?: Record<string, string> } {
  const nearest =
    issue.code === 'invalid_union'
      ? [...issue.errors].sort((a, b) => a.length - b.length)[0]?.[0]
      : undefined;
  if (nearest) return faultOf({ ...nearest, path: [...issue.path, ...nearest.path] });
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const field =
    [...issue.path, ...(unknown === undefined ? [] : [unknown])].join('.').slice(0, 100) ||
    '(body)';
  return {
    field,
    code:
      unknown !== undefined
        ? 'unknown-field'
        : /^[a-z-]+$/.test(issue.message)
          ? issue.message
          : 'bad-form',
  };
}

const isJson = (type: string | null): boolean =>
  /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i.test(type ?? '');

function parseStrictly(content: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    refuseDoubled(text);
    return JSON.parse(text, cleanValue);
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError(400, 'not-json');
  }
}

// JSON.parse keeps the last of two members with one name, other readers the first: what a figure is may not depend on
// it.
function refuseDoubled(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/gs)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.endsWith(':')) {
      const names = open.at(-1);
      const name = String(JSON.parse(token.slice(0, -1)));
      if (names?.has(name))
        throw new ProblemError(400, 'doubled-member', { name: name.slice(0, 50) });
      names?.add(name);
    }
    if (open.length > deepest) throw new ProblemError(400, 'too-deep');
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
