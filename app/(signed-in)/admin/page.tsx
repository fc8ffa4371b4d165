import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { backupPlan, newestBackup } from '@/lib/data/backup/scheduled';
import { listPeople } from '@/lib/data/people/people';
import { listPeriods } from '@/lib/data/tree/periods';
import { listUnits } from '@/lib/data/tree/units';
import { phaseOf } from '@/lib/domain/report/report';
import { paths } from '@/lib/paths';
import { mayManagePeriods, requireAdministrator } from './administrator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') };
}

/** What an office needs before it can report, in the order it is done, with how far it has got. */
export default async function AdminPage() {
  const [viewer, t, format] = await Promise.all([
    requireAdministrator(),
    getTranslations('admin'),
    getFormatter(),
  ]);
  const [units, people, periods] = await Promise.all([
    listUnits(viewer),
    listPeople(viewer),
    listPeriods(viewer),
  ]);
  const waiting = people.filter(
    ({ hasPassword, disabledAt }) => !hasPassword && !disabledAt,
  ).length;
  const plan = mayManagePeriods(viewer) ? backupPlan() : null;
  const backup = plan && (await newestBackup(plan.folder).catch(() => null));
  const running = periods.filter((period) => isRunning(period)).length;
  const steps = [
    {
      href: paths.admin.units(),
      title: t('units.title'),
      text: t('units.intro'),
      state: t('home.units', { count: units.length }),
    },
    {
      href: paths.admin.people(),
      title: t('people.title'),
      text: t('people.intro'),
      state: t('home.people', { count: people.length, waiting }),
    },
    {
      href: paths.admin.periods(),
      title: t('periods.title'),
      text: mayManagePeriods(viewer) ? t('periods.intro') : t('periods.others'),
      state: t('home.periods', { count: periods.length, running }),
    },
  ];
  return (
    <>
      <PageHead title={t('title')} meta={t('home.intro')} />
      <Sheet>
        <ol className="divide-y divide-line">
          {steps.map(({ href, title, text, state }) => (
            <li key={href} className="py-3">
              <h2>
                <Link href={href}>{title}</Link>
              </h2>
              <p>{text}</p>
              <p className="text-ink-2">{state}</p>
            </li>
          ))}
        </ol>
        {plan && (
          <p className="text-ink-2">
            {backup
              ? t('home.backup', { at: format.dateTime(backup, 'minute') })
              : t('home.noBackup')}
          </p>
        )}
      </Sheet>
    </>
  );
}

function isRunning(period: Parameters<typeof phaseOf>[0]): boolean {
  return ['open', 'late'].includes(phaseOf(period, new Date()));
}
