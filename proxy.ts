import { NextResponse, type NextRequest } from 'next/server';

// Gives every page a fresh nonce: only scripts that Next wrote into this answer run, none that got in with a figure or
// a name. It guards nothing else; who may see what is decided in lib/data.
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  // Next reads the nonce from the request's own header.
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  // Where a person who has to sign in first comes back to.
  headers.set('x-gongbao-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = { matcher: '/((?!api/|_next/static/|_next/image|favicon.ico).*)' };

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    // Widths of bars and columns are style attributes; they can show, but not act.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
