import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';

type Props = { person: { hasPassword: boolean; disabledAt: Date | null } };

/** Whether a person can sign in, and what is missing. */
export function PersonState({ person: { hasPassword, disabledAt } }: Props) {
  const t = useTranslations('admin.people');
  if (disabledAt) return <Tag kind="attention">{t('state.disabled')}</Tag>;
  return hasPassword ? t('state.active') : <Tag kind="todo">{t('state.invited')}</Tag>;
}
