import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { LinkButton } from '@/components/ui/link-button';
import type { ImportCell } from '@/lib/domain/sheet/plan-import';

type BackProps = { to: string; cells: readonly ImportCell[]; isRead: boolean };

/** The way back to the questions, or to what the names mean. */
export function Back({ to, cells, isRead }: BackProps) {
  const t = useTranslations('sheetImport');
  return (
    <p className="mt-4">
      {cells.some(({ kind }) => kind === 'ask') ? (
        <LinkButton href={to}>{t('backToAnswer')}</LinkButton>
      ) : (
        <Link href={to}>{t(isRead ? 'backToReading' : 'back')}</Link>
      )}
    </p>
  );
}
