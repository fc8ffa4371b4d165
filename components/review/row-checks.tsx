import { useLocale, useTranslations } from 'next-intl';
import type { Indicators } from '@/lib/i18n/check-sentence';
import { nameOf } from '@/lib/i18n/name-of';
import { useCheckSentence } from '@/components/figures/use-check-sentence';
import type { RowCheck } from './review-rows';

type Props = { checks: readonly RowCheck[]; indicators: Indicators; previous: string };

/** The checks that fail at a figure, each with what the unit says of it. */
export function RowChecks({ checks, indicators, previous }: Props) {
  const t = useTranslations('review');
  const locale = useLocale();
  const sentence = useCheckSentence(indicators, previous);
  return checks.map(({ result, explanation, isLetOff, at, isHere }) =>
    isHere ? (
      <div key={result.check.code} className="mb-2 last:mb-0">
        <p>
          {result.check.kind === 'hint' ? (
            <span className="text-ink-2">{t('hint')} </span>
          ) : (
            <CheckShape isOpen={!isLetOff && (!explanation || explanation.outOfDate)} />
          )}
          {sentence(result)}
        </p>
        {explanation ? (
          <p className="text-ink">
            {t('explanation', { text: explanation.text, by: explanation.by })}
            {explanation.isPublic ? (
              <span className="text-ink-2"> {t('isPublicExplanation')}</span>
            ) : null}
            {explanation.outOfDate ? (
              <span className="text-attention">{t('outOfDate')}</span>
            ) : null}
          </p>
        ) : null}
        {isLetOff ? <p className="text-ink-2">{t('letOff')}</p> : null}
        {!explanation && !isLetOff && result.check.kind !== 'hint' ? (
          <p className="text-attention">{t('unexplained')}</p>
        ) : null}
      </div>
    ) : (
      <p key={result.check.code} className="text-ink-2">
        {t('seeCheck', { name: nameOf(at, locale) })}
      </p>
    ),
  );
}

function CheckShape({ isOpen }: { isOpen: boolean }) {
  return (
    <span aria-hidden="true" className={isOpen ? 'text-attention' : 'text-ink-2'}>
      ▲{' '}
    </span>
  );
}
