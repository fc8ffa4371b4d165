import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { depthIn, indented } from '@/components/admin/indent';
import { OpenStep } from '@/components/fields/open-step';
import { stepWords } from '@/components/fields/step-words';
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

type UnitProps = { unit: UnitNode };
type Props = UnitProps & {
  units: readonly UnitNode[];
  /** When the unit was split. */
  splitDays: readonly Date[];
};

/** What changes a unit's place in the tree: under another, into another, into several, its end, and each of them
 *  back. */
export function PlaceSteps({ unit, units, splitDays }: Props) {
  const t = useTranslations('admin.units');
  if (unit.validTo)
    return (
      <OpenStep
        id="reopen"
        action={resumeUnit}
        words={stepWords('reopen', t)}
        fields={[keyOf(unit)]}
      />
    );
  return (
    <>
      <MoveStep unit={unit} units={units} />
      <MergeStep unit={unit} units={units} />
      <SplitStep unit={unit} />
      {splitDays.map((on) => (
        <TakeSplitBack key={on.toISOString()} unit={unit} on={on} />
      ))}
      <OpenStep
        id="close"
        action={endUnit}
        words={stepWords('close', t)}
        fields={[
          keyOf(unit),
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

const keyOf = (unit: UnitNode) => ({ kind: 'hidden' as const, name: 'unit', value: unit.code });

const isOpen = ({ validTo }: UnitNode) => !validTo;

function MoveStep({ unit, units }: UnitProps & Pick<Props, 'units'>) {
  const [t, locale] = [useTranslations('admin.units'), useLocale()];
  const parents = units.filter(
    (one) =>
      isOpen(one) &&
      levelsBelow(one.level).includes(unit.level) &&
      !isWithin(one.lineage, unit.lineage),
  );
  return (
    <OpenStep
      id="move"
      action={putUnitUnder}
      words={stepWords('move', t)}
      fields={[
        keyOf(unit),
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
  );
}

function MergeStep({ unit, units }: UnitProps & Pick<Props, 'units'>) {
  const [t, locale] = [useTranslations('admin.units'), useLocale()];
  const successors = units.filter(
    (one) => isOpen(one) && one.code !== unit.code && one.level === unit.level,
  );
  if (successors.length === 0) return null;
  return (
    <OpenStep
      id="merge"
      action={mergeUnitInto}
      words={stepWords('merge', t)}
      fields={[
        keyOf(unit),
        {
          kind: 'select',
          name: 'successorCode',
          label: t('merge.successor'),
          options: successors.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
        },
        { kind: 'date', name: 'on', label: t('merge.on'), hint: t('merge.onHint') },
      ]}
    />
  );
}

function SplitStep({ unit }: UnitProps) {
  const t = useTranslations('admin.units');
  return (
    <OpenStep
      id="split"
      action={splitUnitInto}
      words={stepWords('split', t)}
      fields={[
        keyOf(unit),
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
  );
}

function TakeSplitBack({ unit, on }: UnitProps & { on: Date }) {
  const [t, format] = [useTranslations('admin.units'), useFormatter()];
  const title = t('split.withdraw', { date: format.dateTime(on, 'day') });
  // A day as its column holds it.
  const day = on.toISOString().slice(0, 10);
  return (
    <OpenStep
      id={`withdraw-${day}`}
      action={takeSplitBack}
      words={{
        title,
        text: t('split.withdrawText'),
        submit: title,
        saved: t('split.withdrawn'),
      }}
      fields={[keyOf(unit), { kind: 'hidden', name: 'on', value: day }]}
    />
  );
}
