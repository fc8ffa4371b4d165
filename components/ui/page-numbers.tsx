import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { offeredPages } from './paging';

type Props = { page: number; pages: number; hrefOf: (page: string) => string };

/** The pages of a long list, by number; nothing where one page holds it all. */
export function PageNumbers({ page, pages, hrefOf }: Props) {
  const t = useTranslations('common');
  if (pages < 2) return null;
  return (
    <nav
      aria-label={t('page', { page, pages })}
      className="no-print mt-3 flex flex-wrap gap-1 tabular-nums"
    >
      {offeredPages(page, pages).map((one, at) =>
        one === null ? (
          <span
            key={`gap ${at}`}
            aria-hidden
            className="inline-flex min-h-8 min-w-6 items-center justify-center"
          >
            …
          </span>
        ) : (
          <Link
            key={one}
            href={hrefOf(String(one))}
            aria-current={one === page ? 'page' : undefined}
            className={`inline-flex min-h-8 min-w-8 items-center justify-center ${one === page ? 'font-bold text-ink no-underline' : ''}`}
          >
            {one}
          </Link>
        ),
      )}
    </nav>
  );
}
