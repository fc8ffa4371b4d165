import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/paths';

/** That other systems propose figures for this report, where they do. */
export function ProposalsWaiting({ reportId, count }: { reportId: string; count: number }) {
  const t = useTranslations('proposals');
  if (count === 0) return null;
  return (
    <Notice title={t('waiting', { count })}>
      <LinkButton href={paths.proposals(reportId)}>{t('open')}</LinkButton>
    </Notice>
  );
}
