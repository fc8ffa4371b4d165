'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReportStatus } from '@/lib/domain/report/report';
import { nameOf } from '@/lib/i18n/name-of';
import type { LiveChecks } from '../checks/live-checks';
import { mergeFigures, type EntrySession } from '../saving/entry-session';
import { listenForNews, type ReportNews } from '../saving/report-news';
import type { Findable, GridSection } from './grid-section';

type Props = {
  session: EntrySession;
  live: LiveChecks;
  address: string;
  readAt: string;
  stamp: string;
  personId: string;
  findable: readonly Findable[];
  sections: readonly GridSection[];
};
type OtherAtWork = { who: string; section: string };

const every = 3_000;
const moves = ['awaiting-signature', 'submitted', 'approved'] as const;

/** Shows what others do to this report a few seconds after they did: figures, figures opened, the report moved on. */
export function OthersAtWork(props: Props) {
  const { session, sections } = props;
  const t = useTranslations('entryTools');
  const locale = useLocale();
  const router = useRouter();
  const { moved, other } = useNews(props, () => router.refresh());
  const { opened: store } = session;
  const opened = useSyncExternalStore(store.subscribe, store.read, store.read);
  const section = sections.find(({ code }) => code === other?.section);
  const names = opened
    .flatMap((code) => session.cells.get(code)?.row.indicator ?? [])
    .map((indicator) => nameOf(indicator, locale));
  const news = [
    other && section ? t('working', { who: other.who, section: nameOf(section, locale) }) : null,
    names.length > 0 ? t('opened', { names: names.join(locale === 'en' ? ', ' : '、') }) : null,
  ].filter((text) => text !== null);
  return (
    <>
      <p role="status" className={moved ? 'text-wrong' : 'text-ink-2'}>
        {moved ? (
          <>
            <span aria-hidden="true">! </span>
            {t(`moved.${moves.find((one) => one === moved) ?? 'other'}`)}
          </>
        ) : (
          news.map((text) => (
            <span key={text} className="mr-2">
              <span aria-hidden="true" className="text-act">
                ◇{' '}
              </span>
              {text}
            </span>
          ))
        )}
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

/** What the server reports of it: who else is at work, and where it went where it may be filled in no more. */
function useNews(
  { session, live, address, readAt, stamp, personId, findable }: Props,
  refresh: () => void,
): { other: OtherAtWork | null; moved: ReportStatus | null } {
  const [other, setOther] = useState<OtherAtWork | null>(null);
  const [moved, setMoved] = useState<ReportStatus | null>(null);
  const [start] = useState(readAt);
  const known = useRef(stamp);
  const follow = useRef<(news: ReportNews) => void>(() => {});
  useEffect(() => {
    known.current = stamp;
  }, [stamp]);
  useEffect(() => {
    follow.current = (news) => {
      mergeFigures(session, news.figures);
      live.change((page) =>
        news.figures.flatMap(({ indicator, value }) =>
          page.takeElsewhere(indicator, value) ? indicator : [],
        ),
      );
      const last = news.figures.findLast((figure) => figure.personId !== personId);
      const place = findable.find(({ code }) => code === last?.indicator);
      if (last) setOther({ who: last.enteredBy, section: place?.section ?? '' });
      if (news.stamp === known.current) return;
      known.current = news.stamp;
      session.editor.isOpen.set(news.isOpen);
      setMoved(news.isOpen ? null : news.status);
      // What is typed and where one stands stays; only what the server says is drawn anew.
      if (news.isOpen) refresh();
    };
  });
  useEffect(
    () => listenForNews(address, start, every, (news) => follow.current(news)),
    [address, start],
  );
  useEffect(() => {
    if (!other) return;
    const quiet = setTimeout(() => setOther(null), 60_000);
    return () => clearTimeout(quiet);
  }, [other]);
  return { other, moved };
}
