'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

type Props = {
  previous: string | null;
  next: string | null;
  flagged: string | null;
  queue: string | null;
};

/** Single keys through a report: J next, K previous, N the next to look at, M mark, Q the next report. Never while
 *  typing. */
export function FigureKeys({ previous, next, flagged, queue }: Props) {
  const router = useRouter();
  useEffect(() => {
    // The list shows where one is; the page itself stays where it was.
    const list = document.getElementById('list');
    const here = list?.querySelector<HTMLElement>('[aria-current="page"]');
    if (list && here && list.scrollHeight > list.clientHeight)
      list.scrollTop = here.offsetTop - list.clientHeight / 2;
  });
  useEffect(() => {
    const places: Record<string, string | null> = { j: next, k: previous, n: flagged, q: queue };
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]')
      )
        return;
      const key = event.key.toLowerCase();
      if (key === 'm') {
        const field = document.querySelector<HTMLTextAreaElement>('textarea[name="words"]');
        if (field) event.preventDefault();
        return field?.focus();
      }
      const place = places[key];
      if (place) router.push(place);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [router, previous, next, flagged, queue]);
  return null;
}
