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
export async function FigureOrigin(props: Props) {
  const { trace, drawing, address } = props;
  const [t, locale] = await Promise.all([getTranslations('summary.trace'), getLocale()]);
  return (
    <>
      {trace.madeUp ? (
        <p className="mt-2 bg-attention-ground px-2 py-1 text-attention">{t('madeUpNote')}</p>
      ) : null}
      <dl className="mt-3 grid grid-cols-[6.5em_minmax(0,1fr)] gap-x-3 gap-y-2">
        <Measured trace={trace} />
        <Beside {...props} />
        <Hands trace={trace} />
      </dl>
      <Explained trace={trace} />
      <FigureHistory trace={trace} drawing={drawing} address={address} />
      <p className="mt-4">
        <LinkButton href={paths.report(trace.reportId)} prefetch={false}>
          {t('report', { period: labelOf(trace.period, locale) })}
        </LinkButton>
      </p>
    </>
  );
}

/** The indicator, whose figure it is, and what was entered. */
async function Measured({ trace }: Pick<Props, 'trace'>) {
  const [t, locale] = await Promise.all([getTranslations('summary.trace'), getLocale()]);
  const { indicator, figure, unit, period, key } = trace;
  const printed = printFigure(figure, indicator);
  const isGrowth = figure.measure === 'growth' || figure.measure === 'average_growth';
  const exact =
    figure.value === null ? '—' : `${plain(figure.value)}${isGrowth ? '%' : indicator.unit}`;
  return (
    <>
      <Fact name={t('indicator')}>
        {nameOf(indicator, locale)}
        {figure.measure !== 'level' ? (
          <span className="block text-ink-2">{t(`measures.${figure.measure}`)}</span>
        ) : null}
      </Fact>
      <Words name={t('definition')} text={indicator.definition} />
      <Fact name={t('unit')}>{nameOf(unit, locale)}</Fact>
      <Fact name={t('period')}>
        {t('periodOf', { period: labelOf(period, locale), submission: key.submission })}
      </Fact>
      <Fact name={t('value')}>
        <span lang="zh-CN" className="tabular-nums">
          {exact}
        </span>
      </Fact>
      <Words name={t('printed')} text={printed === exact ? null : printed} />
      {figure.asOf ? (
        <Fact name={t('asOf')}>{figure.from ? `${figure.from}—${figure.asOf}` : figure.asOf}</Fact>
      ) : null}
      <Words name={t('scope')} text={figure.scopeNote} />
      <Words name={t('note')} text={figure.note} />
    </>
  );
}

/** What the figure is looked at with: the period before, its target and limit, the files behind it. */
async function Beside({ trace, beside, previous, address }: Props) {
  const t = await getTranslations('summary.trace');
  const { target, completion, limit, evidence = [] } = beside ?? {};
  return (
    <>
      <Fact name={t('change')}>
        <ChangeFromBefore trace={trace} previous={previous} address={address} />
      </Fact>
      <Words
        name={t('target')}
        text={target && completion ? t('completed', { target, completion }) : target}
      />
      <Words name={t('limit')} text={limit} />
      {evidence.length > 0 ? (
        <Fact name={t('evidence')}>
          {evidence.map(({ id, name }) => (
            <a key={id} href={paths.evidence(id)} className="block break-words">
              {name}
            </a>
          ))}
        </Fact>
      ) : null}
    </>
  );
}

/** Who entered, signed and approved it, and where it came from. */
async function Hands({ trace }: Pick<Props, 'trace'>) {
  const [t, format] = await Promise.all([getTranslations('summary.trace'), getFormatter()]);
  const { system, signedBy, signedAt, approvedBy, approvedAt, imported, source } = trace;
  const signature = (by: string, at: Date) => t('byAt', { by, at: format.dateTime(at, 'minute') });
  const from =
    imported &&
    t('importedFrom', { file: imported.file, sheet: imported.sheet, cell: imported.cell });
  return (
    <>
      <Fact name={t('entered')}>
        {signature(trace.enteredBy, trace.enteredAt)}
        {system ? <span className="block text-ink-2">{t('system', { system })}</span> : null}
      </Fact>
      <Fact name={t('signed')}>
        {signedBy && signedAt ? signature(signedBy, signedAt) : t('notSigned')}
      </Fact>
      <Fact name={t('approved')}>
        {approvedBy && approvedAt ? signature(approvedBy, approvedAt) : t('notApproved')}
      </Fact>
      {imported ? (
        <Fact name={t('imported')}>
          {imported.importId ? <Link href={paths.import(imported.importId)}>{from}</Link> : from}
          <span className="block text-ink-2">{signature(imported.by, imported.at)}</span>
        </Fact>
      ) : null}
      <Words name={t('source')} text={source} />
    </>
  );
}

/** What was said of it: of a total entered by hand, and at its checks. */
async function Explained({ trace: { handTotal, explanations } }: Pick<Props, 'trace'>) {
  const t = await getTranslations('summary.trace');
  return (
    <>
      {handTotal ? (
        <>
          <h3 className="mt-4">{t('handTotal')}</h3>
          <p lang="zh-CN">{handTotal.text}</p>
          <p className="text-table text-ink-2">
            {t('handTotalBy', { sum: handTotal.sum, by: handTotal.by })}
          </p>
        </>
      ) : null}
      {explanations.length > 0 ? (
        <>
          <h3 className="mt-4">{t('explanations')}</h3>
          <ul lang="zh-CN">
            {explanations.map(({ check, note, text, by }) => (
              <li key={check} className="border-b border-line py-2">
                {text}
                <span className="block text-table text-ink-2">
                  {t('explanation', { check, note, by })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** Words of the office, where there are any. */
function Words({ name, text }: { name: string; text: string | null | undefined }) {
  if (!text) return null;
  return (
    <Fact name={name}>
      <span lang="zh-CN">{text}</span>
    </Fact>
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
