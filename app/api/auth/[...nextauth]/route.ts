import NextAuth from 'next-auth';
import { NextRequest } from 'next/server';
import { authOptions } from '@/lib/auth/options';
import { refuse } from '@/lib/request/answer-write';
import { readLimited } from '@/lib/request/read-limited';
import { isSameOrigin } from '@/lib/request/same-origin';

const handler = NextAuth(authOptions);

/** What the sign-in page and the sign-out button ask for. next-auth's own pages, its log for browsers and what no
 *  provider of ours needs are closed. */
const open = new Map<string, 'GET' | 'POST'>([
  ['csrf', 'GET'],
  ['providers', 'GET'],
  ['callback/password', 'POST'],
  ['callback/demo', 'POST'],
  ['signout', 'POST'],
]);

// Account, password and a token; anybody may send it.
const largestBody = 16 * 1024;

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const method = open.get((await context.params).nextauth.join('/'));
  if (method === undefined) return new Response(null, { status: 404 });
  if (method !== request.method)
    return new Response(null, { status: 405, headers: { allow: method } });
  if (method === 'GET') return (await handler(request, context)) as Response;
  if (!isSameOrigin(request.headers, process.env.NEXTAUTH_URL)) return refuse(403, 'cross-origin');
  const body = await readLimited(request, largestBody);
  if (body === null) return refuse(413, 'too-large');
  const { url, headers } = request;
  return (await handler(new NextRequest(url, { method, headers, body }), context)) as Response;
}

export { answer as GET, answer as POST };
