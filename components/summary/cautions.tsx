import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { Summary } from '@/lib/domain/summary/summary';

/** What the reader must know before quoting the text. It is printed with it. */
export async function Cautions({ cautions }: { cautions: Summary['cautions'] }) {
  const t = await getTranslations('summary');
  if (cautions.length === 0) return null;
  return (
    <Notice kind="attention" title={t('cautions.title')}>
      {cautions.map((caution) => (
        <p key={caution}>{t(`cautions.${caution}`)}</p>
      ))}
    </Notice>
  );
}
