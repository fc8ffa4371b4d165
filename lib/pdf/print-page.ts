import 'server-only';
import { log } from '@/lib/log';
import { PdfFault, printPdf } from './chromium';
import { standalone, stylesOf } from './standalone';

/** A page of ours as the person with these cookies sees it, as PDF with its title; null where there is no such page for
 *  them. `path` is one that `printablePath` let through. */
export async function printPage(
  path: string,
  cookie: string,
): Promise<{ title: string; bytes: Uint8Array } | null> {
  // The server asks itself: the same rules, the same words, the same page.
  const own = `http://127.0.0.1:${process.env.PORT}`;
  const page = await ask(`${own}${path}`, { cookie });
  if (page === null) return null;
  const styles = await Promise.all(
    stylesOf(page)
      .filter((href) => href.startsWith('/_next/'))
      .map(async (href) => (await ask(`${own}${href}`, {})) ?? ''),
  );
  const title = /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '';
  return { title: plain(title), bytes: await printPdf(standalone(page, styles)) };
}

/** Milliseconds for a page of ours: a server with much to do answers late, and printing comes after. */
const patience = 40_000;

async function ask(address: string, headers: Record<string, string>): Promise<string | null> {
  const response = await fetch(address, {
    headers,
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'TimeoutError') throw new PdfFault('slow');
    log.error({ err: error }, 'the server does not reach itself');
    throw new PdfFault('failed');
  });
  if (response.status === 404) return null;
  if (response.status !== 200) throw new PdfFault('failed');
  return response.text();
}

const plain = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
