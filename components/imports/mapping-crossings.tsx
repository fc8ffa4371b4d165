import { useTranslations } from 'next-intl';
import { controlStyle } from '@/components/ui/field';
import { Table } from '@/components/ui/table';
import type { MappingProps } from './mapping-props';

/** Each year or unit of the table with its period. */
export function MappingCrossings({
  crossings,
  periods,
}: Pick<MappingProps, 'crossings' | 'periods'>) {
  const t = useTranslations('sheetImport');
  const labelOf = (code: string) => periods.find((period) => period.code === code)?.label ?? code;
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
        {crossings.map(({ key, label, sample, choice, said, reason }) => (
          <tr key={key}>
            <td data-label={t('crossingColumns.label')}>{label}</td>
            <td className="number text-ink-2" data-label={t('crossingColumns.sample')}>
              {sample}
            </td>
            <td data-label={t('crossingColumns.period')}>
              <span className="block min-w-0 max-sm:flex-1">
                <input type="hidden" name="crossing[]" value={key} />
                <select
                  name="choice[]"
                  defaultValue={choice}
                  aria-label={`${label} ${t('crossingColumns.period')}`}
                  className={`${controlStyle()} max-w-full max-sm:w-full`}
                >
                  <option value="">
                    {reason === 'named'
                      ? t('asRecognised', { period: t('reason.named') })
                      : said === null || (reason !== null && reason !== 'none')
                        ? t('asRecognisedSkip', { reason: t(`reason.${reason ?? 'none'}`) })
                        : t('asRecognised', { period: labelOf(said) })}
                  </option>
                  <option value="skip">{t('skip')}</option>
                  {periods.map((period) => (
                    <option key={period.code} value={period.code}>
                      {period.label}
                    </option>
                  ))}
                </select>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
