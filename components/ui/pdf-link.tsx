import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';

/** The page as PDF, made by the server; nothing where it has no browser for it. `page` is an address of
 *  lib/paths.ts. */
export function PdfLink({ page, isOffered }: { page: string; isOffered: boolean }) {
  const t = useTranslations('pdf');
  return isOffered ? (
    <a href={paths.pdf(page)} download className="inline-flex min-h-8 items-center">
      {t('link')}
    </a>
  ) : null;
}
