import { getTranslations } from 'next-intl/server';
import { NavLink } from '@/components/layout/nav-link';
import { paths } from '@/lib/paths';

/** The things an administrator looks after. */
export async function AdminNavigation() {
  const [t, delivery] = await Promise.all([getTranslations('admin'), getTranslations('delivery')]);
  return (
    <nav
      aria-label={t('title')}
      className="no-print mb-4 flex flex-wrap gap-x-6 border-b border-line"
    >
      <NavLink href={paths.admin.units()}>{t('units.title')}</NavLink>
      <NavLink href={paths.admin.people()}>{t('people.title')}</NavLink>
      <NavLink href={paths.admin.periods()}>{t('periods.title')}</NavLink>
      <NavLink href={paths.admin.checks()}>{t('checks.title')}</NavLink>
      <NavLink href={paths.admin.delivery()}>{delivery('title')}</NavLink>
      <NavLink href={paths.admin.tokens()}>{t('tokens.title')}</NavLink>
    </nav>
  );
}
