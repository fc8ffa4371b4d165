import { useTranslations } from 'next-intl';
import { addressOf, type SheetGrid } from '@/lib/domain/sheet/sheet-grid';

const most = { rows: 12, columns: 12 };

/** The first rows of a sheet as they stand in the file; the head darker. */
export function SheetPreview({
  sheet,
  head,
}: {
  sheet: Pick<SheetGrid, 'name' | 'rows'>;
  head: number;
}) {
  const t = useTranslations('sheetImport');
  const rows = sheet.rows.slice(0, most.rows);
  const width = Math.min(most.columns, Math.max(0, ...rows.map((row) => row.length)));
  if (width === 0) return null;
  return (
    <details className="mb-4">
      <summary className="min-h-8">
        {t('preview')}：{sheet.name}（{t('previewText', { count: rows.length })}）
      </summary>
      <div
        className="overflow-auto border border-line bg-paper"
        tabIndex={0}
        role="region"
        aria-label={t('preview')}
      >
        <table className="table text-table">
          <tbody>
            {rows.map((row, at) => (
              <tr key={at} className={at < head ? 'bg-ground font-bold' : ''}>
                <th scope="row" className="text-ink-2">
                  {at + 1}
                </th>
                {Array.from({ length: width }, (_, column) => (
                  <td key={addressOf(at, column)} className="whitespace-pre">
                    {(row[column] ?? '').slice(0, 60)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
