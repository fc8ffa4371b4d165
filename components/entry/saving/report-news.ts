// What the server answers a page that asks what has been done to its report since.
import type { ReportStatus } from '@/lib/domain/report/report';
import type { EnteredFigure } from '@/lib/domain/entry/figure-edit';

/** Figures written since; `at` is the server's clock to ask from the next time. `stamp`: see the page's own. */
export type ReportNews = {
  figures: (EnteredFigure & { personId: string })[];
  at: string;
  isOpen: boolean;
  status: ReportStatus;
  stamp: string;
};

/** Null where the network is away or the person signed out: what is unsent says so already. */
async function askNews(address: string, since: string): Promise<ReportNews | null> {
  try {
    const response = await fetch(`${address}?since=${encodeURIComponent(since)}`, {
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok ? ((await response.json()) as ReportNews) : null;
  } catch {
    return null;
  }
}

/** Asks every few seconds while the page is visible, one question at a time; answers how to stop. */
export function listenForNews(
  address: string,
  readAt: string,
  every: number,
  follow: (news: ReportNews) => void,
): () => void {
  let since = readAt;
  let isAsking = false;
  const listen = async () => {
    if (document.hidden || isAsking) return;
    isAsking = true;
    const news = await askNews(address, since);
    isAsking = false;
    if (!news || isOver) return;
    since = news.at;
    follow(news);
  };
  let isOver = false;
  const timer = setInterval(() => void listen(), every);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}
