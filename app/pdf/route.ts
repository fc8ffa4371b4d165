import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { sessionCookie } from '@/lib/auth/session-cookie';
import { requireViewer } from '@/lib/auth/viewer';
import { downloadOf } from '@/lib/download';
import { fileName } from '@/lib/export/file-name';
import { localeCookie } from '@/lib/i18n/locales';
import { printablePath } from '@/lib/paths';
import { PdfFault } from '@/lib/pdf/chromium';
import { printPage } from '@/lib/pdf/print-page';

/** A page that offices print, as PDF: what the person may see of it, and nothing else. */
export async function GET(request: Request): Promise<Response> {
  await requireViewer();
  const path = printablePath(new URL(request.url).searchParams.get('page'));
  if (!path) notFound();
  const jar = await cookies();
  const own = [sessionCookie().name, localeCookie].flatMap((name) =>
    jar.has(name) ? `${name}=${encodeURIComponent(jar.get(name)!.value)}` : [],
  );
  const made = await printPage(path, own.join('; ')).catch(asFault);
  if (made === null) notFound();
  if (made instanceof PdfFault) {
    const t = await getTranslations('pdf');
    return new Response(`${t(made.code)}\n`, {
      status: made.code === 'none' ? 501 : 503,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
  return downloadOf({
    name: fileName(made.title.replace(/ [-–—·|] [^-–—·|]*$/, ''), 'pdf'),
    type: 'application/pdf',
    bytes: made.bytes,
  });
}

function asFault(error: unknown): PdfFault {
  if (error instanceof PdfFault) return error;
  throw error;
}
