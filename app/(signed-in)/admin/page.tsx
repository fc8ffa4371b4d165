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
import type { Viewer } from '@/lib/data/database/access';
import { paths } from '@/lib/paths';
import { mayManagePeriods, requireAdministrator } from './administrator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') };
}

/** What an office needs before it can report, in the order it is done, with how far it has got. */
export default async function AdminPage() {
  const [viewer, t] = await Promise.all([requireAdministrator(), getTranslations('admin')]);
  const steps = await readSteps(viewer);
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
        {mayManagePeriods(viewer) ? <BackupNote /> : null}
      </Sheet>
    </>
  );
}

async function readSteps(viewer: Viewer) {
  const [t, units, people, periods] = await Promise.all([
    getTranslations('admin'),
    listUnits(viewer),
    listPeople(viewer),
    listPeriods(viewer),
  ]);
  const waiting = people.filter(
    ({ hasPassword, disabledAt }) => !hasPassword && !disabledAt,
  ).length;
  const running = periods.filter(isRunning).length;
  return [
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
}

function isRunning(period: Parameters<typeof phaseOf>[0]): boolean {
  return ['open', 'late'].includes(phaseOf(period, new Date()));
}

/** When a copy was last kept, where copies are made by themselves. */
async function BackupNote() {
  const plan = backupPlan();
  if (!plan) return null;
  const [t, format, backup] = await Promise.all([
    getTranslations('admin.home'),
    getFormatter(),
    newestBackup(plan.folder).catch(() => null),
  ]);
  return (
    <p className="text-ink-2">
      {backup ? t('backup', { at: format.dateTime(backup, 'minute') }) : t('noBackup')}
    </p>
  );
}
