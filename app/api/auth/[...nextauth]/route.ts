import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';

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

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: Request, context: Context): Promise<Response> {
  const method = open.get((await context.params).nextauth.join('/'));
  if (method === undefined) return new Response(null, { status: 404 });
  if (method !== request.method)
    return new Response(null, { status: 405, headers: { allow: method } });
  return (await handler(request, context)) as Response;
}

export { answer as GET, answer as POST };
