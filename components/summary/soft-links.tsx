'use client';

import { useRouter } from 'next/navigation';
import { useTransition, type MouseEvent, type ReactNode } from 'react';

/** Traced numbers and links marked `data-soft` change the page without moving it. One listener instead of a component
 *  for each of some hundred numbers; every other way of opening a link (new tab, no scripts) stays the browser's. */
export function SoftLinks({ children, className }: { children: ReactNode; className?: string }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  function follow(event: MouseEvent<HTMLDivElement>) {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('a.traced, a[data-soft]')
        : null;
    if (!link) return;
    event.preventDefault();
    // A link in a drawing has no `href` of the usual kind.
    const address = link.getAttribute('href') ?? '';
    startTransition(() => router.push(new URL(address, location.href).href, { scroll: false }));
  }

  return (
    <div className={className} aria-busy={isPending} onClick={follow}>
      {children}
    </div>
  );
}
