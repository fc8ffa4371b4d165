import { useLocale, useTranslations } from 'next-intl';
import { depthIn, indented } from '@/components/admin/indent';
import type { FormField } from '@/components/fields/form-field';
import { OpenStep } from '@/components/fields/open-step';
import { stepWords } from '@/components/fields/step-words';
import { nameOf } from '@/lib/i18n/name-of';
import { lock, unlock } from './actions';
import type { Locked } from './locked-reports';

type Unit = { code: string; name: string; nameEn: string; lineage: string };
type Props = { period: string; units: readonly Unit[]; locked: Locked };

/** Locking and unlocking of one unit's report, or of all below it. */
export function LockSteps({ period, units, locked }: Props) {
  const t = useTranslations('locks');
  const scopeFields = useScopeFields(period, units);
  const has = (whose: Locked[number]['locks'][number]['whose']) =>
    locked.filter(({ locks }) => locks.some((lock) => lock.whose === whose));
  const [own, theirs] = [has('own'), has('below')];
  // What a unit above has locked is that unit's to lift.
  const isLifted = new Set([...own, ...theirs].map(({ unit }) => unit.code));
  const whose: FormField = {
    kind: 'radio',
    name: 'whose',
    label: t('unlock.whose'),
    value: own.length > 0 ? 'own' : 'theirs',
    options: [
      { value: 'own', label: t('unlock.own') },
      { value: 'theirs', label: t('unlock.theirs') },
    ],
  };
  return (
    <>
      {units.length > own.length ? (
        <OpenStep
          id="lock"
          action={lock}
          isPrimary
          words={stepWords('lock', t)}
          fields={[
            ...scopeFields(units),
            {
              kind: 'textarea',
              name: 'reason',
              label: t('reason'),
              hint: t('reasonHint'),
              rows: 2,
            },
          ]}
        />
      ) : null}
      {isLifted.size > 0 ? (
        <OpenStep
          id="unlock"
          action={unlock}
          words={{
            title: t('unlock.title'),
            submit: t('unlock.submit'),
            saved: t('unlock.saved'),
          }}
          fields={[
            ...scopeFields(units.filter(({ code }) => isLifted.has(code))),
            ...(theirs.length > 0 ? [whose] : []),
          ]}
        />
      ) : null}
    </>
  );
}

/** Which of some units, and whether it alone or all below it. */
function useScopeFields(period: string, units: readonly Unit[]) {
  const [t, locale] = [useTranslations('locks'), useLocale()];
  return (from: readonly Unit[]): FormField[] => [
    { kind: 'hidden', name: 'period', value: period },
    {
      kind: 'select',
      name: 'unit',
      label: t('unit'),
      options: from.map((unit) => ({
        value: unit.code,
        label: indented(nameOf(unit, locale), depthIn(units, unit)),
      })),
    },
    {
      kind: 'radio',
      name: 'scope',
      label: t('scope'),
      value: 'one',
      options: [
        { value: 'one', label: t('one') },
        { value: 'below', label: t('below') },
      ],
    },
  ];
}
