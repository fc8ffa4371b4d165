import { useTranslations } from 'next-intl';
import { controlStyle } from '@/components/ui/field';
import { Table } from '@/components/ui/table';
import type { MappingCrossing, MappingProps } from './mapping-props';

/** Each year or unit of the table with its period; what must be answered first. */
export function MappingCrossings({
  crossings,
  periods,
}: Pick<MappingProps, 'crossings' | 'periods'>) {
  const t = useTranslations('sheetImport');
  const numbered = crossings.map((crossing, at) => ({ crossing, at }));
  return (
    <Table stack>
      <thead>
        <tr>
          <th scope="col">{t('crossingColumns.label')}</th>
          <th scope="col" className="number">
            {t('crossingColumns.sample')}
          </th>
          <th scope="col">{t('crossingColumns.period')}</th>
        </tr>
      </thead>
      <tbody>
        {[
          ...numbered.filter(({ crossing }) => crossing.isAsked),
          ...numbered.filter(({ crossing }) => !crossing.isAsked),
        ].map(({ crossing, at }) => (
          <Crossing key={crossing.key} at={at} crossing={crossing} periods={periods} />
        ))}
      </tbody>
    </Table>
  );
}

function Crossing({
  at,
  crossing: { key, label, owner, sample, choice, said, reason, isAsked },
  periods,
}: {
  at: number;
  crossing: MappingCrossing;
  periods: MappingProps['periods'];
}) {
  const t = useTranslations('sheetImport');
  const labelOf = (code: string) => periods.find((period) => period.code === code)?.label ?? code;
  const recognised = () => {
    if (isAsked) return t('unitChoose');
    if (reason === 'named') return t('asRecognised', { period: t('reason.named') });
    return said === null || reason !== null
      ? t('asRecognisedSkip', { reason: t(`reason.${reason ?? 'none'}`) })
      : t('asRecognised', { period: labelOf(said) });
  };
  return (
    <tr className="align-top">
      <td data-label={t('crossingColumns.label')}>
        <CrossingName label={label} owner={owner} />
      </td>
      <td className="number text-ink-2" data-label={t('crossingColumns.sample')}>
        {sample}
      </td>
      <td data-label={t('crossingColumns.period')}>
        <span className="block min-w-0 max-sm:flex-1">
          <input type="hidden" name="crossing[]" value={key} />
          <select
            id={`crossing-${at}`}
            name="choice[]"
            defaultValue={choice}
            aria-label={`${label} ${t('crossingColumns.period')}`}
            aria-describedby={isAsked ? `crossing-${at}-ask` : undefined}
            className={`${controlStyle(isAsked)} max-w-full max-sm:w-full`}
          >
            <option value="">{recognised()}</option>
            {said !== null && reason !== null ? (
              <option value="take">{t('takeAs', { period: labelOf(said) })}</option>
            ) : null}
            <option value="skip">{t('skip')}</option>
            {periods.map((period) => (
              <option key={period.code} value={period.code}>
                {period.label}
              </option>
            ))}
          </select>
          {isAsked ? (
            <span id={`crossing-${at}-ask`} className="block text-table text-wrong">
              ! {t(`askCrossing.${askedAs(reason)}`)}
            </span>
          ) : null}
        </span>
      </td>
    </tr>
  );
}

/** What the table calls it, and whose figures it holds. */
function CrossingName({ label, owner }: Pick<MappingCrossing, 'label' | 'owner'>) {
  return (
    <span>
      {label}
      {owner ? <span className="block text-table text-ink-2">{owner}</span> : null}
    </span>
  );
}

const askedAs = (reason: MappingCrossing['reason']) =>
  reason === 'estimate' || reason === 'adjusted' || reason === 'sum' || reason === 'total'
    ? reason
    : 'several';
