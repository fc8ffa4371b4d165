import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Facts } from '@/components/admin/facts';
import { OpenStep } from '@/components/fields/open-step';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { currentTime } from '@/lib/current-time';
import { findUnitHistory } from '@/lib/data/tree/history';
import { findSplits } from '@/lib/data/tree/splits';
import { listUnits } from '@/lib/data/tree/units';
import { officeDay } from '@/lib/domain/tree/office-day';
import { codesIn, unitKinds } from '@/lib/domain/tree/unit';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { requireAdministrator } from '../../administrator';
import { renameUnit, setUnitDetails } from '../actions';
import { PlaceSteps } from './place-steps';
import { TakeBacks } from './take-backs';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('units.one') };
}

/** One unit: its names, its place in the tree, and its end. */
export default async function UnitPage({ params }: Props) {
  const [viewer, { code }, t, common, locale, format] = await Promise.all([
    requireAdministrator(),
    params,
    getTranslations('admin.units'),
    getTranslations('common'),
    getLocale(),
    getFormatter(),
  ]);
  const [units, splits, history] = await Promise.all([
    listUnits(viewer),
    findSplits(viewer, code),
    findUnitHistory(viewer, code),
  ]);
  const unit = units.find((one) => one.code === code);
  if (!unit) notFound();

  const now = currentTime();
  const today = new Date(officeDay(now));
  const isOwn = unit.code === viewer.unit.code;
  const parentCode = codesIn(unit.lineage).at(-2);
  const parent = units.find((one) => one.code === parentCode);
  const name = nameOf(unit, locale);
  const day = (date: Date) => format.dateTime(date, 'day');
  const namesOf = (some: readonly { name: string; nameEn: string }[]) =>
    format.list(
      some.map((one) => nameOf(one, locale)),
      { type: 'unit' },
    );
  const key = { kind: 'hidden' as const, name: 'unit', value: unit.code };
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.admin.units(), text: t('title') }]} here={name} />
      <PageHead title={name} />
      <Sheet>
        <Facts
          facts={[
            { name: t('code'), value: unit.code },
            { name: t('level'), value: common(`levels.${unit.level}`) },
            ...(parent ? [{ name: t('parent'), value: nameOf(parent, locale) }] : []),
            { name: t('people'), value: unit.people },
            { name: t('validFrom'), value: day(unit.validFrom) },
            {
              name: t('validTo'),
              value: unit.validTo ? t('closedOn', { date: day(unit.validTo) }) : t('open'),
            },
            ...(history?.names ?? []).map((one) => ({
              name: t(one.from > today ? 'rename.planned' : 'rename.since', {
                date: day(one.from),
              }),
              value: nameOf(one, locale),
            })),
            ...(history && history.placements.length > 1 ? history.placements : []).map((one) => ({
              name: t(one.from > today ? 'move.planned' : 'move.since', { date: day(one.from) }),
              value: one.parent ? nameOf(one.parent, locale) : t('move.elsewhere'),
            })),
            ...(splits?.from ?? []).map(({ on, units: from }) => ({
              name: t('split.from', { date: day(on) }),
              value: namesOf(from),
            })),
            ...(splits?.into ?? []).map(({ on, units: into }) => ({
              name: t('split.into', { date: day(on) }),
              value: namesOf(into),
            })),
          ]}
        />
      </Sheet>
      <ClientMessages areas={['fields', 'issues']}>
        <OpenStep
          id="rename"
          action={renameUnit}
          isPrimary
          words={{
            title: t('rename.title'),
            text: t('rename.text'),
            submit: t('rename.submit'),
            saved: t('rename.saved'),
          }}
          fields={[
            key,
            { kind: 'text', name: 'name', label: t('nameZh'), value: unit.name },
            {
              kind: 'text',
              name: 'nameEn',
              label: t('nameEn'),
              hint: t('nameEnHint'),
              value: unit.nameEn === unit.name ? '' : unit.nameEn,
            },
            {
              kind: 'date',
              name: 'from',
              label: t('rename.from'),
              hint: t('rename.fromHint'),
              value: officeDay(currentTime()),
            },
            {
              kind: 'checkboxes',
              name: 'correction[]',
              label: t('rename.kind'),
              values: [],
              options: [
                { value: 'yes', label: t('rename.correction'), hint: t('rename.correctionHint') },
              ],
            },
          ]}
        />
        <OpenStep
          id="details"
          action={setUnitDetails}
          words={{
            title: t('details.title'),
            submit: t('details.submit'),
            saved: t('details.saved'),
          }}
          fields={[
            key,
            {
              kind: 'select',
              name: 'kind',
              label: t('details.kind'),
              value: unit.kind,
              options: unitKinds.map((kind) => ({
                value: kind,
                label: t(`details.kinds.${kind}`),
              })),
            },
            {
              kind: 'checkboxes',
              name: 'countedElsewhere[]',
              label: t('details.counting'),
              values: unit.countedElsewhere ? ['yes'] : [],
              options: [
                { value: 'yes', label: t('details.elsewhere'), hint: t('details.elsewhereHint') },
              ],
            },
            {
              kind: 'text',
              name: 'contactName',
              label: t('details.contactName'),
              value: unit.contactName ?? '',
            },
            {
              kind: 'text',
              name: 'contactPhone',
              label: t('details.contactPhone'),
              value: unit.contactPhone ?? '',
            },
            {
              kind: 'text',
              name: 'contactEmail',
              label: t('details.contactEmail'),
              value: unit.contactEmail ?? '',
            },
          ]}
        />
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
