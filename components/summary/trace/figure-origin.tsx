import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { labelOf } from '@/lib/domain/tree/period';
import { plain } from '@/lib/domain/figure/number';
import { printFigure } from '@/lib/domain/figure/print';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { FigureTrace } from '@/lib/domain/figure/trace';
import { ChangeFromBefore } from '../change-from-before';
import { FigureHistory } from './figure-history';
import type { SummaryAddress } from '../summary-address';
import type { Surroundings, TraceView } from './trace-view';

type Props = {
  trace: FigureTrace;
  beside: Surroundings | null;
  previous: FigureTrace | null;
  drawing: TraceView['history'];
  address: SummaryAddress;
};

/** A reported figure: what it measures, who stands for it, and how it went before. */
export async function FigureOrigin({ trace, beside, previous, drawing, address }: Props) {
  const [t, locale, format] = await Promise.all([
    getTranslations('summary'),
    getLocale(),
    getFormatter(),
  ]);
  const { indicator, figure, unit, period } = trace;
  const signature = (by: string, at: Date) =>
    t('trace.byAt', { by, at: format.dateTime(at, 'minute') });
  const importedFrom = {
    file: trace.imported?.file ?? '',
    sheet: trace.imported?.sheet ?? '',
    cell: trace.imported?.cell ?? '',
  };
  const printed = printFigure(figure, indicator);
  const exact =
    figure.value === null
      ? '—'
      : `${plain(figure.value)}${figure.measure === 'growth' || figure.measure === 'average_growth' ? '%' : indicator.unit}`;
  return (
    <>
      {trace.madeUp ? (
        <p className="mt-2 bg-attention-ground px-2 py-1 text-attention">{t('trace.madeUpNote')}</p>
      ) : null}
      <dl className="mt-3 grid grid-cols-[6.5em_minmax(0,1fr)] gap-x-3 gap-y-2">
        <Fact name={t('trace.indicator')}>
          {nameOf(indicator, locale)}
          {figure.measure !== 'level' ? (
            <span className="block text-ink-2">{t(`trace.measures.${figure.measure}`)}</span>
          ) : null}
        </Fact>
        <Fact name={t('trace.definition')}>
          <span lang="zh-CN">{indicator.definition}</span>
        </Fact>
        <Fact name={t('trace.unit')}>{nameOf(unit, locale)}</Fact>
        <Fact name={t('trace.period')}>
          {t('trace.periodOf', {
            period: labelOf(period, locale),
            submission: trace.key.submission,
          })}
        </Fact>
        <Fact name={t('trace.value')}>
          <span lang="zh-CN" className="tabular-nums">
            {exact}
          </span>
        </Fact>
        {printed === exact ? null : (
          <Fact name={t('trace.printed')}>
            <span lang="zh-CN">{printed}</span>
          </Fact>
        )}
        {figure.asOf ? (
          <Fact name={t('trace.asOf')}>
            {figure.from ? `${figure.from}—${figure.asOf}` : figure.asOf}
          </Fact>
        ) : null}
        {figure.scopeNote ? (
          <Fact name={t('trace.scope')}>
            <span lang="zh-CN">{figure.scopeNote}</span>
          </Fact>
        ) : null}
        {figure.note ? (
          <Fact name={t('trace.note')}>
            <span lang="zh-CN">{figure.note}</span>
          </Fact>
        ) : null}
        <Fact name={t('trace.change')}>
          <ChangeFromBefore trace={trace} previous={previous} address={address} />
        </Fact>
        {beside?.target ? (
          <Fact name={t('trace.target')}>
            <span lang="zh-CN">
              {beside.completion
                ? t('trace.completed', { target: beside.target, completion: beside.completion })
                : beside.target}
            </span>
          </Fact>
        ) : null}
        {beside?.limit ? (
          <Fact name={t('trace.limit')}>
            <span lang="zh-CN">{beside.limit}</span>
          </Fact>
        ) : null}
        {beside && beside.evidence.length > 0 ? (
          <Fact name={t('trace.evidence')}>
            {beside.evidence.map(({ id, name }) => (
              <a key={id} href={paths.evidence(id)} className="block break-words">
                {name}
              </a>
            ))}
          </Fact>
        ) : null}
        <Fact name={t('trace.entered')}>
          {signature(trace.enteredBy, trace.enteredAt)}
          {trace.system ? (
            <span className="block text-ink-2">{t('trace.system', { system: trace.system })}</span>
          ) : null}
        </Fact>
        <Fact name={t('trace.signed')}>
          {trace.signedBy && trace.signedAt
            ? signature(trace.signedBy, trace.signedAt)
            : t('trace.notSigned')}
        </Fact>
        <Fact name={t('trace.approved')}>
          {trace.approvedBy && trace.approvedAt
            ? signature(trace.approvedBy, trace.approvedAt)
            : t('trace.notApproved')}
        </Fact>
        {trace.imported ? (
          <Fact name={t('trace.imported')}>
            {trace.imported.importId ? (
              <Link href={paths.import(trace.imported.importId)}>
                {t('trace.importedFrom', importedFrom)}
              </Link>
            ) : (
              t('trace.importedFrom', importedFrom)
            )}
            <span className="block text-ink-2">
              {signature(trace.imported.by, trace.imported.at)}
            </span>
          </Fact>
        ) : null}
        {trace.source ? (
          <Fact name={t('trace.source')}>
            <span lang="zh-CN">{trace.source}</span>
          </Fact>
        ) : null}
      </dl>
      {trace.handTotal ? (
        <>
          <h3 className="mt-4">{t('trace.handTotal')}</h3>
          <p lang="zh-CN">{trace.handTotal.text}</p>
          <p className="text-table text-ink-2">
            {t('trace.handTotalBy', { sum: trace.handTotal.sum, by: trace.handTotal.by })}
          </p>
        </>
      ) : null}
      {trace.explanations.length > 0 ? (
        <>
          <h3 className="mt-4">{t('trace.explanations')}</h3>
          <ul lang="zh-CN">
            {trace.explanations.map(({ check, note, text, by }) => (
              <li key={check} className="border-b border-line py-2">
                {text}
                <span className="block text-table text-ink-2">
                  {t('trace.explanation', { check, note, by })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <FigureHistory trace={trace} drawing={drawing} address={address} />
      <p className="mt-4">
        <LinkButton href={paths.report(trace.reportId)} prefetch={false}>
          {t('trace.report', { period: labelOf(period, locale) })}
        </LinkButton>
      </p>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
