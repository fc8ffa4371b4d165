import { getTranslations } from 'next-intl/server';
import type { SummaryAddress } from '../summary-address';
import { ruleOf, traceText } from './trace-key';
import type { TraceView } from './trace-view';

/** A computed number: the rule in words, and each figure that goes into it. */
export async function ComputedTrace({
  view: { computed, inputs },
  address,
}: {
  view: TraceView;
  address: SummaryAddress;
}) {
  const t = await getTranslations('summary');
  return (
    <>
      {computed ? (
        <>
          <p className="mt-3">{t(`trace.kinds.${ruleOf(computed.kind, inputs)}`)}</p>
          <p lang="zh-CN" className="mt-1 border-l-4 border-line pl-3">
            {computed.formula}
          </p>
        </>
      ) : null}
      <h3 className="mt-4">{t('trace.inputs', { count: inputs.length })}</h3>
      <ul>
        {inputs.map(({ key, unit, name, period, text }) => {
          const trace = traceText({ figures: [key] });
          return (
            <li key={trace} className="flex justify-between gap-4 border-b border-line py-2">
              <span className="text-table text-ink-2">
                {[unit, name, period].filter(Boolean).join(' · ')}
              </span>
              <a
                href={address.traceAt(trace, address.at)}
                data-soft=""
                lang="zh-CN"
                className="whitespace-nowrap"
              >
                {text}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
