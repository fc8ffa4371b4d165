import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOf, type Period } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths, type RollUpChoice } from '@/lib/paths';
import { ChangedNote } from './changed-note';
import { Completeness } from './completeness';
import { UndividedNote } from './undivided-note';

type Complete = ComponentProps<typeof Completeness>;
type Source = {
  unit: { code: string; name: string; nameEn: string };
  branch: string | null;
  hasBelow: boolean;
  isOpenTo: boolean;
  countedElsewhere: boolean;
};
type View = {
  unit: { code: string };
  columns: readonly {
    period: Period;
    expected: Complete['expected'];
    reported: Complete['reported'];
    sources: readonly Source[];
  }[];
  basis: 'then' | 'today';
  compared: { units: number; of: number };
  changed: ComponentProps<typeof ChangedNote>['changed'];
  undivided: ComponentProps<typeof UndividedNote>['undivided'];
};
/** `members`: the indicator that says how much a unit is. */
type Props = { view: View; period: string; choice: RollUpChoice; members: Indicator | undefined };

/** Of what a total is: how many of the expected units are in it, whose tree counts, and the roll-ups below. */
export function RollUpScope({ view, period, choice, members }: Props) {
  const locale = useLocale();
  return (
    <>
      {view.columns.map(({ period: one, expected, reported }) => (
        <Completeness
          key={one.code}
          board={paths.progress({ period: one.code, unit: view.unit.code })}
          label={labelOf(one, locale)}
          expected={expected}
          reported={reported}
          standing={choice.standing}
        />
      ))}
      <Basis view={view} members={members} />
      <Below view={view} hrefOf={(code) => paths.rollup(code, period, choice)} />
    </>
  );
}

/** By whose tree, and on what the change is counted: in words, always. */
function Basis({ view, members }: { view: View; members: Indicator | undefined }) {
  const [t, locale] = [useTranslations('rollup'), useLocale()];
  const elsewhere = (view.columns[0]?.sources ?? [])
    .filter(({ countedElsewhere }) => countedElsewhere)
    .map(({ unit }) => nameOf(unit, locale));
  const { units, of } = view.compared;
  return (
    <div className="mt-2 text-ink-2">
      <p>
        {t(view.basis === 'today' ? 'basis.todayText' : 'basis.thenText')}
        {view.columns.length > 1
          ? ` ${units === of ? t('comparedAll', { units }) : t('compared', { units, of })}`
          : ''}
      </p>
      <UndividedNote undivided={view.undivided} />
      <ChangedNote changed={view.changed} members={members} />
      {elsewhere.length > 0 ? (
        <p>{t('elsewhere', { names: elsewhere.join(locale === 'en' ? ', ' : '、') })}</p>
      ) : null}
    </div>
  );
}

/** Units directly below that have others below them: their roll-ups. */
function Below({ view, hrefOf }: { view: View; hrefOf: (code: string) => string }) {
  const [t, locale] = [useTranslations('rollup'), useLocale()];
  const sources = view.columns[0]?.sources ?? [];
  const units = sources.filter(
    ({ branch, unit, hasBelow, isOpenTo }) => branch === unit.code && hasBelow && isOpenTo,
  );
  if (units.length === 0) return null;
  return (
    <nav aria-label={t('units')} className="no-print mt-2">
      <ul className="flex flex-wrap gap-x-4">
        <li aria-hidden="true" className="text-ink-2">
          {t('units')}
        </li>
        {units.map(({ unit }) => (
          <li key={unit.code}>
            <Link href={hrefOf(unit.code)}>{nameOf(unit, locale)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
