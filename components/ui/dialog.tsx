'use client';

import { useEffect, useId, useRef, type ReactNode } from 'react';

type Props = { title: ReactNode; onClose: () => void; children: ReactNode };

/** A window over the page, open as long as it is there. Esc closes it; the focus goes to what is marked `data-first`,
 *  and afterwards back to where it was. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const from = document.activeElement;
    element?.showModal();
    const first =
      element?.querySelector<HTMLElement>('[data-first]:enabled') ?? element?.querySelector('h2');
    first?.focus();
    return () => {
      element?.close();
      if (from instanceof HTMLElement) from.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-auto max-h-[90vh] w-[min(46rem,94vw)] overflow-auto border border-line-2 bg-paper p-5 text-ink backdrop:bg-ink/40"
    >
      <h2 id={id} tabIndex={-1} className="mb-3 outline-none">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
