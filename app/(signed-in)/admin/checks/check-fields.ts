import { getTranslations } from 'next-intl/server';
import type { FormField, TermText } from '@/components/fields/form-field';
import type { Check, Indicator, Term } from '@/lib/domain/catalogue/indicator';
import { checkKinds, checkOperators, missingPolicies } from '@/lib/domain/catalogue/indicator';
import { unitLevels, type UnitLevel } from '@/lib/domain/tree/unit';

/** Id of the datalist of all indicators on the page. */
export const indicatorList = 'indicators';

/** The fields of a check; of a new one without `check`. */
export async function checkFields(
  indicators: Indicator[],
  top: UnitLevel,
  check?: Check,
): Promise<FormField[]> {
  const [t, common] = await Promise.all([
    getTranslations('admin.checks'),
    getTranslations('common'),
  ]);
  const words = {
    factor: t('factor'),
    indicator: t('indicator'),
    period: t('period'),
    now: t('now'),
    before: t('before'),
    row: t('row', { row: '{row}' }),
    list: indicatorList,
  };
  const names = new Map(indicators.map(({ code, name }) => [code, name]));
  const text = ({ code, factor, period }: Term): TermText => [
    String(factor),
    code === null ? '' : `${code} ${names.get(code) ?? ''}`,
    String(period),
  ];
  const policies = missingPolicies.map((policy) => ({
    value: policy,
    label: t(`missing.${policy}`),
  }));
  return [
    {
      kind: 'radio',
      name: 'kind',
      label: t('kind'),
      value: check?.kind ?? 'verify',
      options: checkKinds.map((kind) => ({
        value: kind,
        label: t(`kinds.${kind}`),
        hint: t(`kindHints.${kind}`),
      })),
    },
    {
      kind: 'terms',
      name: 'left[]',
      label: t('left'),
      hint: t('termsHint'),
      values: check?.left.map(text) ?? [],
      words,
    },
    {
      kind: 'select',
      name: 'op',
      label: t('op'),
      value: check?.op ?? '<=',
      options: checkOperators.map((op) => ({ value: op, label: t(`ops.${opNames[op]}`) })),
    },
    {
      kind: 'terms',
      name: 'right[]',
      label: t('right'),
      values: check?.right.map(text) ?? [],
      words,
    },
    {
      kind: 'text',
      name: 'tolerance',
      label: t('tolerance'),
      hint: t('toleranceHint'),
      value: String(check?.tolerance ?? 0),
      isShort: true,
    },
    {
      kind: 'textarea',
      name: 'note',
      label: t('note'),
      hint: t('noteHint'),
      value: check?.note ?? '',
    },
    {
      kind: 'select',
      name: 'missingLeft',
      label: t('missing.left'),
      value: check?.missing?.left ?? 'any',
      options: policies,
    },
    {
      kind: 'select',
      name: 'missingRight',
      label: t('missing.right'),
      value: check?.missing?.right ?? 'any',
      options: policies,
    },
    {
      kind: 'text',
      name: 'marks',
      label: t('marks'),
      hint: t('marksHint'),
      value: check?.marks?.join(' ') ?? '',
      isCode: true,
    },
    {
      kind: 'checkboxes',
      name: 'levels[]',
      label: t('levels'),
      hint: t('levelsHint'),
      values: check?.levels ?? [],
      options: unitLevels
        .slice(unitLevels.indexOf(top))
        .map((level) => ({ value: level, label: common(`levels.${level}`) })),
    },
  ];
}

/** Operators by names that a message key can have. */
export const opNames = {
  '<=': 'atMost',
  '=': 'equal',
  '>=': 'atLeast',
  'ratio-of': 'rate',
  'present-if': 'present',
} as const;
