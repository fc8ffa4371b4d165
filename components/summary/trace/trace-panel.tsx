import { getTranslations } from 'next-intl/server';
import type { SummaryAddress } from '../summary-address';
import { FigureOrigin } from './figure-origin';
import { OtherPlaces } from '../other-places';
import { TraceFrame } from './trace-frame';
import type { TraceView } from './trace-view';
import { ruleOf, traceText } from './trace-key';

type Props = { view: TraceView; address: SummaryAddress };

/** Where a number comes from. It lies beside the text and leaves it where it is. */
export async function TracePanel({ view, address }: Props) {
  const t = await getTranslations('summary');
  return (
    <TraceFrame
      trace={view.trace}
      returnTo={address.at ?? view.places[0]?.id ?? null}
      close={address.close}
      label={t('trace.label', { text: view.text })}
    >
      <div className="flex items-start justify-between gap-4">
        <h2>
          <span className="block text-table font-normal text-ink-2">
            {t(view.figure ? 'trace.reported' : 'trace.computed')}
          </span>
          <span lang="zh-CN">{view.text}</span>
        </h2>
        <a
          href={address.close}
          data-soft=""
          className="flex min-h-8 items-center whitespace-nowrap"
        >
          {t('trace.close')}
        </a>
      </div>
      {view.from ? (
        <p className="mt-1">
          <a href={address.traceAt(view.from.trace, address.at)} data-soft="">
            {t('trace.back', { text: view.from.text })}
          </a>
        </p>
      ) : null}
      {view.figure ? (
        <FigureOrigin
          trace={view.figure}
          beside={view.beside}
          previous={view.previous}
          drawing={view.history}
          address={address}
        />
      ) : (
        <ComputedTrace view={view} address={address} />
      )}
      <OtherPlaces places={view.places} trace={view.trace} address={address} />
    </TraceFrame>
  );
}

/** A computed number: the rule in words, and each figure that goes into it. */
async function ComputedTrace({
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
