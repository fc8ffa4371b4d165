'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { nameOf } from '@/lib/i18n/name-of';
import type { ServerFigure } from './entry-cell';
import type { FigureStore } from './figure-store';
import type { Findable, GridSection } from './grid-section';

/** Figures written since; `at` is the server's clock to ask from the next time. */
type News = { figures: (ServerFigure & { personId: string })[]; at: string; isOpen: boolean };
type Props = { store: FigureStore; address: string; readAt: string; personId: string; findable: readonly Findable[]; sections: readonly GridSection[] };
type Heard = { who: string; section: string; count: number };

const every = 3_000;

/** Shows what others write into this report, a few seconds after they did, and says who is at work where. */
export function OthersAtWork({ store, address, readAt, personId, findable, sections }: Props) {
  const t = useTranslations('entryTools');
  const locale = useLocale();
  const [heard, setHeard] = useState<Heard | null>(null);
  const [hasMoved, setMoved] = useState(false);
  useEffect(() => {
    let since = readAt;
    let quiet: ReturnType<typeof setTimeout>;
    const listen = async () => {
      if (document.hidden) return;
      const news = await ask(address, since);
      if (!news) return;
      since = news.at;
      setMoved(!news.isOpen);
      const others = news.figures.filter((figure) => figure.personId !== personId);
      const changed = store.hear(news.figures);
      const last = others.at(-1);
      if (!last) return;
      const place = findable.find(({ code }) => code === last.indicator)?.section ?? '';
      setHeard({ who: last.enteredBy, section: place, count: others.filter(({ indicator }) => changed.includes(indicator)).length });
      clearTimeout(quiet);
      quiet = setTimeout(() => setHeard(null), 60_000);
    };
    const timer = setInterval(() => void listen(), every);
    return () => {
      clearInterval(timer);
      clearTimeout(quiet);
    };
  }, [store, address, readAt, personId, findable]);
  const section = sections.find(({ code }) => code === heard?.section);
  return (
    <p role="status" className={hasMoved ? 'text-wrong' : 'text-ink-2'}>
      {hasMoved ? <><span aria-hidden="true">! </span>{t('moved')}</> : null}
      {!hasMoved && heard && section ? <><span aria-hidden="true" className="text-act">◇ </span>{t('working', { who: heard.who, section: nameOf(section, locale) })}</> : null}
    </p>
  );
}

/** Null where the network is away or the person signed out: what is unsent says so already. */
async function ask(address: string, since: string): Promise<News | null> {
  try {
    const response = await fetch(`${address}?since=${encodeURIComponent(since)}`, { signal: AbortSignal.timeout(10_000) });
    return response.ok ? ((await response.json()) as News) : null;
  } catch {
    return null;
  }
}
