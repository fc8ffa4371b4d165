import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { listImports } from '@/lib/data/imports/imports';
import { labelOfCode } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';

/** The imports there have been, and what each wrote. */
export function ImportTable({
  imports: rows,
}: {
  imports: Awaited<ReturnType<typeof listImports>>;
}) {
  const [t, locale, format] = [useTranslations('sheetImport'), useLocale(), useFormatter()];
  const label = (code: string) => labelOfCode(code, locale);
  return (
    <Table stack>
      <thead>
        <tr>
          <th scope="col">{t('columns.file')}</th>
          <th scope="col">{t('columns.by')}</th>
          <th scope="col">{t('columns.periods')}</th>
          <th scope="col" className="number">
            {t('columns.count')}
          </th>
          <th scope="col">{t('columns.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(
          ({ id, fileName, openedBy, openedAt, written, undone, figures, restored, periods }) => (
            <tr key={id}>
              <th scope="row" className="break-all">
                <Link href={paths.import(id)}>{fileName}</Link>
              </th>
              <td data-label={t('columns.by')}>
                {t('byAt', {
                  by: written?.by ?? openedBy,
                  at: format.dateTime(written?.at ?? openedAt, 'minute'),
                })}
              </td>
              <td data-label={t('columns.periods')}>
                {periods.map(label).join(locale === 'en' ? ', ' : '、') || '—'}
              </td>
              <td className="number" data-label={t('columns.count')}>
                {undone
                  ? t('countUndone', { count: figures, restored })
                  : written
                    ? t('count', { count: figures })
                    : '—'}
              </td>
              <td data-label={t('columns.state')}>
                <Tag kind={undone ? 'plain' : written ? 'good' : 'todo'}>
                  {t(`state.${undone ? 'undone' : written ? 'written' : 'open'}`)}
                </Tag>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </Table>
  );
}
