import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { shortestExplanation, type CheckResult } from '@/lib/domain/checks/checks';
import type { Indicator, Section } from '@/lib/domain/catalogue/indicator';
import type { Readiness } from '@/lib/domain/report/readiness';
import type { Indicators } from '@/lib/i18n/check-sentence';
import { paths } from '@/lib/paths';
import { CheckItem } from './check-item';
import { ExplanationField } from './explanation-field';
import { MissingFigures } from './missing-figures';
import type { Explanation } from '@/components/review/review-rows';

type Props = {
  reportId: string;
  sections: readonly Section[];
  rows: readonly { indicator: Indicator }[];
  readiness: Readiness;
  explanations: readonly Explanation[];
  /** Label of the period compared with. */
  previous: string;
  /** Whether explanations can be written here; otherwise they are only shown. */
  canExplain: boolean;
};

/** Everything there is to look at before a report is handed in: what is missing, wrong, to be explained, explained, unusual. */
export function CheckLists({
  reportId,
  sections,
  rows,
  readiness,
  explanations,
  previous,
  canExplain,
}: Props) {
  const t = useTranslations('check');
  const waivers = useTranslations('review.waivers');
  const { missing, unreasoned, failing, unexplained, explained, waived, hints } = readiness;
  const indicators: Indicators = new Map(rows.map(({ indicator }) => [indicator.code, indicator]));
  const written = new Map(explanations.map((one) => [one.check, one]));
  const item = (result: CheckResult, shape: '!' | '▲' | '', children?: ReactNode) => (
    <CheckItem
      key={result.check.code}
      result={result}
      indicators={indicators}
      previous={previous}
      reportId={reportId}
      shape={shape}
    >
      {children}
    </CheckItem>
  );
  const field = ({ check }: CheckResult) => (
    <ExplanationField
      check={check.code}
      note={check.note}
      written={written.get(check.code) ?? null}
    />
  );
  const text = ({ check }: CheckResult) => (
    <ExplanationText explanation={written.get(check.code)} />
  );
  return (
    <>
      {missing.length > 0 ? (
        <List
          id="missing"
          title={t('missing.title', { count: missing.length })}
          text={t('missing.text')}
        >
          <MissingFigures
            reportId={reportId}
            sections={sections}
            missing={missing.flatMap((code) => indicators.get(code) ?? [])}
          />
        </List>
      ) : null}
      {unreasoned.length > 0 ? (
        <List
          id="unreasoned"
          title={t('unreasoned.title', { count: unreasoned.length })}
          text={t('unreasoned.text')}
        >
          <MissingFigures
            reportId={reportId}
            sections={sections}
            missing={unreasoned.flatMap((code) => indicators.get(code) ?? [])}
          />
        </List>
      ) : null}
      {failing.length > 0 ? (
        <List
          id="failing"
          title={t('failing.title', { count: failing.length })}
          text={t('failing.text')}
        >
          <ul>{failing.map((result) => item(result, '!'))}</ul>
          {canExplain ? (
            <p className="no-print">
              <Link href={paths.waivers(reportId)}>{waivers('toAsk')}</Link>
            </p>
          ) : null}
        </List>
      ) : null}
      {unexplained.length > 0 ? (
        <List
          id="unexplained"
          title={t('toExplain.title', { count: unexplained.length })}
          text={t('toExplain.text', { least: shortestExplanation })}
        >
          <ul>
            {unexplained.map((result) =>
              item(result, '▲', canExplain ? field(result) : text(result)),
            )}
          </ul>
        </List>
      ) : null}
      {explained.length > 0 ? (
        <List id="explained" title={t('explained.title', { count: explained.length })}>
          <ul>
            {explained.map((result) => item(result, '', canExplain ? field(result) : text(result)))}
          </ul>
        </List>
      ) : null}
      {canExplain && unexplained.length + explained.length > 0 ? (
        <p className="no-print mt-3">
          <Button name="intent" value="save">
            {t('explanation.save')}
          </Button>
        </p>
      ) : null}
      {waived.length > 0 ? (
        <List
          id="waived"
          title={waivers('waived', { count: waived.length })}
          text={waivers('waivedText')}
        >
          <ul>{waived.map((result) => item(result, ''))}</ul>
        </List>
      ) : null}
      {hints.length > 0 ? (
        <List id="hints" title={t('hints.title', { count: hints.length })} text={t('hints.text')}>
          <ul>{hints.map((result) => item(result, ''))}</ul>
        </List>
      ) : null}
    </>
  );
}

function List({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}) {
  return (
    <section id={id} tabIndex={-1} className="mt-6 outline-none first:mt-0">
      <h2>{title}</h2>
      {text ? <p className="mb-2 max-w-3xl text-ink-2">{text}</p> : null}
      {children}
    </section>
  );
}

function ExplanationText({ explanation }: { explanation: Explanation | undefined }) {
  const t = useTranslations('review');
  if (!explanation) return <p className="text-attention">{t('unexplained')}</p>;
  return (
    <p>
      {t('explanation', { text: explanation.text, by: explanation.by })}
      {explanation.outOfDate ? <span className="text-attention"> {t('outOfDate')}</span> : null}
    </p>
  );
}
