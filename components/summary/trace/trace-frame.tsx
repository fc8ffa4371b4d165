'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, type ReactNode } from 'react';

type Props = {
  trace: string;
  returnTo: string | null;
  close: string;
  label: string;
  children: ReactNode;
};

/** The panel as the keyboard meets it: focus goes in when it opens or changes, Escape closes it, and focus returns to
 *  the number that was looked into. */
export function TraceFrame({ trace, returnTo, close, label, children }: Props) {
  const frame = useRef<HTMLElement>(null);
  const router = useRouter();

  useEffect(() => {
    frame.current?.focus({ preventScroll: true });
    frame.current?.scrollTo({ top: 0 });
    if (returnTo) showInTable(returnTo);
  }, [trace, returnTo]);

  // Runs before the effect above when another number is chosen, and alone when the panel closes.
  useEffect(() => {
    return () => {
      if (returnTo) document.getElementById(returnTo)?.focus({ preventScroll: true });
    };
  }, [returnTo]);

  useEffect(() => {
    function leave(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing)
        router.push(close, { scroll: false });
    }
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [router, close]);

  return (
    <aside ref={frame} id="trace" tabIndex={-1} aria-label={label} className="trace-frame no-print">
      {children}
    </aside>
  );
}

/** The panel takes room from the wide table: a number that it would hide is scrolled to, sideways only. */
function showInTable(id: string) {
  const number = document.getElementById(id);
  const table = number?.closest('.comparison-frame');
  if (!number || !table) return;
  const hidden = number.getBoundingClientRect().right + 8 - table.getBoundingClientRect().right;
  if (hidden > 0) table.scrollLeft += hidden;
}
