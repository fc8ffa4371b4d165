import { getTranslations } from 'next-intl/server';
import type { FormField, TermText } from '@/components/fields/form-field';
import type { Check, Indicator, Term } from '@/lib/domain/catalogue/indicator';
import { checkKinds, checkOperators, missingPolicies } from '@/lib/domain/catalogue/indicator';
import { unitLevels, type UnitLevel } from '@/lib/domain/tree/unit';

/** Id of the datalist of all indicators on the page. */
export const indicatorList = 'indicators';

type Words = Awaited<ReturnType<typeof getTranslations<'admin.checks'>>>;

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
    ...relationFields(t, indicators, check),
    {
      kind: 'textarea',
      name: 'note',
      label: t('note'),
      hint: t('noteHint'),
      value: check?.note ?? '',
    },
    ...missingFields(t, check),
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

/** What is held against what, how, and how far apart they may be. */
function relationFields(t: Words, indicators: Indicator[], check?: Check): FormField[] {
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
  const side = (of: 'left' | 'right', hint?: string): FormField => ({
    kind: 'terms',
    name: `${of}[]`,
    label: t(of),
    hint,
    values: check?.[of].map(text) ?? [],
    words,
  });
  return [
    side('left', t('termsHint')),
    {
      kind: 'select',
      name: 'op',
      label: t('op'),
      value: check?.op ?? '<=',
      options: checkOperators.map((op) => ({ value: op, label: t(`ops.${opNames[op]}`) })),
    },
    side('right'),
    {
      kind: 'text',
      name: 'tolerance',
      label: t('tolerance'),
      hint: t('toleranceHint'),
      value: String(check?.tolerance ?? 0),
      isShort: true,
    },
  ];
}

/** What holds where a figure of either side is missing. */
function missingFields(t: Words, check?: Check): FormField[] {
  const options = missingPolicies.map((policy) => ({
    value: policy,
    label: t(`missing.${policy}`),
  }));
  return (['left', 'right'] as const).map((side) => ({
    kind: 'select',
    name: side === 'left' ? 'missingLeft' : 'missingRight',
    label: t(`missing.${side}`),
    value: check?.missing?.[side] ?? 'any',
    options,
  }));
}

/** Operators by names that a message key can have. */
export const opNames = {
  '<=': 'atMost',
  '=': 'equal',
  '>=': 'atLeast',
  'ratio-of': 'rate',
  'present-if': 'present',
} as const;
