import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import { listPeriods } from '@/lib/data/tree/periods';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rollup'))('title') };
}

/** The own unit's roll-up of the newest year that has reports. */
export default async function RollUpsPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('rollup')]);
  const now = currentTime();
  const periods = await listPeriods(viewer);
  const period =
    periods.find(({ kind, opensAt }) => kind === 'year' && opensAt <= now) ?? periods[0];
  if (period) redirect(paths.rollup(viewer.unit.code, period.code));
  return (
    <>
      <PageHead title={t('title')} />
      <Notice title={t('none.title')}>{t('none.text')}</Notice>
    </>
  );
}
