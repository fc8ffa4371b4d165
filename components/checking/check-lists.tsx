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

/** Everything there is to look at before a report is handed in: what is missing, wrong, to be explained, explained,
 *  unusual. */
export function CheckLists(props: Props) {
  const [t, waivers] = [useTranslations('check'), useTranslations('review.waivers')];
  const { reportId, readiness, canExplain } = props;
  const { missing, unreasoned, failing, unexplained, explained, waived, hints } = readiness;
  return (
    <>
      <MissingList {...props} id="missing" codes={missing} />
      <MissingList {...props} id="unreasoned" codes={unreasoned} />
      <FailingList
        {...props}
        id="failing"
        title={t('failing.title', { count: failing.length })}
        text={t('failing.text')}
        results={failing}
        shape="!"
      >
        {canExplain ? (
          <p className="no-print">
            <Link href={paths.waivers(reportId)}>{waivers('toAsk')}</Link>
          </p>
        ) : null}
      </FailingList>
      <FailingList
        {...props}
        id="unexplained"
        title={t('toExplain.title', { count: unexplained.length })}
        text={t('toExplain.text', { least: shortestExplanation })}
        results={unexplained}
        shape="▲"
        asksWhy
      />
      <FailingList
        {...props}
        id="explained"
        title={t('explained.title', { count: explained.length })}
        results={explained}
        asksWhy
      />
      {canExplain && unexplained.length + explained.length > 0 ? <SaveExplanations /> : null}
      <FailingList
        {...props}
        id="waived"
        title={waivers('waived', { count: waived.length })}
        text={waivers('waivedText')}
        results={waived}
      />
      <FailingList
        {...props}
        id="hints"
        title={t('hints.title', { count: hints.length })}
        text={t('hints.text')}
        results={hints}
      />
    </>
  );
}

function SaveExplanations() {
  const t = useTranslations('check.explanation');
  return (
    <p className="no-print mt-3">
      <Button name="intent" value="save">
        {t('save')}
      </Button>
    </p>
  );
}

const indicatorsOf = (rows: Props['rows']): Indicators =>
  new Map(rows.map(({ indicator }) => [indicator.code, indicator]));

/** Figures without an answer, or without a reason for having none. */
function MissingList({
  id,
  codes,
  reportId,
  sections,
  rows,
}: Props & { id: 'missing' | 'unreasoned'; codes: readonly string[] }) {
  const t = useTranslations('check');
  const indicators = indicatorsOf(rows);
  if (codes.length === 0) return null;
  return (
    <List id={id} title={t(`${id}.title`, { count: codes.length })} text={t(`${id}.text`)}>
      <MissingFigures
        reportId={reportId}
        sections={sections}
        missing={codes.flatMap((code) => indicators.get(code) ?? [])}
      />
    </List>
  );
}

type FailingProps = Props &
  Omit<ListProps, 'children'> & {
    results: readonly CheckResult[];
    shape?: '!' | '▲';
    /** Whether each stands with its explanation, or a field for it. */
    asksWhy?: boolean;
    children?: ReactNode;
  };

/** Checks that fail, one item each. */
function FailingList({ results, shape, asksWhy = false, children, ...props }: FailingProps) {
  const { id, title, text, reportId, previous } = props;
  const indicators = indicatorsOf(props.rows);
  if (results.length === 0) return null;
  return (
    <List id={id} title={title} text={text}>
      <ul>
        {results.map((result) => (
          <CheckItem
            key={result.check.code}
            result={result}
            indicators={indicators}
            previous={previous}
            reportId={reportId}
            shape={shape}
          >
            {asksWhy ? <Why {...props} result={result} /> : null}
          </CheckItem>
        ))}
      </ul>
      {children}
    </List>
  );
}

type ListProps = { id: string; title: string; text?: string; children: ReactNode };

function List({ id, title, text, children }: ListProps) {
  return (
    <section id={id} tabIndex={-1} className="mt-6 outline-none first:mt-0">
      <h2>{title}</h2>
      {text ? <p className="mb-2 max-w-3xl text-ink-2">{text}</p> : null}
      {children}
    </section>
  );
}

/** Why a check is right as it is: to be written, or as it was. */
function Why({
  result: { check },
  explanations,
  canExplain,
}: Pick<Props, 'explanations' | 'canExplain'> & { result: CheckResult }) {
  const t = useTranslations('review');
  const written = explanations.find((one) => one.check === check.code) ?? null;
  if (canExplain)
    return <ExplanationField check={check.code} note={check.note} written={written} />;
  if (!written) return <p className="text-attention">{t('unexplained')}</p>;
  return (
    <p>
      {t('explanation', { text: written.text, by: written.by })}
      {written.outOfDate ? <span className="text-attention"> {t('outOfDate')}</span> : null}
    </p>
  );
}
