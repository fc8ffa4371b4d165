import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { labelOfCode } from '@/lib/domain/tree/period';
import type { FigureTrace } from '@/lib/domain/figure/trace';
import type { SummaryAddress } from '../summary-address';
import { traceText } from './trace-key';
import type { TraceView } from './trace-view';

type Props = { trace: FigureTrace; drawing: TraceView['history']; address: SummaryAddress };

/** The same indicator in the unit's other reports and submissions. */
export async function FigureHistory({ trace, drawing, address }: Props) {
  const [t, locale] = await Promise.all([getTranslations('summary'), getLocale()]);
  if (trace.history.length < 2) return null;
  return (
    <>
      <h3 className="mt-4 mb-1">{t('trace.history')}</h3>
      {drawing ? <div dangerouslySetInnerHTML={{ __html: drawing.wide }} /> : null}
      <Table aria-label={t('trace.history')}>
        <thead>
          <tr>
            <th scope="col">{t('trace.period')}</th>
            <th scope="col">{t('trace.submission')}</th>
            <th scope="col" className="number">
              {t('trace.printed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {trace.history.map(({ period, submission, text }) => {
            const isThis = period === trace.key.period && submission === trace.key.submission;
            return (
              <tr key={`${period} ${submission}`}>
                <td>{labelOfCode(period, locale)}</td>
                <td>{t('trace.submissionNumber', { submission })}</td>
                <td className="number" lang="zh-CN">
                  {isThis || text === '' ? (
                    <b>{text || '—'}</b>
                  ) : (
                    <a
                      href={address.traceAt(
                        traceText({ figures: [{ ...trace.key, period, submission }] }),
                        address.at,
                      )}
                      data-soft=""
                    >
                      {text}
                    </a>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </>
  );
}
