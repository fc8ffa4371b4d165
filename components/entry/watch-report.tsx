'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { listenForNews } from './saving/report-news';

/** Draws a page on which nothing is typed anew as soon as its report may be filled in, was returned, or was changed. */
export function WatchReport({
  address,
  readAt,
  stamp,
}: {
  address: string;
  readAt: string;
  stamp: string;
}) {
  const router = useRouter();
  useEffect(
    () => listenForNews(address, readAt, 5_000, (news) => news.stamp !== stamp && router.refresh()),
    [address, readAt, stamp, router],
  );
  return null;
}
