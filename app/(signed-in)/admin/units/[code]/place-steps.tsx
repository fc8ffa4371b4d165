import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { depthIn, indented } from '@/components/admin/indent';
import { OpenStep } from '@/components/fields/open-step';
import { currentTime } from '@/lib/current-time';
import type { UnitNode } from '@/lib/data/tree/units';
import { officeDay } from '@/lib/domain/tree/office-day';
import { codesIn, isWithin, levelsBelow } from '@/lib/domain/tree/unit';
import { nameOf } from '@/lib/i18n/name-of';
import {
  endUnit,
  mergeUnitInto,
  putUnitUnder,
  resumeUnit,
  splitUnitInto,
  takeSplitBack,
} from '../actions';

type Props = {
  unit: UnitNode;
  units: readonly UnitNode[];
  /** When the unit was split. */ splitDays: readonly Date[];
};

/** What changes a unit's place in the tree: under another, into another, into several, its end, and each of them back. */
export async function PlaceSteps({ unit, units, splitDays }: Props) {
  const [t, locale, format] = await Promise.all([
    getTranslations('admin.units'),
    getLocale(),
    getFormatter(),
  ]);
  const words = (of: 'reopen' | 'move' | 'merge' | 'split' | 'close') => ({
    title: t(`${of}.title`),
    text: t(`${of}.text`),
    submit: t(`${of}.submit`),
    saved: t(`${of}.saved`),
  });
  const key = { kind: 'hidden' as const, name: 'unit', value: unit.code };
  if (unit.validTo)
    return <OpenStep id="reopen" action={resumeUnit} words={words('reopen')} fields={[key]} />;

  const open = units.filter(({ validTo }) => !validTo);
  const parents = open.filter(
    ({ lineage, level }) =>
      levelsBelow(level).includes(unit.level) && !isWithin(lineage, unit.lineage),
  );
  const successors = open.filter(({ code, level }) => code !== unit.code && level === unit.level);
  const day = (date: Date) => format.dateTime(date, 'day');
  return (
    <>
      <OpenStep
        id="move"
        action={putUnitUnder}
        words={words('move')}
        fields={[
          key,
          {
            kind: 'select',
            name: 'parentCode',
            label: t('move.parent'),
            value: codesIn(unit.lineage).at(-2),
            options: parents.map((one) => ({
              value: one.code,
              label: indented(nameOf(one, locale), depthIn(units, one)),
            })),
          },
          {
            kind: 'date',
            name: 'from',
            label: t('move.from'),
            hint: t('move.fromHint'),
            value: officeDay(currentTime()),
          },
        ]}
      />
      {successors.length > 0 ? (
        <OpenStep
          id="merge"
          action={mergeUnitInto}
          words={words('merge')}
          fields={[
            key,
            {
              kind: 'select',
              name: 'successorCode',
              label: t('merge.successor'),
              options: successors.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
            },
            { kind: 'date', name: 'on', label: t('merge.on'), hint: t('merge.onHint') },
          ]}
        />
      ) : null}
      <OpenStep
        id="split"
        action={splitUnitInto}
        words={words('split')}
        fields={[
          key,
          { kind: 'textarea', name: 'parts', label: t('split.parts'), hint: t('split.partsHint') },
          { kind: 'date', name: 'on', label: t('split.on'), hint: t('split.onHint') },
          {
            kind: 'checkboxes',
            name: 'goesOn[]',
            label: t('split.rest'),
            values: [],
            options: [{ value: 'yes', label: t('split.goesOn'), hint: t('split.goesOnHint') }],
          },
        ]}
      />
      {splitDays.map((on) => (
        <OpenStep
          key={on.toISOString()}
          id={`withdraw-${dayText(on)}`}
          action={takeSplitBack}
          words={{
            title: t('split.withdraw', { date: day(on) }),
            text: t('split.withdrawText'),
            submit: t('split.withdraw', { date: day(on) }),
            saved: t('split.withdrawn'),
          }}
          fields={[key, { kind: 'hidden', name: 'on', value: dayText(on) }]}
        />
      ))}
      <OpenStep
        id="close"
        action={endUnit}
        words={words('close')}
        fields={[
          key,
          {
            kind: 'date',
            name: 'validTo',
            label: t('close.validTo'),
            hint: t('close.validToHint'),
          },
        ]}
      />
    </>
  );
}

/** A day as its column holds it. */
const dayText = (day: Date): string => day.toISOString().slice(0, 10);
