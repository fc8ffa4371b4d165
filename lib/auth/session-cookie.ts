import 'server-only';
import type { CookieOption } from 'next-auth';
import { isSecure } from '@/lib/env';

/** The cookie that holds a session. Over https its name binds it to this very host and to https (the __Host- prefix). */
export function sessionCookie(): CookieOption {
  const secure = isSecure();
  return {
    name: `${secure ? '__Host-' : ''}next-auth.session-token`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  };
}
