import { getTranslations } from 'next-intl/server';
import type { SummaryAddress } from '../summary-address';
import { ComputedTrace } from './computed-trace';
import { FigureOrigin } from './figure-origin';
import { OtherPlaces } from '../other-places';
import { TraceFrame } from './trace-frame';
import type { TraceView } from './trace-view';

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
