import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { ListTable } from '@/components/ui/list-table';
import { Tag } from '@/components/ui/tag';
import type { listImports } from '@/lib/data/imports/imports';
import { labelOfCode } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';

type Row = Awaited<ReturnType<typeof listImports>>[number];

/** The imports there have been, and what each wrote. */
export function ImportTable({ imports }: { imports: readonly Row[] }) {
  const [t, locale, format] = [useTranslations('sheetImport'), useLocale(), useFormatter()];
  return (
    <ListTable
      stickyHead={false}
      rows={imports}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t('columns.file'),
          cell: ({ id, fileName }) => <Link href={paths.import(id)}>{fileName}</Link>,
          className: 'break-all',
        },
        {
          head: t('columns.by'),
          cell: ({ openedBy, openedAt, written }) =>
            t('byAt', {
              by: written?.by ?? openedBy,
              at: format.dateTime(written?.at ?? openedAt, 'minute'),
            }),
        },
        {
          head: t('columns.periods'),
          cell: ({ periods }) =>
            periods.map((code) => labelOfCode(code, locale)).join(locale === 'en' ? ', ' : '、') ||
            '—',
        },
        {
          head: t('columns.count'),
          cell: ({ undone, written, figures, restored }) =>
            undone
              ? t('countUndone', { count: figures, restored })
              : written
                ? t('count', { count: figures })
                : '—',
          isNumber: true,
        },
        { head: t('columns.state'), cell: (row) => <State row={row} /> },
      ]}
    />
  );
}

function State({ row: { undone, written } }: { row: Row }) {
  const t = useTranslations('sheetImport.state');
  if (undone) return <Tag kind="plain">{t('undone')}</Tag>;
  return written ? <Tag kind="good">{t('written')}</Tag> : <Tag kind="todo">{t('open')}</Tag>;
}
