import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { FreshOnReturn } from '@/components/layout/fresh-on-return';
import { Header } from '@/components/layout/header';
import { Navigation } from '@/components/layout/navigation';
import { Notice } from '@/components/ui/notice';
import { requireViewer } from '@/lib/auth/viewer';
import { countUnreadNotices } from '@/lib/data/notices/notices';
import { can } from '@/lib/domain/access/policy';
import { personMeta } from '@/lib/domain/entry/typed-values';
import { levelsBelow } from '@/lib/domain/tree/unit';
import { leave } from './leave';

/** Header and navigation only. It guards nothing: every page asks for its viewer itself. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('common')]);
  return (
    <>
      <meta name={personMeta} content={viewer.personId} />
      <FreshOnReturn />
      <Header viewer={viewer} unread={await countUnreadNotices(viewer)} leave={leave} />
      <Navigation
        mayManage={viewer.roles.includes('administrator')}
        mayAudit={can(viewer, 'audit.read', { relation: 'own' })}
        looksDown={levelsBelow(viewer.unit.level).length > 0}
      />
      <main id="content" tabIndex={-1} className="mx-auto max-w-[1240px] px-4 py-4 outline-none">
        <noscript>
          <Notice kind="attention">{t('noScript')}</Notice>
        </noscript>
        {children}
      </main>
    </>
  );
}
