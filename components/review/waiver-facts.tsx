import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import { evaluateChecks, type CheckResult } from '@/lib/domain/checks/checks';
import type { CheckValues } from '@/lib/domain/checks/explanation';
import type { Check } from '@/lib/domain/catalogue/indicator';
import { labelOf, parsePeriodCode, previousOf } from '@/lib/domain/tree/period';
import type { Indicators } from '@/lib/i18n/check-sentence';
import { useCheckSentence } from '@/components/figures/use-check-sentence';

export type Waiver = {
  code: string;
  period: string;
  check: Check | null;
  values: CheckValues;
  reason: string;
  askedBy: string;
  askedAt: Date;
  decision: 'granted' | 'refused' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  answer: string | null;
};

/** A request to let a check off: what the check wants, the numbers at the time, who asked and why, and the answer. */
export function WaiverFacts({ waiver, indicators }: { waiver: Waiver; indicators: Indicators }) {
  const t = useTranslations('review.waivers');
  const format = useFormatter();
  const locale = useLocale();
  const period = parsePeriodCode(waiver.period);
  const sentence = useCheckSentence(indicators, period ? labelOf(previousOf(period), locale) : '');
  const result = failedThen(waiver);
  const { decision, decidedBy, decidedAt, answer, check } = waiver;
  return (
    <>
      <p className="font-bold" lang="zh-CN">
        {check ? check.note : t('gone', { code: waiver.code })}
      </p>
      {result ? <p className="tabular-nums">{sentence(result)}</p> : null}
      <p>
        {t('asked', { by: waiver.askedBy, at: format.dateTime(waiver.askedAt, 'minute') })}
        <span lang="zh-CN">{waiver.reason}</span>
      </p>
      <p>
        <Tag kind={decision === 'granted' ? 'good' : decision === 'refused' ? 'wrong' : 'todo'}>
          {t(decision ?? 'waiting')}
        </Tag>
        {decidedAt ? (
          <span>
            {' '}
            {t('answered', { by: decidedBy ?? '', at: format.dateTime(decidedAt, 'minute') })}
          </span>
        ) : null}
        {answer ? <span lang="zh-CN">{answer}</span> : null}
      </p>
    </>
  );
}

/** The check with the values it failed with when it was asked for. */
function failedThen({ check, values }: Waiver): CheckResult | undefined {
  if (!check) return undefined;
  const at = (period: string) =>
    new Map(
      Object.entries(values).flatMap(([key, value]) =>
        value !== null && key.endsWith(`@${period}`) ? [[key.split('@')[0]!, value]] : [],
      ),
    );
  return evaluateChecks([check], at('0'), at('-1'))[0];
}
