import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { AdminForm } from '@/components/admin/admin-form';
import { Facts } from '@/components/admin/facts';
import { depthIn, indented } from '@/components/admin/indent';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { listUnits } from '@/lib/data/units';
import { codesIn, isWithin, levelsBelow, unitKinds } from '@/lib/domain/unit';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { requireAdministrator } from '../../administrator';
import { today } from '../../office-day';
import { endUnit, mergeUnitInto, putUnitUnder, renameUnit, resumeUnit, setUnitDetails } from '../actions';

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
  const units = await listUnits(viewer);
  const unit = units.find((one) => one.code === code);
  if (!unit) notFound();

  const isOwn = unit.code === viewer.unit.code;
  const parentCode = codesIn(unit.lineage).at(-2);
  const parent = units.find((one) => one.code === parentCode);
  const parents = units.filter(({ lineage, level, validTo }) => !validTo && levelsBelow(level).includes(unit.level) && !isWithin(lineage, unit.lineage));
  const successors = units.filter(({ code: other, level, validTo }) => other !== unit.code && level === unit.level && !validTo);
  const name = nameOf(unit, locale);
  const day = (date: Date) => format.dateTime(date, 'day');
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
            { name: t('validTo'), value: unit.validTo ? t('closedOn', { date: day(unit.validTo) }) : t('open') },
          ]}
        />
      </Sheet>
      <ClientMessages areas={['admin', 'issues']}>
        <Sheet className="no-print my-4">
          <h2>{t('rename.title')}</h2>
          <p>{t('rename.text')}</p>
          <AdminForm
            id="rename"
            action={renameUnit}
            isPrimary
            submit={t('rename.submit')}
            saved={t('rename.saved')}
            fields={[
              key,
              { kind: 'text', name: 'name', label: t('nameZh'), value: unit.name },
              { kind: 'text', name: 'nameEn', label: t('nameEn'), hint: t('nameEnHint'), value: unit.nameEn === unit.name ? '' : unit.nameEn },
            ]}
          />
        </Sheet>
        <Sheet className="no-print my-4">
          <h2>{t('details.title')}</h2>
          <AdminForm
            id="details"
            action={setUnitDetails}
            submit={t('details.submit')}
            saved={t('details.saved')}
            fields={[
              key,
              { kind: 'select', name: 'kind', label: t('details.kind'), value: unit.kind, options: unitKinds.map((kind) => ({ value: kind, label: t(`details.kinds.${kind}`) })) },
              { kind: 'checkboxes', name: 'countedElsewhere[]', label: t('details.counting'), values: unit.countedElsewhere ? ['yes'] : [], options: [{ value: 'yes', label: t('details.elsewhere'), hint: t('details.elsewhereHint') }] },
              { kind: 'text', name: 'contactName', label: t('details.contactName'), value: unit.contactName ?? '' },
              { kind: 'text', name: 'contactPhone', label: t('details.contactPhone'), value: unit.contactPhone ?? '' },
              { kind: 'text', name: 'contactEmail', label: t('details.contactEmail'), value: unit.contactEmail ?? '' },
            ]}
          />
        </Sheet>
        {isOwn ? (
          <p className="no-print my-4 text-ink-2">{t('ownUnit')}</p>
        ) : unit.validTo ? (
          <Sheet className="no-print my-4">
            <h2>{t('reopen.title')}</h2>
            <p>{t('reopen.text')}</p>
            <div className="mt-4">
              <AdminForm id="reopen" action={resumeUnit} submit={t('reopen.submit')} saved={t('reopen.saved')} fields={[key]} />
            </div>
          </Sheet>
        ) : (
          <>
            <Sheet className="no-print my-4">
              <h2>{t('move.title')}</h2>
              <p>{t('move.text')}</p>
              <AdminForm
                id="move"
                action={putUnitUnder}
                submit={t('move.submit')}
                saved={t('move.saved')}
                fields={[
                  key,
                  {
                    kind: 'select', name: 'parentCode', label: t('move.parent'), value: parentCode,
                    options: parents.map((one) => ({ value: one.code, label: indented(nameOf(one, locale), depthIn(units, one)) })),
                  },
                  { kind: 'date', name: 'from', label: t('move.from'), hint: t('move.fromHint'), value: today() },
                ]}
              />
            </Sheet>
            {successors.length > 0 ? (
              <Sheet className="no-print my-4">
                <h2>{t('merge.title')}</h2>
                <p>{t('merge.text')}</p>
                <AdminForm
                  id="merge"
                  action={mergeUnitInto}
                  submit={t('merge.submit')}
                  saved={t('merge.saved')}
                  fields={[
                    key,
                    { kind: 'select', name: 'successorCode', label: t('merge.successor'), options: successors.map((one) => ({ value: one.code, label: nameOf(one, locale) })) },
                    { kind: 'date', name: 'on', label: t('merge.on'), hint: t('merge.onHint') },
                  ]}
                />
              </Sheet>
            ) : null}
            <Sheet className="no-print my-4">
              <h2>{t('close.title')}</h2>
              <p>{t('close.text')}</p>
              <AdminForm
                id="close"
                action={endUnit}
                submit={t('close.submit')}
                saved={t('close.saved')}
                fields={[key, { kind: 'date', name: 'validTo', label: t('close.validTo'), hint: t('close.validToHint') }]}
              />
            </Sheet>
          </>
        )}
      </ClientMessages>
    </>
  );
}
