import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Sheet } from '@/components/ui/sheet';
import { sizeText } from '@/components/ui/size-text';
import { paths } from '@/lib/paths';

type Props = {
  reportId: string;
  number: number;
  scan: { name: string; size: number; by: string; at: Date } | null;
  /** Whether the viewer belongs to those who bring it. */
  isOwn: boolean;
  /** Why it stays as it is. */
  isFixed: boolean;
  children?: ReactNode;
};

/** The scan of a cover, to be opened, and below it where another is uploaded. */
export function CoverScan({ reportId, number, scan, isOwn, isFixed, children }: Props) {
  const t = useTranslations('cover');
  const format = useFormatter();
  return (
    <Sheet className="no-print mb-4">
      <h2>{t('scan')}</h2>
      {scan ? (
        <p>
          {t.rich('scanBy', {
            file: () => (
              <a href={paths.coverScan(reportId, number)} className="inline-block min-h-6">
                {scan.name}
              </a>
            ),
            size: sizeText(scan.size),
            by: scan.by,
            at: format.dateTime(scan.at, 'minute'),
          })}
        </p>
      ) : (
        <p>{t(isOwn ? 'scanNone' : 'scanNoneOther')}</p>
      )}
      {scan && isFixed && isOwn ? <p className="text-ink-2">{t('fixed')}</p> : null}
      {children}
    </Sheet>
  );
}
