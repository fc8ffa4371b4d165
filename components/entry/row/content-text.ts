import { useTranslations } from 'next-intl';
import type { FigureContent } from '@/lib/domain/entry/figure-edit';

/** What stands in the input for a content. */
export function useContentText(): (content: FigureContent) => string {
  const t = useTranslations('common.answer');
  return (content) => ('typed' in content ? content.typed : t(content.answer));
}
