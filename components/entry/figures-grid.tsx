'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react';
import { Sheet } from '@/components/ui/sheet';
import type { EntryRow, OtherRow } from './entry-cell';
import { FigureRow } from './figure-row';
import { FigureStore } from './figure-store';
import { FillBlanks } from './fill-blanks';
import { SaveBar } from './save-bar';
import { UnsentOffer } from './unsent-offer';

type Props = {
  address: string;
  personId: string;
  reportId: string;
  rows: readonly EntryRow[];
  /** Rows of other sections that rates of this one are worked out from. */
  elsewhere: readonly OtherRow[];
  labels: { current: string; previous: string };
  previousHref: string | null;
  section: string;
  fillBlanks: ComponentProps<typeof FillBlanks>['action'];
  /** Links to the sections before and after, kept in the bar below. */
  children: ReactNode;
};

/** A section's figures as a plain table of real inputs: every cell saves by itself when it is left. */
export function FiguresGrid({ address, personId, reportId, rows, elsewhere, labels, previousHref, section, fillBlanks, children }: Props) {
  const t = useTranslations('entry');
  const [store] = useState(() => new FigureStore({ address, personId, reportId }, rows));
  useEffect(() => store.adopt(rows), [store, rows]);
  useEffect(() => watchPage(store), [store]);

  return (
    <>
      <Sheet className="pt-0!">
        <UnsentOffer store={store} />
        <div onKeyDown={(event) => steer(event, store)}>
          <table className="table table-stack sticky-head figures xl:table-fixed">
            <thead>
              <tr>
                <th scope="col">{t('columns.indicator')}</th>
                <th scope="col" className="number xl:w-32">
                  {previousHref ? <Link href={previousHref}>{labels.previous}</Link> : labels.previous}
                </th>
                <th scope="col" className="number xl:w-52">
                  {labels.current}
                </th>
                <th scope="col" className="number xl:w-28">
                  {t('columns.change')}
                </th>
                <th scope="col" className="number xl:w-22">
                  {t('columns.percent')}
                </th>
                <th scope="col" className="xl:w-76">
                  {t('columns.notes')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <FigureRow key={row.indicator.code} store={store} code={row.indicator.code} elsewhere={elsewhere} labels={labels} />
              ))}
            </tbody>
          </table>
        </div>
        <SaveBar store={store}>{children}</SaveBar>
      </Sheet>
      <FillRest store={store} action={fillBlanks} reportId={reportId} section={section} />
    </>
  );
}

/** The panel counts what the bar above it counts. */
function FillRest({ store, ...props }: { store: FigureStore } & Omit<ComponentProps<typeof FillBlanks>, 'count' | 'isWaiting'>) {
  const { filled, total, unsent, saving } = useSyncExternalStore(store.subscribeStatus, store.status, store.status);
  return <FillBlanks {...props} count={total - filled} isWaiting={unsent + saving > 0} />;
}

/** Keeps what is unsent when the page goes away, and sends when the network is back. */
function watchPage(store: FigureStore): () => void {
  store.recall();
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus();
  const warn = (event: BeforeUnloadEvent) => {
    const { unsent, saving, invalid, conflicts } = store.status();
    if (unsent + saving + invalid + conflicts > 0) event.preventDefault();
  };
  const saveKey = (event: globalThis.KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      store.saveNow();
    }
  };
  const online = () => store.saveNow();
  window.addEventListener('beforeunload', warn);
  window.addEventListener('pagehide', store.keep);
  window.addEventListener('online', online);
  document.addEventListener('keydown', saveKey);
  return () => {
    store.keep();
    window.removeEventListener('beforeunload', warn);
    window.removeEventListener('pagehide', store.keep);
    window.removeEventListener('online', online);
    document.removeEventListener('keydown', saveKey);
  };
}

/** Enter and the arrows go through the column as in a spreadsheet; never while an input method is composing. */
function steer(event: KeyboardEvent<HTMLElement>, store: FigureStore): void {
  const input = event.target;
  const code = input instanceof HTMLInputElement ? input.dataset.cell : undefined;
  if (!code || event.nativeEvent.isComposing || event.keyCode === 229) return;
  if (event.altKey) {
    if (event.code === 'KeyN') {
      event.preventDefault();
      store.cycleAnswer(code);
    }
    return;
  }
  if (event.ctrlKey || event.metaKey) return;
  if (event.key === 'Escape') store.restore(code);
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : event.key === 'Enter' ? (event.shiftKey ? -1 : 1) : 0;
  if (step === 0) return;
  event.preventDefault();
  const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[data-cell]')];
  const next = inputs[inputs.indexOf(input as HTMLInputElement) + step];
  if (next) next.focus();
  else store.commit(code);
}
