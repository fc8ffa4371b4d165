import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { NoPeriods } from '@/components/board/no-periods';
import { Movements } from '@/components/home/movements';
import { SectionBars } from '@/components/home/section-bars';
import { StatusStrip } from '@/components/home/status-strip';
import { TaskList } from '@/components/home/task-list';
import { summaryAddress } from '@/components/summary/summary-address';
import { PageHead } from '@/components/ui/page-head';
import { labelOf } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { readHome } from './read-home';
import { linkedDrawings } from './summaries/linked-drawings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') };
}

/** What waits for the viewer, and how things stand: where every day begins. */
export default async function HomePage() {
  const [home, t, locale] = await Promise.all([readHome(), getTranslations('home'), getLocale()]);
  const { viewer, periods, overview, below, summary, movements } = home;
  const [period] = periods;
  if (!period) return <NoPeriods mayCreate={home.mayCreatePeriods} />;
  const own = overview?.form.report;
  return (
    <>
      <PageHead
        title={t('greeting', { unit: nameOf(viewer.unit, locale) })}
        meta={periods.map((one) => labelOf(one, locale)).join(t('separator'))}
      />
      <div className="grid gap-4">
        <TaskList tasks={home.tasks} periods={periods} now={home.now} />
        {own && overview.isDraft ? (
          <SectionBars
            title={t('sections.title', unitAndPeriod(own, locale))}
            reportId={own.id}
            sections={overview.sections}
          />
        ) : null}
        {below.length > 0 ? (
          <StatusStrip
            title={t('below.title', { period: labelOf(period, locale) })}
            period={period.code}
            rows={below}
          />
        ) : null}
        {own && summary && movements >= 0 ? (
          <Movements
            title={t('movements.title', unitAndPeriod(own, locale))}
            drawings={linkedDrawings(summary.charts[movements]!, movements, {
              ...summaryAddress(summary.unit, summary.period, {}),
              place: (at) => paths.summary(summary.unit, summary.period, { at }),
            })}
            href={paths.summary(summary.unit, summary.period)}
          />
        ) : null}
      </div>
    </>
  );
}
