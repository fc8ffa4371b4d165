import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Facts } from '@/components/admin/facts';
import type { findUnitHistory } from '@/lib/data/tree/history';
import type { findSplits } from '@/lib/data/tree/splits';
import type { listUnits } from '@/lib/data/tree/units';
import { nameOf } from '@/lib/i18n/name-of';

type Unit = Awaited<ReturnType<typeof listUnits>>[number];
type Props = {
  unit: Unit;
  parent: Unit | undefined;
  history: Awaited<ReturnType<typeof findUnitHistory>>;
  splits: Awaited<ReturnType<typeof findSplits>>;
  today: Date;
};

/** What holds of a unit, and what it was called and belonged to before. */
export function UnitFacts({ unit, parent, history, splits, today }: Props) {
  const [t, common] = [useTranslations('admin.units'), useTranslations('common')];
  const [locale, format] = [useLocale(), useFormatter()];
  const day = (date: Date) => format.dateTime(date, 'day');
  const namesOf = (some: readonly { name: string; nameEn: string }[]) =>
    format.list(
      some.map((one) => nameOf(one, locale)),
      { type: 'unit' },
    );
  return (
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
        ...(history?.into ? [{ name: t('merge.into'), value: nameOf(history.into, locale) }] : []),
        ...(history?.merged ?? []).map((one) => ({
          name: t('merge.from', { date: day(one.on) }),
          value: nameOf(one, locale),
        })),
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
  );
}
