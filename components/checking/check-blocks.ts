import { useTranslations } from 'next-intl';
import type { Readiness } from '@/lib/domain/report/readiness';
import { checkId } from './check-item';
import { explanationId } from '@/components/figures/explanation-names';

/** What stands between a report and the signatory, each leading to where it is put right. */
export function useCheckBlocks(
  { missing, unreasoned, failing, unexplained }: Readiness,
  canExplain: boolean,
): { href: string; text: string }[] {
  const t = useTranslations('check');
  return [
    ...(missing.length > 0
      ? [{ href: '#missing', text: t('missing.error', { count: missing.length }) }]
      : []),
    ...(unreasoned.length > 0
      ? [{ href: '#unreasoned', text: t('unreasoned.error', { count: unreasoned.length }) }]
      : []),
    ...failing.map(({ check }) => ({ href: `#${checkId(check.code)}`, text: check.note })),
    ...unexplained.map(({ check }) => ({
      href: `#${canExplain ? explanationId(check.code) : checkId(check.code)}`,
      text: t('explanation.missing', { note: check.note }),
    })),
  ];
}
