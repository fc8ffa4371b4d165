import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { paths } from '@/lib/paths';
import { LanguageSwitch } from './language-switch';
import { ProductMark } from './product-mark';
import { SignOutButton } from './sign-out-button';

type Props = {
  viewer: { name: string; unit: { name: string; nameEn: string } };
  /** How many notices have not been read. */ unread: number;
  leave: () => Promise<void>;
};

/** The top bar: whose desk this is, in words. */
export async function Header({ viewer, unread, leave }: Props) {
  const [t, notices, locale] = await Promise.all([
    getTranslations('common'),
    getTranslations('notices'),
    getLocale(),
  ]);
  return (
    <header className="no-print border-b border-line bg-paper">
      <div className="mx-auto flex min-h-12 max-w-[1240px] flex-wrap items-center gap-x-4 px-4">
        <Link
          href={paths.home()}
          className="inline-flex min-h-10 items-center gap-2 font-bold text-ink no-underline"
        >
          <ProductMark />
          {t('product')}
        </Link>
        <span className="text-table text-ink-2">
          {locale === 'en' ? viewer.unit.nameEn : viewer.unit.name}
        </span>
        <div className="no-print ml-auto flex items-center gap-3">
          <Link href={paths.notices()} className="inline-flex min-h-8 items-center text-table">
            {unread > 0 ? (
              <span className="font-bold">{notices('unread', { count: unread })}</span>
            ) : (
              notices('link')
            )}
          </Link>
          <Link
            href={paths.account()}
            className="inline-flex min-h-8 items-center text-table"
            title={t('signedInAs', { name: viewer.name })}
          >
            {viewer.name}
          </Link>
          <LanguageSwitch />
          <SignOutButton leave={leave} />
        </div>
      </div>
    </header>
  );
}
