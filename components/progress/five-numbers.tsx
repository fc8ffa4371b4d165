import { useTranslations } from 'next-intl';
import type { FiveNumbers } from '@/lib/domain/report/progress';

/** 应报, 实报, 报送率, 按时报, 按时率 in one line. */
export function FiveNumbersLine({ numbers }: { numbers: FiveNumbers }) {
  const t = useTranslations('progress.five');
  const percent = (rate: string | null) => (rate === null ? '—' : `${rate}%`);
  const facts = [
    [t('expected'), numbers.expected],
    [t('received'), numbers.received],
    [t('rate'), percent(numbers.rate)],
    [t('onTime'), numbers.onTime],
    [t('onTimeRate'), percent(numbers.onTimeRate)],
  ] as const;
  return (
    <>
      <dl aria-label={t('label')} className="mt-3 flex flex-wrap gap-x-8 gap-y-1 tabular-nums">
        {facts.map(([name, value]) => (
          <div key={name} className="flex items-baseline gap-2">
            <dt className="text-ink-2">{name}</dt>
            <dd className="text-section font-bold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-3 max-w-5xl text-table text-ink-2">{t('note')}</p>
    </>
  );
}
