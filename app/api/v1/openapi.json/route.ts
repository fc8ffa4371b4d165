import { describe } from '@/lib/api/describe';
import { localeOfHeader } from '@/lib/api/words';

/** What the interface takes and answers, for programs. It says nothing of anybody's figures and asks for no token. */
export function GET(request: Request): Response {
  const locale = localeOfHeader(request.headers.get('accept-language'));
  return Response.json(describe(locale), {
    headers: {
      'content-language': locale,
      'cache-control': 'public, max-age=300',
      vary: 'Accept-Language',
    },
  });
}
