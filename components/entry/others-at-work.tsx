'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReportStatus } from '@/lib/domain/report/report';
import { nameOf } from '@/lib/i18n/name-of';
import type { FigureStore } from './saving/figure-store';
import type { Findable, GridSection } from './grid/grid-section';
import type { LiveChecks } from './checks/live-checks';
import { listenForNews } from './report-news';

type Props = {
  store: FigureStore;
  live: LiveChecks;
  address: string;
  readAt: string;
  stamp: string;
  personId: string;
  findable: readonly Findable[];
  sections: readonly GridSection[];
  /** The report may be filled in no more, or again. */
  onMove: (isOpen: boolean) => void;
};
type Heard = { who: string; section: string };

const every = 3_000;
const moves = ['awaiting-signature', 'submitted', 'approved'] as const;

/** Shows what others do to this report a few seconds after they did: figures, figures opened, the report moved on. */
export function OthersAtWork({
  store,
  live,
  address,
  readAt,
  stamp,
  personId,
  findable,
  sections,
  onMove,
}: Props) {
  const t = useTranslations('entryTools');
  const locale = useLocale();
  const router = useRouter();
  const [heard, setHeard] = useState<Heard | null>(null);
  const [moved, setMoved] = useState<ReportStatus | null>(null);
  const [start] = useState(readAt);
  const known = useRef(stamp);
  const opened = useSyncExternalStore(store.subscribeStatus, store.opened, store.opened);
  useEffect(() => {
    known.current = stamp;
  }, [stamp]);
  useEffect(() => {
    let quiet: ReturnType<typeof setTimeout>;
    const end = listenForNews(address, start, every, (news) => {
      store.hear(news.figures);
      live.hearElsewhere(news.figures);
      if (news.stamp !== known.current) {
        known.current = news.stamp;
        store.setOpen(news.isOpen);
        onMove(news.isOpen);
        setMoved(news.isOpen ? null : news.status);
        // What is typed and where one stands stays; only what the server says is drawn anew.
        if (news.isOpen) router.refresh();
      }
      const last = news.figures.findLast((figure) => figure.personId !== personId);
      if (!last) return;
      setHeard({
        who: last.enteredBy,
        section: findable.find(({ code }) => code === last.indicator)?.section ?? '',
      });
      clearTimeout(quiet);
      quiet = setTimeout(() => setHeard(null), 60_000);
    });
    return () => {
      end();
      clearTimeout(quiet);
    };
  }, [store, live, address, start, personId, findable, onMove, router]);
  const section = sections.find(({ code }) => code === heard?.section);
  const names = opened
    .flatMap((code) => store.cell(code)?.row.indicator ?? [])
    .map((indicator) => nameOf(indicator, locale));
  return (
    <>
      <p role="status" className={moved ? 'text-wrong' : 'text-ink-2'}>
        {moved ? (
          <>
            <span aria-hidden="true">! </span>
            {t(`moved.${moves.find((one) => one === moved) ?? 'other'}`)}
          </>
        ) : null}
        {!moved && heard && section ? (
          <>
            <span aria-hidden="true" className="text-act">
              ◇{' '}
            </span>
            {t('working', { who: heard.who, section: nameOf(section, locale) })}
          </>
        ) : null}
        {!moved && names.length > 0 ? (
          <>
            <span aria-hidden="true" className="text-act">
              {' '}
              ◇{' '}
            </span>
            {t('opened', { names: names.join(locale === 'en' ? ', ' : '、') })}
          </>
        ) : null}
      </p>
      {moved ? (
        <button
          type="button"
          onClick={() => router.refresh()}
          className="min-h-8 px-1 text-act underline underline-offset-3"
        >
          {t('toStanding')}
        </button>
      ) : null}
    </>
  );
}
