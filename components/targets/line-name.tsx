import { useTranslations } from 'next-intl';
import type { TargetLine } from './targets-form';

/** An indicator and what it is counted in. */
export function LineName({ line: { name, unit } }: { line: Pick<TargetLine, 'name' | 'unit'> }) {
  const t = useTranslations('targets');
  return (
    <>
      {name}
      <span className="text-ink-2">{t('unit', { unit })}</span>
    </>
  );
}
