import 'server-only';
import { readProxies } from './sender-address';

/** The secret that encrypts the session cookie; the start script makes one, a real installation sets its own. */
export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret || secret.length < 32)
    throw new Error('NEXTAUTH_SECRET must be set to at least 32 characters');
  return secret;
}

/** Whether people reach the product by https: then its cookies are sent by https only. */
export const isSecure = (): boolean => process.env.NEXTAUTH_URL?.startsWith('https://') ?? false;

/** Whether this is the demonstration on the embedded database; only the start script says so. */
export const isDemo = (): boolean => process.env.GONGBAO_DEMO === '1';

/** The password that all people of the demonstration share; null outside of it. */
export const demoPassword = (): string | null =>
  isDemo() ? process.env.GONGBAO_DEMO_PASSWORD || null : null;

/** The Chromium that makes PDF files; null where none is named, and then nobody is offered any. */
export const chromiumPath = (): string | null => process.env.GONGBAO_CHROMIUM || null;

/** Says at the start what is missing or unsafe, rather than at the first request that needs it. */
export function checkEnvironment(): void {
  authSecret();
  if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL must name the PostgreSQL database');
  const address = process.env.NEXTAUTH_URL ?? '';
  if (!/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : ''))
    throw new Error(
      'NEXTAUTH_URL must be the address people open, such as https://gongbao.example.org',
    );
  readProxies(process.env.TRUSTED_PROXIES);
}

/** Ends a server whose settings are wrong, with the sentence that says so: one that stays up would answer every request
 *  with it. */
export function refuseToServe(error: unknown): never {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
