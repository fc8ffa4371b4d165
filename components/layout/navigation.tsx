import { getTranslations } from 'next-intl/server';
import { paths } from '@/lib/paths';
import { NavLink } from './nav-link';

/** One line: only what the viewer may use. */
export async function Navigation({
  mayManage,
  mayAudit,
  looksDown,
}: {
  mayManage: boolean;
  mayAudit: boolean;
  /** Whether units report to the viewer's. */ looksDown: boolean;
}) {
  const t = await getTranslations('common');
  return (
    <nav aria-label={t('navigation')} className="no-print border-b border-line bg-paper">
      <div className="mx-auto flex max-w-[1240px] flex-wrap gap-x-6 px-4">
        <NavLink href={paths.home()}>{t('nav.home')}</NavLink>
        <NavLink href={paths.reports()}>{t('nav.reports')}</NavLink>
        {looksDown ? (
          <>
            <NavLink href={paths.progress()}>{t('nav.progress')}</NavLink>
            <NavLink href={paths.rollups()}>{t('nav.rollup')}</NavLink>
          </>
        ) : null}
        <NavLink href={paths.summaries()}>{t('nav.summaries')}</NavLink>
        <NavLink href={paths.explore()}>{t('nav.explore')}</NavLink>
        {mayAudit ? <NavLink href={paths.audit()}>{t('nav.audit')}</NavLink> : null}
        {mayManage ? <NavLink href={paths.admin.home()}>{t('nav.admin')}</NavLink> : null}
      </div>
    </nav>
  );
}
