import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';

type Row = {
  key: string;
  href: string;
  period: string;
  name: string;
  from: string;
  text: string;
  before: string;
  now: string;
  fate: 'standing' | 'changed' | 'handed-in' | 'restored';
};

/** Figures of an import: their cell, what stood before, what stands now. */
export function ImportedFigures({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('sheetImport');
  return (
    <div
      className="max-h-[70vh] overflow-auto"
      tabIndex={0}
      role="region"
      aria-label={t('figures')}
    >
      <Table stickyHead stack>
        <thead>
          <tr>
            <th scope="col">{t('resultColumns.period')}</th>
            <th scope="col">{t('resultColumns.indicator')}</th>
            <th scope="col">{t('resultColumns.cell')}</th>
            <th scope="col" className="number">
              {t('resultColumns.before')}
            </th>
            <th scope="col" className="number">
              {t('resultColumns.now')}
            </th>
            <th scope="col">{t('resultColumns.fate')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, href, period, name, from, text, before, now, fate }) => (
            <tr key={key}>
              <td data-label={t('resultColumns.period')}>{period}</td>
              <td data-label={t('resultColumns.indicator')}>
                <Link href={href}>{name}</Link>
              </td>
              <td
                className="text-ink-2"
                data-label={t('resultColumns.cell')}
              >{`${from}　${text}`}</td>
              <td className="number text-ink-2" data-label={t('resultColumns.before')}>
                {before}
              </td>
              <td className="number" data-label={t('resultColumns.now')}>
                {now}
              </td>
              <td data-label={t('resultColumns.fate')}>
                <Tag
                  kind={fate === 'standing' ? 'good' : fate === 'restored' ? 'plain' : 'attention'}
                >
                  {t(`fate.${fate}`)}
                </Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
