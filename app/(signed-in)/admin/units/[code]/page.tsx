import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { currentTime } from '@/lib/current-time';
import { findUnitHistory } from '@/lib/data/tree/history';
import { findSplits } from '@/lib/data/tree/splits';
import { listUnits } from '@/lib/data/tree/units';
import { officeDay } from '@/lib/domain/tree/office-day';
import { codesIn } from '@/lib/domain/tree/unit';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { requireAdministrator } from '../../administrator';
import { NameSteps } from './name-steps';
import { PlaceSteps } from './place-steps';
import { TakeBacks } from './take-backs';
import { UnitFacts } from './unit-facts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('units.one') };
}

/** One unit: its names, its place in the tree, and its end. */
export default async function UnitPage({ params }: Props) {
  const [viewer, { code }, t, locale] = await Promise.all([
    requireAdministrator(),
    params,
    getTranslations('admin.units'),
    getLocale(),
  ]);
  const [units, splits, history] = await Promise.all([
    listUnits(viewer),
    findSplits(viewer, code),
    findUnitHistory(viewer, code),
  ]);
  const unit = units.find((one) => one.code === code);
  if (!unit) notFound();

  const today = new Date(officeDay(currentTime()));
  const isOwn = unit.code === viewer.unit.code;
  const parentCode = codesIn(unit.lineage).at(-2);
  const parent = units.find((one) => one.code === parentCode);
  const name = nameOf(unit, locale);
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.admin.units(), text: t('title') }]} here={name} />
      <PageHead title={name} />
      <Sheet>
        <UnitFacts unit={unit} parent={parent} history={history} splits={splits} today={today} />
      </Sheet>
      <ClientMessages areas={['fields', 'issues']}>
        <NameSteps unit={unit} />
        {history ? (
          <TakeBacks unit={unit.code} history={history} mayMove={!isOwn && !unit.validTo} />
        ) : null}
        {isOwn ? (
          <p className="no-print my-4 text-ink-2">{t('ownUnit')}</p>
        ) : (
          <PlaceSteps
            unit={unit}
            units={units}
            splitDays={(splits?.into ?? []).map(({ on }) => on)}
          />
        )}
      </ClientMessages>
    </>
  );
}
